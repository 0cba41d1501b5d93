"""How many there were: people and things under one act, voters, inhabitants, holders of a post."""
