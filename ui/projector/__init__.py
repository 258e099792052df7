"""What the hall sees: slides of a draw, painted the same on the second screen and in the operator's preview."""
