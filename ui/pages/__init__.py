"""One file per page of the window; ``registry`` lists them."""
