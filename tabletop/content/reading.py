"""Read YAML safely into plain values, with the place of every key and value.

Only what content needs is allowed: one document, one mapping at the top, words and whole numbers as keys, no anchors,
aliases or tags. Plain scalars follow the core schema of YAML 1.2, so `yes`, `on`, `10:40` and dates stay text and `010`
is ten. We read the parser's events instead of its own nodes, so that depth is bounded here and nothing is built
of what is refused.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final, final

import yaml

from tabletop.content.faults import Fault, fault

Place = tuple[int, int]
"""Line and column, both from 1."""
Key = str | int
Plain = Any
"""A plain value: dict, tuple, str, int, float, bool or None."""

MAX_BYTES: Final = 1 << 20
MAX_DEPTH: Final = 24
MAX_FAULTS: Final = 100
"""After so many faults in one file, nobody reads on."""

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_CONTROL = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_INTEGER = re.compile(r"[-+]?[0-9]{1,18}")
_OTHER_BASE = re.compile(r"0o[0-7]{1,18}|0x[0-9a-fA-F]{1,15}")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]{1,3})?")
_NUMBER_STARTS: Final = frozenset("+-.0123456789")
_NAMED: Final[dict[str, bool | float | None]] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
    **dict.fromkeys((".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF"), float("inf")),
    **dict.fromkeys(("-.inf", "-.Inf", "-.INF"), float("-inf")),
    **dict.fromkeys((".nan", ".NaN", ".NAN"), float("nan")),
}
_TELLING_STARTS: Final = _NUMBER_STARTS | {name[:1] for name in _NAMED}
"""How a plain scalar begins that may be something else than text; most do not, and this is asked of every one."""
NOTED: Final = frozenset(
    {"source", "low", "week", "level", "knows", "reveal", "joint", "fired", "running", "started", "start", "end"}
)
"""Keys that checks look for at any depth: where they stand is noted while reading."""
_Scalar: Final = yaml.ScalarEvent
_ListEnd: Final = yaml.SequenceEndEvent
_MappingEnd: Final = yaml.MappingEndEvent
_PROBLEMS: Final = {
    "mapping values are not allowed in this context": "fault.yaml.colon_extra",
    "could not find expected ':'": "fault.yaml.colon_missing",
    "did not find expected ',' or '}'": "fault.yaml.brace",
    "did not find expected ',' or ']'": "fault.yaml.bracket",
    "found unexpected end of stream": "fault.yaml.open_end",
    "found character that cannot start any token": "fault.yaml.first_character",
    "did not find expected '-' indicator": "fault.yaml.dash",
    "did not find expected key": "fault.yaml.key",
    "found unknown escape character": "fault.yaml.escape",
}
"""What the parser says, and the key of what we say instead; it keeps its own words for what is rarer."""


@final
class Mark:
    """The place of a mapping or list, of its keys, and of what stands inside it: a scalar is its place alone."""

    __slots__ = ("inside", "keys", "place")

    def __init__(self, place: Place) -> None:
        self.place = place
        self.keys: dict[Key, Place] = {}
        self.inside: dict[Key, Mark | Place] = {}


_Read = tuple[Plain, Mark | Place]
"""A value and where it stands."""


@dataclass(frozen=True, eq=False)
class Document:
    """One file as plain values with their places."""

    path: str
    content: dict[Key, Plain]
    mark: Mark
    noted: Mapping[Key, Sequence[tuple[dict[Key, Plain], Mark]]]
    """Every mapping that has a key of `NOTED`, under that key."""


def read_yaml(path: str, text: str) -> tuple[Document | None, list[Fault]]:
    """Read one file; without a document when nothing of it can be used. Never raises on what a file may hold."""
    refused = _refuse_text(path, text)
    if refused is not None:
        return None, [refused]
    builder = _Builder(path)
    try:
        builder.run(text)
    except yaml.MarkedYAMLError as error:
        builder.faults.append(_syntax_fault(path, text, error))
        return None, builder.faults
    except yaml.YAMLError as error:
        builder.faults.append(fault(path, (1, 1), "TT001", problem=str(error).splitlines()[0]))
        return None, builder.faults
    return builder.document(), builder.faults


@lru_cache(maxsize=128)
def read_once(path: str, text: str) -> tuple[Document | None, tuple[Fault, ...]]:
    """Read one file as `read_yaml` does; the same text is read once."""
    document, faults = read_yaml(path, text)
    return document, tuple(faults)


def plain_value(text: str) -> Plain:
    """Give the value of a plain scalar by the core schema of YAML 1.2.

    >>> [plain_value(text) for text in ("yes", "true", "10:40", "010", "1e3", "2026-11-23")]
    ['yes', True, '10:40', 10, 1000.0, '2026-11-23']
    """
    if text in _NAMED:
        return _NAMED[text]
    if text[0] not in _NUMBER_STARTS:
        return text
    if _INTEGER.fullmatch(text):
        return int(text)
    if _OTHER_BASE.fullmatch(text):
        return int(text, 0)
    return float(text) if _FLOAT.fullmatch(text) else text


def _refuse_text(path: str, text: str) -> Fault | None:
    if len(text) > MAX_BYTES or len(text.encode(errors="replace")) > MAX_BYTES:
        return fault(path, (1, 1), "TT004", limit=MAX_BYTES // 1024)
    odd = _CONTROL.search(text)
    if odd is not None:
        return fault(path, place_of(text, odd.start()), "TT008", character=f"U+{ord(odd.group()):04X}")
    return None


def place_of(text: str, index: int) -> Place:
    """Give line and column of a position in a text."""
    before = text.rfind("\n", 0, index)
    return text.count("\n", 0, index) + 1, index - before


def _syntax_fault(path: str, text: str, error: yaml.MarkedYAMLError) -> Fault:
    mark = error.problem_mark or error.context_mark
    problem = _PROBLEMS.get(error.problem or "", error.problem or "")
    if mark is None:
        return fault(path, (1, 1), "TT001", problem=problem)
    place = (mark.line + 1, mark.column + 1)
    lines = text.splitlines()
    line = lines[mark.line] if mark.line < len(lines) else ""
    if line[mark.column : mark.column + 1] == "\t" or "\t" in line[: len(line) - len(line.lstrip())]:
        return fault(path, (place[0], line.index("\t") + 1), "TT007")
    return fault(path, place, "TT001", problem=problem)


class _EnoughError(Exception):
    """Nothing that follows in this file is worth reading."""


class _Builder:
    """Turns the parser's events into values and marks, one inside the other."""

    take: Callable[[], Any]

    def __init__(self, path: str) -> None:
        self.path = path
        self.faults: list[Fault] = []
        self.top: _Read | None = None
        self.noted: defaultdict[Key, list[tuple[dict[Key, Plain], Mark]]] = defaultdict(list)

    def run(self, text: str) -> None:
        """Read to the end, or to the first thing that makes reading on pointless."""
        loader = _Loader(text)
        self.take = loader.get_event
        with suppress(_EnoughError):
            try:
                self._stream()
            finally:
                loader.dispose()

    def document(self) -> Document | None:
        """Give what was read, if it is one whole mapping."""
        if self.top is None:
            if not self.faults:
                self.faults.append(fault(self.path, (1, 1), "TT006"))
            return None
        value, mark = self.top
        if value is None:
            self.faults.append(fault(self.path, (1, 1), "TT006"))
            return None
        if not isinstance(value, dict) or not isinstance(mark, Mark):
            self.faults.append(fault(self.path, mark.place if isinstance(mark, Mark) else mark, "TT005"))
            return None
        return Document(self.path, value, mark, self.noted)

    def _stream(self) -> None:
        """Read the one document there should be."""
        take = self.take
        take()
        event = take()
        while type(event) is not yaml.StreamEndEvent:
            if self.top is not None:
                self._tell(_place(event), "TT012")
                return
            self.top = self._node(take(), 1)
            take()
            event = take()

    def _tell(self, place: Place, code: str, **values: str | int) -> None:
        self.faults.append(fault(self.path, place, code, "", **values))
        if len(self.faults) >= MAX_FAULTS:
            raise _EnoughError

    def _refuse_marks(self, event: Any) -> None:
        if event.anchor is not None:
            self._tell(_place(event), "TT003", thing=f"&{event.anchor}")
        if event.tag is not None:
            self._tell(_place(event), "TT003", thing=str(event.tag).replace("tag:yaml.org,2002:", "!!"))

    def _scalar(self, event: Any) -> _Read:
        if event.anchor is not None or event.tag is not None:
            self._refuse_marks(event)
        mark, value = event.start_mark, event.value
        if event.implicit[0] and value[:1] in _TELLING_STARTS:
            value = plain_value(value)
        return value, (mark.line + 1, mark.column + 1)

    def _node(self, event: Any, depth: int) -> _Read:
        """Read what begins with this event."""
        kind = type(event)
        if kind is _Scalar:
            return self._scalar(event)
        if kind is yaml.AliasEvent:
            self._tell(_place(event), "TT003", thing=f"*{event.anchor}")
            return None, _place(event)
        if event.anchor is not None or event.tag is not None:
            self._refuse_marks(event)
        if depth > MAX_DEPTH:
            self._tell(_place(event), "TT010", limit=MAX_DEPTH)
            raise _EnoughError
        mark = Mark(_place(event))
        return (self._mapping if kind is yaml.MappingStartEvent else self._list)(mark, depth + 1), mark

    def _list(self, mark: Mark, depth: int) -> tuple[Plain, ...]:
        found: list[Plain] = []
        take, inside = self.take, mark.inside
        event = take()
        while type(event) is not _ListEnd:
            value, inside[len(found)] = self._scalar(event) if type(event) is _Scalar else self._node(event, depth)
            found.append(value)
            event = take()
        return tuple(found)

    def _mapping(self, mark: Mark, depth: int) -> dict[Key, Plain]:
        found: dict[Key, Plain] = {}
        take, inside = self.take, mark.inside
        event = take()
        while type(event) is not _MappingEnd:
            key, where = self._scalar(event) if type(event) is _Scalar else self._node(event, depth)
            is_kept = self._take_key(key, where, mark.keys)
            event = take()
            value, place = self._scalar(event) if type(event) is _Scalar else self._node(event, depth)
            if is_kept:
                found[key], inside[key] = value, place
                if key in NOTED:
                    self.noted[key].append((found, mark))
            event = take()
        return found

    def _take_key(self, key: Plain, where: Mark | Place, keys: dict[Key, Place]) -> bool:
        """Keep a key; the value of a second one of the same name, or of one that is no word, is read past."""
        place = where.place if type(where) is Mark else where
        if type(key) is not str and type(key) is not int:
            self._tell(place, "TT011")
        elif key == "<<":
            self._tell(place, "TT003", thing=key)
        elif key in keys:
            self._tell(place, "TT002", key=key, line=keys[key][0])
        else:
            keys[key] = place
            return True
        return False


def _place(event: Any) -> Place:
    mark = event.start_mark
    return mark.line + 1, mark.column + 1
