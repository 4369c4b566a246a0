"""Quality and speed, measured: the commands behind every figure that the documents quote."""
