"""Made-up pages of the debrief."""

from sample_pages import Language, _t, joint_picture, roles

from tabletop.debrief.course import CourseLine, CoursePage, CourseRound, CourseWeek
from tabletop.debrief.knowledge import KnowledgeCell, KnowledgePage, KnowledgeRow
from tabletop.debrief.network import NetworkPage, TalkEdge
