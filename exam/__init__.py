"""The competition without a window: rules, services, documents and files."""

VERSION = "0.1.0"
"""The version of the program, printed on frozen draws."""
