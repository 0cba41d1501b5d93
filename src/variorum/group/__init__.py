"""Reports to groups: which repeat one another, which tell of one happening, which stories form one running affair."""
