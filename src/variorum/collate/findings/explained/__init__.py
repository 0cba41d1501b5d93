"""What explains a difference so that it is no conflict: rules by what they look at, asked in order by the explainer."""
