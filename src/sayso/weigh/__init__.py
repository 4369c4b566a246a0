"""Claims to happenings: which tellings are of one thing."""
