"""The closed list of widgets; screens are made of these and nothing else."""

from tabletop.ui.text import Run, bold, muted, plain, rich
from tabletop.ui.widgets.base import Widget
from tabletop.ui.widgets.button import Button, HoldButton
from tabletop.ui.widgets.chart import Flag, LineChart, Series
from tabletop.ui.widgets.choices import Chips, Choice, Tabs
from tabletop.ui.widgets.dialog import Dialog
from tabletop.ui.widgets.entry import Entry
from tabletop.ui.widgets.graph import Graph, GraphEdge, GraphNode
from tabletop.ui.widgets.layout import Cell, Column, Grid, Row, Spacer, Split
from tabletop.ui.widgets.list_box import ListBox, ListRow
from tabletop.ui.widgets.meter import Meter, Segment, Segments
from tabletop.ui.widgets.page import Page
from tabletop.ui.widgets.panel import Divider, Panel
from tabletop.ui.widgets.ribbon import Ribbon, Step
from tabletop.ui.widgets.scroll import ScrollArea
from tabletop.ui.widgets.table import Dot, Table, TableColumn, TableRow
from tabletop.ui.widgets.timeline import Mark, Timeline
from tabletop.ui.widgets.words import Icon, Pill, TextBlock, Token

__all__ = [
    "Button", "Cell", "Chips", "Choice", "Column", "Dialog", "Divider", "Dot", "Entry", "Flag", "Graph",
    "GraphEdge", "GraphNode", "Grid", "HoldButton", "Icon", "LineChart", "ListBox", "ListRow", "Mark", "Meter",
    "Page", "Panel", "Pill", "Ribbon", "Row", "Run", "ScrollArea", "Segment", "Segments", "Series", "Spacer",
    "Split", "Step", "Table", "TableColumn", "TableRow", "Tabs", "TextBlock", "Timeline", "Token", "Widget", "bold",
    "muted", "plain", "rich",
]  # fmt: skip
