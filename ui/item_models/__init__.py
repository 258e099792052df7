"""Item models: rows of plain dataclasses shown in tables, without proxies."""
