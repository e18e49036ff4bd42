"""Small frozen values for places on the screen, in whole pixels."""

from __future__ import annotations

from typing import NamedTuple


class Rect(NamedTuple):
    """A rectangle; pygame takes it wherever it takes a tuple of four.

    >>> Rect(0, 0, 10, 10).inset(2)
    Rect(x=2, y=2, w=6, h=6)
    """

    x: int
    y: int
    w: int
    h: int

    @property
    def right(self) -> int:
        """The first column right of it."""
        return self.x + self.w

    @property
    def bottom(self) -> int:
        """The first row below it."""
        return self.y + self.h

    @property
    def centre(self) -> tuple[int, int]:
        """The pixel in the middle."""
        return self.x + self.w // 2, self.y + self.h // 2

    @property
    def is_empty(self) -> bool:
        """True when it covers no pixel."""
        return self.w <= 0 or self.h <= 0

    def inset(self, dx: int, dy: int | None = None) -> Rect:
        """The same rectangle with `dx` (and `dy`) taken off at each side; negative values grow it.

        >>> Rect(5, 5, 10, 10).inset(-1, 0)
        Rect(x=4, y=5, w=12, h=10)
        """
        by = dx if dy is None else dy
        return Rect(self.x + dx, self.y + by, self.w - 2 * dx, self.h - 2 * by)

    def moved(self, dx: int, dy: int) -> Rect:
        """The same rectangle elsewhere."""
        return Rect(self.x + dx, self.y + dy, self.w, self.h)

    def intersection(self, other: Rect) -> Rect:
        """What both cover; an empty rectangle when they are apart.

        >>> Rect(0, 0, 10, 10).intersection(Rect(8, 8, 10, 10))
        Rect(x=8, y=8, w=2, h=2)
        """
        (x, y, w, h), (left, top, wide, high) = self, other
        right, bottom = min(x + w, left + wide), min(y + h, top + high)
        x, y = max(x, left), max(y, top)
        return Rect(x, y, max(0, right - x), max(0, bottom - y))

    def without(self, other: Rect) -> tuple[Rect, ...]:
        """What this covers and the other does not, in at most four rectangles.

        >>> Rect(0, 0, 10, 10).without(Rect(0, 0, 10, 4))
        (Rect(x=0, y=4, w=10, h=6),)
        """
        both = self.intersection(other)
        if both.is_empty:
            return (self,)
        parts = (
            Rect(self.x, self.y, self.w, both.y - self.y),
            Rect(self.x, both.bottom, self.w, self.bottom - both.bottom),
            Rect(self.x, both.y, both.x - self.x, both.h),
            Rect(both.right, both.y, self.right - both.right, both.h),
        )
        return tuple(part for part in parts if not part.is_empty)

    def overlaps(self, other: Rect) -> bool:
        """True when both cover at least one same pixel."""
        return not self.intersection(other).is_empty

    def contains(self, point: tuple[int, int]) -> bool:
        """True when the pixel lies inside."""
        return self.x <= point[0] < self.right and self.y <= point[1] < self.bottom

    def holds(self, other: Rect) -> bool:
        """True when the whole of `other` lies inside."""
        return other.x >= self.x and other.y >= self.y and other.right <= self.right and other.bottom <= self.bottom
