"""Every id that is named exists: roles, partners, facts, measures, injects and sources."""

from collections.abc import Collection, Iterator
from functools import lru_cache

from tabletop.content.faults import Fault
from tabletop.content.reading import Document
from tabletop.content.shelf import DISCIPLINES, INCIDENTS, MEASURES, PARTIES, REFERENCES, Node, Shelf, holding, ids_in
from tabletop.content.suggestion import suggest


def check_references(shelf: Shelf) -> Iterator[Fault]:
    """Check names of roles in shared files, of sources anywhere, and all names in scenarios."""
    if shelf.whole:
        yield from _roles_in_shared_files(shelf)
    yield from _needs_of_measures(shelf)
    yield from _sources(shelf)
    for scenario in shelf.scenarios():
        yield from _roles(shelf, scenario)
        yield from _measures(shelf, scenario)
        yield from _facts_and_injects(shelf, scenario)
        yield from _incidents(shelf, scenario)


def unknown(node: Node | None, code: str, known: Collection[str], also: Collection[str] = ()) -> Iterator[Fault]:
    """Give a fault when a word is not known; suggestions come from `known` alone."""
    if node is not None and node.value not in known and node.value not in also:
        yield node.fault(code, suggest(node.value, known), word=node.value)


def _roles_in_shared_files(shelf: Shelf) -> Iterator[Fault]:
    """A role is known by its card, or because a discipline says that the organisation exists."""
    disciplines = list(_items(shelf, DISCIPLINES, "disciplines"))
    named = list(_present(*(each.word("role") for each in disciplines)))
    known = shelf.role_ids.union(each.value for each in named)
    for word in named:
        if suggest(word.value, shelf.role_ids - {word.value}):
            yield from unknown(word, "TT201", shelf.role_ids)
    for key in (key for role in shelf.roles() for key in role.keys("trust")):
        yield from unknown(key, "TT201", known)
    for near in (near for each in disciplines for near in each.words("near")):
        yield from unknown(near, "TT201", known)
    for decider in (word for each in _items(shelf, MEASURES, "measures") for word in each.words("deciders")):
        yield from unknown(decider, "TT201", known, PARTIES)


def _needs_of_measures(shelf: Shelf) -> Iterator[Fault]:
    known = shelf.ids(MEASURES, "measures") or frozenset()
    for measure in _items(shelf, MEASURES, "measures"):
        for other in measure.words("needs", "running"):
            yield from unknown(other, "TT203", known)


def _sources(shelf: Shelf) -> Iterator[Fault]:
    known = shelf.ids(REFERENCES, "sources")
    if known is None:
        return
    for document in shelf.in_order():
        yield from _unknown_sources(document, known)


@lru_cache(maxsize=256)
def _unknown_sources(document: Document, known: frozenset[str]) -> tuple[Fault, ...]:
    """Of one file; packs share most of theirs, so each is checked once against the same list."""
    named = (node.word("source") for node in holding(document, "source"))
    return tuple(each for word in named for each in unknown(word, "TT206", known, ("design",)))


def _roles(shelf: Shelf, scenario: Node) -> Iterator[Fault]:
    partners = partner_ids(shelf, scenario)
    for named in _partner_words(scenario):
        yield from unknown(named, "TT201", shelf.role_ids)
    for named in _role_words(shelf, scenario):
        yield from _no_partner(named, partners, shelf.role_ids)


def partner_ids(shelf: Shelf, scenario: Node) -> frozenset[str]:
    """Give the roles of the partners; a misspelt one counts as what was meant, too, so that it is told once."""
    written = {each.value for each in _partner_words(scenario)}
    return frozenset(written | {suggest(word, shelf.role_ids) for word in written - shelf.role_ids})


def _no_partner(named: Node, partners: frozenset[str], role_ids: frozenset[str]) -> Iterator[Fault]:
    if named.value in partners:
        return
    code = "TT205" if named.value in role_ids else "TT201"
    yield named.fault(code, suggest(named.value, partners), word=named.value)


def _partner_words(scenario: Node) -> Iterator[Node]:
    for partner in scenario.each("partners"):
        role = partner.word("role")
        if role is not None:
            yield role


def _role_words(shelf: Shelf, scenario: Node) -> Iterator[Node]:
    """Yield every place of a scenario where a partner is named by its role."""
    for seats in scenario.each("seats"):
        yield from seats.words()
    for pair in scenario.each("trust"):
        yield from _present(pair.word("giver"), pair.word("receiver"))
    for fact in scenario.each("facts"):
        yield from fact.words("holders")
        yield from fact.words("needed_by")
    for node in shelf.holding(scenario, "knows", "reveal"):
        yield from _present(node.word("knows", "role"), node.word("reveal", "to"))


def _measures(shelf: Shelf, scenario: Node) -> Iterator[Fault]:
    known = shelf.ids(MEASURES, "measures")
    if known is None:
        return
    for named in scenario.words("measures"):
        yield from unknown(named, "TT203", known)
    here = frozenset(each.value for each in scenario.words("measures"))
    for key in ("running", "started", "start", "end"):
        for node in shelf.holding(scenario, key):
            named_here = node.word(key)
            if named_here is not None and named_here.value in known and named_here.value not in here:
                yield named_here.fault("TT225", word=named_here.value)
            else:
                yield from unknown(named_here, "TT203", known)


def _items(shelf: Shelf, path: str, key: str) -> Iterator[Node]:
    node = shelf.files.get(path)
    return iter(()) if node is None else node.each(key)


def _present(*nodes: Node | None) -> Iterator[Node]:
    return (node for node in nodes if node is not None)


def _facts_and_injects(shelf: Shelf, scenario: Node) -> Iterator[Fault]:
    """Check names of facts and injects in conditions and effects."""
    facts, injects = ids_in(scenario, "facts"), ids_in(scenario, "injects")
    for node in shelf.holding(scenario, "joint", "knows", "reveal"):
        for fact in _present(node.word("joint"), node.word("knows", "fact"), node.word("reveal", "fact")):
            yield from unknown(fact, "TT202", facts)
    for node in shelf.holding(scenario, "fired"):
        yield from unknown(node.word("fired"), "TT204", injects)


def _incidents(shelf: Shelf, scenario: Node) -> Iterator[Fault]:
    """Check the kinds of incident that injects tell of."""
    known = shelf.ids(INCIDENTS, "incidents")
    if known is not None:
        for inject in scenario.each("injects"):
            yield from unknown(inject.word("incident"), "TT230", known)
