"""Commands, options and help in the language of the reader: click's own words never show.

Every command is made per run by `command(words)`, so that its help can be in Dutch or English.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, cast

import click

from tabletop.content.languages import LANGUAGES, Language
from tabletop.content.messages import Messages
from tabletop.content.suggestion import suggest

Check = Callable[[click.Context, click.Parameter, Any], Any]
"""What click calls with the word that was typed; it gives the value or raises `WrongUse`."""
MOST_SEED: Final = 2**63 - 1
_ASKED: Final = "tabletop.language"
_LEAST, _MOST = (640, 360), (7680, 4320)
_WIDTH: Final = 96
_HELP: Final = ("-h", "--help")


class WrongUse(click.UsageError):
    """The words of the user cannot be understood; already a sentence in the user's language."""


class Spoken(click.Command):
    """A command whose help is in one language."""

    def __init__(self, words: Messages, key: str, **settings: Any) -> None:
        self.words: Final = words
        settings.setdefault("context_settings", {"max_content_width": _WIDTH, "help_option_names": list(_HELP)})
        super().__init__(help=words.say(f"cli.{key}.help"), short_help=words.say(f"cli.{key}.short"), **settings)
        self.params.append(language_option(words))

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Give the help option, with its text in our words."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = self.words.say("cli.option.help")
        return option

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Give the parts of the usage line."""
        return [self.words.say("cli.usage_options"), *super().collect_usage_pieces(ctx)[1:]]

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the usage line."""
        prefix = f"{self.words.say('cli.usage')} "
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix=prefix)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, under our heading."""
        shown = [each for each in self.get_params(ctx) if isinstance(each, click.Option)]
        records = [record for each in shown if (record := each.get_help_record(ctx)) is not None]
        with formatter.section(self.words.say("cli.options")):
            formatter.write_dl(records)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the words of the user, and refuse what is too much in our words."""
        ctx.allow_extra_args = True
        rest = super().parse_args(ctx, args)
        if rest and not isinstance(self, click.Group):
            raise WrongUse(self.words.say("cli.wrong.too_much", what=" ".join(rest)), ctx)
        return rest


class SpokenGroup(Spoken, click.Group):
    """A command with commands below it, each made only when it is asked for. Without one, its help is shown."""

    def __init__(
        self, words: Messages, key: str, makers: Mapping[str, Callable[[Messages], click.Command]], **settings: Any
    ) -> None:
        self._makers: Final = makers
        self._key: Final = key
        super().__init__(words, key, invoke_without_command=True, **settings)
        if self.callback is None:
            self.callback = _show_help

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Give the names of the commands below, in our order."""
        return list(self._makers)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's
        """Make one command."""
        return self._makers[cmd_name](self.words) if cmd_name in self._makers else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command of the first word, or say which was probably meant."""
        name = args[0]
        if not name.startswith("-") and name not in self._makers:
            raise WrongUse(unknown(self.words, "cli.wrong.command", name, self._makers), ctx)
        return super().resolve_command(ctx, args)

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Give the parts of the usage line."""
        return [self.words.say("cli.usage_options"), self.words.say("cli.usage_command")]

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands below, without making any of them, and the options."""
        prefix = "cli" if self._key == "tabletop" else f"cli.{self._key}"
        rows = [(name, self.words.say(f"{prefix}.{name}.short")) for name in self._makers]
        with formatter.section(self.words.say("cli.commands")):
            formatter.write_dl(rows)
        Spoken.format_options(self, ctx, formatter)


class PlainOption(click.Option):
    """An option whose help is only what we say of it."""

    def get_help_extra(self, ctx: click.Context) -> Any:  # noqa: ARG002 - click's signature
        """Give none of click's own words, such as `required`."""
        return {}


def whole(words: Messages, low: int, high: int) -> Check:
    """Give a check that makes a whole number of what was typed. It raises `WrongUse`."""

    def check(context: click.Context, param: click.Parameter, value: Any) -> int | None:
        if value is None:
            return None
        number = int(value) if _is_whole(str(value)) else low - 1
        if low <= number <= high:
            return number
        sentence = words.say("cli.wrong.whole", option=name_of(param), value=value, low=low, high=high)
        raise WrongUse(sentence, context)

    return check


