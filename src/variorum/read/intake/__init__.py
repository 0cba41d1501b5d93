"""Where pages come from: files, folders, archives, feeds and the web, as one stream."""
