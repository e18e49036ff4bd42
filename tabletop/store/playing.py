"""From a file to a play: the embedded content is read as it was, and every entry is played again."""

from collections.abc import Iterable, Iterator

from tabletop.case.case import Case
from tabletop.case.compiling import compile_case
from tabletop.content.faults import ContentError
from tabletop.content.library import Pack, hash_of, parse_pack
from tabletop.rules.hashing import state_hash
from tabletop.rules.version import RULES_VERSION
from tabletop.session.entries import Entry, SetUp
from tabletop.session.moment import Refusal
from tabletop.session.play import Play, begin, step
from tabletop.store.faults import AlteredContent, AlteredEntry, AlteredState, OtherContent, OtherRules
from tabletop.store.file import SessionFile
from tabletop.store.head import Stand
from tabletop.store.snapshots import Snapshot, pack_state


def pack_of(file: SessionFile) -> Pack:
    """Read the content a session was played with.

    Raises `AlteredContent`, or `OtherContent` when it is what it was but this version cannot read it any more.
    """
    sources = file.sources()
    if hash_of(sources) != file.head.content_hash:
        raise AlteredContent(file.path, part=file.head.scenario_path)
    try:
        return parse_pack(sources, file.head.scenario_path)
    except ContentError as error:
        raise OtherContent(file.path, part=error.faults[0].path) from error


def play_of(file: SessionFile) -> Play:
    """Play the whole log again, and compare each noted state. Raises the faults of an altered file, or `OtherRules`."""
    if file.head.rules_version != RULES_VERSION:
        raise OtherRules(file.path, found=file.head.rules_version, known=RULES_VERSION)
    setup = file.setup()
    case = compile_case(pack_of(file), long=setup.long)
    noted = {snapshot.entry: snapshot for snapshot in file.snapshots()}
    play = begin(case, setup)
    for number, play in enumerate(_plays(file, case, setup, file.entries()), start=1):
        snapshot = noted.get(number)
        if snapshot is not None and snapshot.state_hash != state_hash(play.state):
            raise AlteredState(file.path, round=snapshot.round + 1)
    return play


def _plays(file: SessionFile, case: Case, setup: SetUp, entries: Iterable[Entry]) -> Iterator[Play]:
    play = begin(case, setup)
    for number, entry in enumerate(entries, start=1):
        after = step(play, entry)
        if isinstance(after, Refusal):
            raise AlteredEntry(file.path, number)
        play = after
        yield play


def stand_of(play: Play) -> Stand:
    """Say how far a play is."""
    return Stand(play.moment.round, play.moment.week, play.moment.kind in ("debrief", "closed"))


def snapshot_after(before: Play, after: Play) -> Snapshot | None:
    """Keep the state where a round has ended, or where the group went to the debrief."""
    to_debrief = after.moment.kind == "debrief" and before.moment.kind != "debrief"
    if after.state.round == before.state.round and not to_debrief:
        return None
    return Snapshot(before.state.round, len(after.entries), state_hash(after.state), pack_state(after.state))
