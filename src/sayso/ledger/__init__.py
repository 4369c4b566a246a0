"""Where everything is kept: records, captured bytes, and the log of how they came."""
