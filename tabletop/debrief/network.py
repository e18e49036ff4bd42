"""Who talked with whom: the small figures of a network, from the rounds in which two roles spoke."""

from collections import Counter
from itertools import combinations
from typing import TYPE_CHECKING

from tabletop.content.specs.common import Language
from tabletop.debrief.pages import NetworkPage, TalkEdge
from tabletop.debrief.watching import Watched
from tabletop.view.words import Words

if TYPE_CHECKING:
    import networkx as nx

Pair = tuple[int, int]


def network_page(watched: Watched, language: Language) -> NetworkPage:
    """Say who spoke with whom, how close the network was, who stood in between, and who was left out."""
    words, talks = Words(watched.case, language), talks_of(watched, apart=True)
    graph = _graph(len(watched.case.roles), talks)
    alone = [role for role in graph if graph.degree(role) == 0]
    return NetworkPage(
        lines=tuple(_lines(words, graph, alone)),
        left_out=tuple(words.badge(role) for role in alone),
        edges=tuple(
            TalkEdge(watched.case.roles[a], watched.case.roles[b], rounds) for (a, b), rounds in sorted(talks.items())
        ),
    )


def talks_of(watched: Watched, *, apart: bool = False) -> Counter[Pair]:
    """Count in how many rounds each pair of roles spoke; `apart` from meetings, where all hear all."""
    spoke: set[tuple[int, Pair]] = set()
    for step in watched.steps:
        if apart and step.entry.kind != "decided":
            continue
        state = step.after
        for a, b in combinations(range(len(watched.case.roles)), 2):
            fresh = bool(state.talked[0, a, b]) and not (apart and step.before.talked[0, a, b])
            if fresh and state.round == step.before.round:
                spoke.add((state.round, (a, b)))
    return Counter(pair for _, pair in spoke)


def _graph(roles: int, talks: Counter[Pair]) -> "nx.Graph[int]":
    import networkx as nx  # slow to import, and only a debrief needs it

    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(roles))
    graph.add_edges_from(talks)
    return graph


def _lines(words: Words, graph: "nx.Graph[int]", alone: list[int]) -> list[str]:
    import networkx as nx

    say = words.messages.say
    possible = len(graph) * (len(graph) - 1) // 2
    lines = [
        say(
            "network.density",
            pairs=graph.number_of_edges(),
            all=possible,
            share=words.messages.percent(nx.density(graph)),
        )
    ]
    between = nx.betweenness_centrality(graph)
    most = max(between.values(), default=0.0)
    if most > 0:
        lines.append(say("network.between", roles=words.roles(tuple(r for r in graph if between[r] == most))))
    if alone:
        lines.append(say("network.left_out", roles=words.roles(tuple(alone))))
    return lines
