"""JSON Schema of each kind of content file, for editors: made from the specs, with their docstrings as explanations."""

import ast
import inspect
import sys
import textwrap
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import Any, Final

from pydantic import BaseModel

from tabletop.content.shelf import KINDS as FILES
from tabletop.content.specs.common import Spec


def _word(pattern: str) -> str:
    """Give the word for a kind of file: the name of its one file, or of the folder that holds many.

    >>> _word("scoring/measures.yaml"), _word("roles/*.yaml"), _word("scoring/information_rules/*.yaml")
    ('measures', 'role', 'information_rule')
    """
    *folders, name = pattern.removesuffix(".yaml").split("/")
    return folders[-1].removesuffix("s") if name == "*" else name


KINDS: Final[dict[str, type[Spec]]] = {_word(pattern): spec for pattern, spec in FILES}
"""Every kind of file by the word that `tabletop schema` takes."""
DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"


def schema_of(kind: str) -> dict[str, Any]:
    """Give the schema of one kind of file. Raises `KeyError` when there is no such kind."""
    spec = KINDS[kind]
    schema = spec.model_json_schema(by_alias=True)
    explained = _explained(spec)
    for name, part in [(spec.__name__, schema), *schema.get("$defs", {}).items()]:
        _explain(part, explained.get(name, {}))
    return {"$schema": DIALECT, **schema}


def _explain(part: dict[str, Any], texts: dict[str, str]) -> None:
    """Put what the docstring of a field says beside it; the title that pydantic makes up says nothing."""
    part.pop("title", None)
    for key, field in part.get("properties", {}).items():
        field.pop("title", None)
        if key in texts:
            field.setdefault("description", texts[key])


def _explained(spec: type[BaseModel]) -> dict[str, dict[str, str]]:
    """Give the docstrings of fields by model and key, of every model that the kinds of files are made of."""
    module = sys.modules[spec.__module__]
    names = {spec.__module__, *(each.__module__ for each in vars(module).values() if _is_spec(each))}
    return {model.__name__: _of_model(model) for name in names for model in _models(name)}


def _models(name: str) -> Iterator[type[Spec]]:
    yield from (each for each in vars(sys.modules[name]).values() if _is_spec(each))


def _is_spec(thing: object) -> bool:
    return isinstance(thing, type) and issubclass(thing, Spec)


@cache
def _of_model(model: type[Spec]) -> dict[str, str]:
    """Read the texts under the fields of a model from its source: Python keeps none for a field."""
    texts: dict[str, str] = {}
    for base in reversed(model.__mro__):
        if _is_spec(base) and base is not Spec:
            texts.update(_in_source(base))
    return {
        (model.model_fields[name].alias or name): text for name, text in texts.items() if name in model.model_fields
    }


def _in_source(model: type) -> Iterator[tuple[str, str]]:
    (tree,) = ast.parse(textwrap.dedent(inspect.getsource(model))).body
    body = tree.body if isinstance(tree, ast.ClassDef) else []
    for field, text in pairwise(body):
        match field, text:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(told))):
                yield name, inspect.cleandoc(told).replace("\n", " ")