def one_of(words: Messages, choices: Sequence[str]) -> Check:
    """Give a check for one word of a list, with a guess at what was meant. It raises `WrongUse`."""

    def check(context: click.Context, param: click.Parameter, value: Any) -> str | None:
        if value is None or value in choices:
            return cast("str | None", value)
        raise WrongUse(unknown(words, "cli.wrong.choice", str(value), choices, option=name_of(param)), context)

    return check


def size(words: Messages) -> Check:
    """Give a check for the width and height of a window. It raises `WrongUse`."""

    def check(context: click.Context, param: click.Parameter, value: Any) -> tuple[int, int]:
        width, _, height = str(value).lower().partition("x")
        if _is_whole(width) and _is_whole(height):
            found = (int(width), int(height))
            if _LEAST[0] <= found[0] <= _MOST[0] and _LEAST[1] <= found[1] <= _MOST[1]:
                return found
        raise WrongUse(words.say("cli.wrong.size", option=name_of(param), value=value), context)

    return check


def _is_whole(word: str) -> bool:
    return word.isascii() and word.isdecimal()


def language_option(words: Messages) -> click.Option:
    """Give `--lang`. It was read before the commands were made; here it is checked, and kept for who asks."""
    check, told = one_of(words, LANGUAGES), words.say("cli.option.lang")

    def keep(context: click.Context, param: click.Parameter, value: str | None) -> None:
        if check(context, param, value) is not None:
            context.meta[_ASKED] = value

    return click.Option(["--lang"], metavar="nl|en", expose_value=False, callback=keep, help=told)


def language_asked() -> Language | None:
    """Give the language of `--lang`; None when the user left it to the settings."""
    return cast("Language | None", click.get_current_context().meta.get(_ASKED))


def option(words: Messages, key: str, *names: str, **settings: Any) -> click.Option:
    """Give an option with its help from `cli.option.<key>`."""
    metavar = settings.pop("metavar", None)
    shown = words.say(f"cli.metavar.{metavar}") if metavar else None
    return PlainOption(list(names), help=words.say(f"cli.option.{key}"), metavar=shown, **settings)


def flag(words: Messages, key: str, *names: str) -> click.Option:
    """Give an option that is on or off, with its help from `cli.option.<key>`."""
    return click.Option(list(names), is_flag=True, default=False, help=words.say(f"cli.option.{key}"))


def argument(words: Messages, name: str, metavar: str, **settings: Any) -> click.Argument:
    """Give an argument, shown as `cli.metavar.<metavar>`."""
    return click.Argument([name], metavar=words.say(f"cli.metavar.{metavar}"), **settings)


def output_option(words: Messages) -> click.Option:
    """Give `-o FILE`: where the result is written instead of the screen. Checked before the work begins."""

    def check(context: click.Context, param: click.Parameter, value: Path | None) -> Path | None:  # noqa: ARG001 - click's
        if value is not None and (value.is_dir() or not value.absolute().parent.is_dir()):
            raise WrongUse(words.say("cli.wrong.output", file=value), context)
        return value

    kind = click.Path(path_type=Path)
    return option(words, "output", "-o", "--output", metavar="file", type=kind, callback=check)


def unknown(words: Messages, key: str, word: str, choices: Collection[str], **values: object) -> str:
    """Say that a word is not known, what was probably meant, and else what there is."""
    near = suggest(word, choices)
    hint = words.say("cli.wrong.meant", word=near) if near else words.say("cli.wrong.known", all=", ".join(choices))
    return f"{words.say(key, value=word, **values)} {hint}"


def name_of(param: click.Parameter | None) -> str:
    """Give a parameter as the user writes it."""
    if param is None:
        return ""
    return max(param.opts, key=len) if isinstance(param, click.Option) else str(param.metavar or param.name)


def _show_help() -> None:
    context = click.get_current_context()
    if context.invoked_subcommand is None:
        click.echo(context.get_help())
