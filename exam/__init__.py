"""The competition without a window: rules, services, documents and files."""
