"""Check the shape of a file against its spec, and tell each fault in our own words at its own place."""

import re
import types
from collections.abc import Callable, Sequence
from typing import Any, Final, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from tabletop.content.faults import Fault, fault
from tabletop.content.reading import MAX_FAULTS, Document, Mark, Place
from tabletop.content.specs.common import Text
from tabletop.content.suggestion import suggest

SpecT = TypeVar("SpecT", bound=BaseModel)
Location = Sequence[int | str]
Teller = Callable[[Document, type[BaseModel], ErrorDetails], Fault]

_MOST_SHOWN: Final = 40
_KEY: Final = "[key]"
"""How pydantic ends the location of a fault in the key of a mapping."""


def read_spec(document: Document, spec: type[SpecT]) -> tuple[SpecT | None, list[Fault]]:
    """Make a spec of a document, or give every fault of its shape."""
    try:
        return spec.model_validate(document.content, strict=True), []
    except ValidationError as error:
        told = error.errors(include_url=False)[:MAX_FAULTS]
        return None, [_tell(document, spec, each) for each in told]


def _tell(document: Document, spec: type[BaseModel], error: ErrorDetails) -> Fault:
    return _TELLERS.get(error["type"], _tell_other)(document, spec, error)


def value_place(document: Document, location: Location) -> Place:
    """Give the place of a value, or of the innermost mapping or list around it that exists."""
    return _walk(document.mark, location)[1]


def key_place(document: Document, location: Location) -> Place:
    """Give the place of a key, or of the mapping that should hold it."""
    around, place = _walk(document.mark, location[:-1])
    return around.keys.get(location[-1], place)


def _walk(mark: Mark, location: Location) -> tuple[Mark, Place]:
    """Give the innermost mapping or list on the way, and the place of what stands there."""
    for step in location:
        inner = mark.inside.get(step)
        if inner is None:
            break
        if not isinstance(inner, Mark):
            return mark, inner
        mark = inner
    return mark, mark.place


def _tell_missing(document: Document, _spec: type[BaseModel], error: ErrorDetails) -> Fault:
    *around, last = error["loc"]
    place = value_place(document, around)
    if isinstance(last, int):
        return fault(document.path, place, "TT111", least=last + 1, count=last)
    return fault(document.path, place, "TT101", key=last)


def _tell_unknown(document: Document, spec: type[BaseModel], error: ErrorDetails) -> Fault:
    *around, key = error["loc"]
    if error["type"] == "invalid_key":
        key = error["input"]
    place = key_place(document, [*around, key])
    return fault(document.path, place, "TT102", suggest(key, _fields_at(spec, around)), key=key)


def _tell_choice(document: Document, _spec: type[BaseModel], error: ErrorDetails) -> Fault:
    choices = re.findall(r"'([^']*)'|(\d+)", error["ctx"]["expected"])
    words = [quoted or number for quoted, number in choices]
    given = error["input"]
    named = ", ".join(f"'{quoted}'" if quoted else number for quoted, number in choices)
    near = suggest(given, words) if isinstance(given, str) else ""
    return fault(document.path, _place(document, error), "TT103", near, given=_show(given), choices=named)


def _tell_with(code: str, **named: str) -> Teller:
    """Make a teller that puts what was given and some of pydantic's context in the sentence."""

    def tell(document: Document, _spec: type[BaseModel], error: ErrorDetails) -> Fault:
        context = error.get("ctx", {})
        values = {word: context.get(origin, "") for word, origin in named.items()}
        return fault(document.path, _place(document, error), code, given=_show(error["input"]), **values)

    return tell


def _tell_no_mapping(document: Document, _spec: type[BaseModel], error: ErrorDetails) -> Fault:
    code = "TT118" if error["ctx"]["class_name"] == Text.__name__ else "TT116"
    return fault(document.path, _place(document, error), code, given=_show(error["input"]))


def _tell_other(document: Document, _spec: type[BaseModel], error: ErrorDetails) -> Fault:
    return fault(document.path, _place(document, error), "TT117", given=_show(error["input"]), problem=error["msg"])


def _place(document: Document, error: ErrorDetails) -> Place:
    location = error["loc"]
    if location and location[-1] == _KEY:
        return key_place(document, location[:-1])
    return value_place(document, location)


def _show(value: object) -> str:
    """Show what was given, short and on one line."""
    if isinstance(value, dict | tuple):
        return "{…}" if isinstance(value, dict) else "[…]"
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    text = " ".join(str(value).split())
    return text if len(text) <= _MOST_SHOWN else f"{text[: _MOST_SHOWN - 1]}…"


def _fields_at(spec: type[BaseModel], location: Location) -> list[str]:
    """Give the keys that a spec knows at a location, by walking its annotations."""
    here: Any = spec
    for step in location:
        here = _inside(here, step)
    model = _model_in(here)
    return [] if model is None else [each.alias or name for name, each in model.model_fields.items()]


def _inside(annotation: Any, step: int | str) -> Any:
    model = _model_in(annotation)
    if model is not None:
        found = [each.annotation for name, each in model.model_fields.items() if step in (name, each.alias)]
        return found[0] if found else None
    bare = _bare(annotation)
    inner = [each for each in get_args(bare) if each is not Ellipsis]
    return inner[-1] if get_origin(bare) in (tuple, dict) and inner else None


def _model_in(annotation: Any) -> type[BaseModel] | None:
    bare = _bare(annotation)
    return bare if isinstance(bare, type) and issubclass(bare, BaseModel) else None


def _bare(annotation: Any) -> Any:
    """Take off `Annotated` and `| None`."""
    if hasattr(annotation, "__metadata__"):
        return _bare(annotation.__origin__)
    if get_origin(annotation) in (Union, types.UnionType):
        return _bare(next(each for each in get_args(annotation) if each is not type(None)))
    return annotation


_TELLERS: Final[dict[str, Teller]] = {
    "missing": _tell_missing,
    "extra_forbidden": _tell_unknown,
    "invalid_key": _tell_unknown,
    "literal_error": _tell_choice,
    "int_type": _tell_with("TT104"),
    "float_type": _tell_with("TT105"),
    "finite_number": _tell_with("TT105"),
    "string_type": _tell_with("TT106"),
    "bool_type": _tell_with("TT107"),
    "greater_than_equal": _tell_with("TT108", bound="ge"),
    "less_than_equal": _tell_with("TT109", bound="le"),
    "string_pattern_mismatch": _tell_with("TT110"),
    "too_short": _tell_with("TT111", least="min_length", count="actual_length"),
    "too_long": _tell_with("TT112", most="max_length", count="actual_length"),
    "string_too_short": _tell_with("TT113"),
    "value_error": _tell_with("TT114"),
    "tuple_type": _tell_with("TT115"),
    "dict_type": _tell_with("TT116"),
    "model_type": _tell_no_mapping,
}
