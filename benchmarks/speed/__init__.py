"""How fast each stage is: one module a stage, ours beside the peers in the same run, in CPU seconds."""
