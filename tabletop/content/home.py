"""Where the content stands on this computer: the one place that knows a checkout from an installed wheel."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def content_home(package: Path = _PACKAGE) -> Path:
    """Return the folder that holds `scenarios`, `roles`, `scoring`, `assets` and `docs/sources.yaml`.

    A wheel carries them inside the package, under `_carried`. In a checkout they stand beside the package. Asking for
    the carried ones first keeps an installed copy from picking up a `scenarios` folder of something else beside it.
    """
    carried = package / "_carried"
    return carried if carried.is_dir() else package.parent
