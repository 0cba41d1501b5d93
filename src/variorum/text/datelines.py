"""What datelines are made of, as parts of patterns: "SEOUL, South Korea, Oct. 29 (Reuters) - "."""

MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
# The land or state behind a town, which is no day.
REGION = rf"(?:,\s+(?!{MONTH}\s+\d)[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+){{0,2}}){{0,2}}"
DASH = r"(?:\s*(?:—|–|--)\s*|\s+-\s+)"
