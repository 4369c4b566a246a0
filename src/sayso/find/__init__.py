"""Articles to claims: who says what, in what manner and how surely, and what is said to have happened."""
