"""Processes that play games side by side."""

import os
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context


@contextmanager
def processes(workers: int | None) -> Iterator[Executor | None]:
    """Give so many processes, or one for each core; nothing when one is enough."""
    count = workers or os.cpu_count() or 1
    if count == 1:
        yield None
        return
    with ProcessPoolExecutor(count, mp_context=get_context("spawn")) as pool:  # spawn: inherits nothing torn by a fork
        yield pool
