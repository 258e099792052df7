"""To look for secrets in whatever services answer: every query of them, and every text inside a result."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from decimal import Decimal
from typing import Any

import exam.services
from exam.access import Person
from exam.errors import ExamError

QUERIES = ("list_", "get_", "find_", "explain_")
NO_ANSWER = (AttributeError, TypeError, KeyError, ValueError, AssertionError, StopIteration, IndexError)
"""It is no query of a person, or asks for more than can be made up here."""


def queries() -> Iterator[tuple[str, Callable[..., Any]]]:
    """Every query of every service, so that a new one is looked at, too."""
    for module in pkgutil.iter_modules(exam.services.__path__):
        found = importlib.import_module(f"exam.services.{module.name}")
        for name, call in inspect.getmembers(found, inspect.isfunction):
            if name.startswith(QUERIES) and call.__module__ == found.__name__:
                yield f"{module.name}.{name}", call


def answers(run: Callable[..., Any], person: Person, known: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """What every query that needs no more than the ``known`` arguments tells this person, with its name."""
    for name, call in queries():
        parameters = list(inspect.signature(call).parameters.items())[1:]
        if any(one.default is inspect.Parameter.empty and key not in known for key, one in parameters):
            continue
        given = {key: known[key] for key, _ in parameters if key in known}
        try:
            found = run(lambda uow, call=call, given=given: call(uow, **given), person)
        except (ExamError, *NO_ANSWER):
            continue
        yield name, found


def inside(value: Any) -> list[Any]:
    """The values right inside a dataclass or a collection."""
    if is_dataclass(value) and not isinstance(value, type):
        return [getattr(value, one.name) for one in fields(value)]
    if isinstance(value, dict):
        return [*value, *value.values()]
    return list(value) if isinstance(value, (list, tuple, set, frozenset)) else []


def texts(value: Any) -> Iterator[str]:
    """Every text and figure inside a result."""
    if isinstance(value, (str, Decimal)):
        yield str(value)
    for one in inside(value):
        yield from texts(one)


def rows(value: Any) -> Iterator[Any]:
    """The innermost rows of a result: dataclasses that hold no others."""
    inner = inside(value)
    for one in inner:
        yield from rows(one)
    if is_dataclass(value) and not any(isinstance(one, (list, tuple)) and len(one) > 3 for one in inner):
        yield value
