"""A whole competition without the window: the steps, the people who take them, and the sample's files."""
