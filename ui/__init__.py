"""The window: pages, dialogs, item models, threads and words for people."""
