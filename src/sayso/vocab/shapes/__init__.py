"""The shape of each word list: one file a topic."""
