"""The voice that the platform has: `say`, `spd-say`, `espeak-ng` or the one of Windows, as a process of its own."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass, field
from typing import Protocol

WINDOWS = (
    "Add-Type -AssemblyName System.Speech; [Console]::InputEncoding = [Text.Encoding]::UTF8; "
    "$voice = New-Object System.Speech.Synthesis.SpeechSynthesizer; "
    "try {{ $voice.SelectVoiceByHints('NotSet', 'NotSet', 0, '{culture}') }} catch {{ }}; "
    "$voice.Speak([Console]::In.ReadToEnd())"
)
CULTURES = {"nl": "nl-NL", "en": "en-GB"}
MAC_VOICES = {"nl": "Xander", "en": "Daniel"}


NO_WINDOW: int = getattr(subprocess, "CREATE_NO_WINDOW", 0)
"""On Windows, so that no console flashes up."""


class Voice(Protocol):
    """Says a text, and can be stopped."""

    def speak(self, text: str, language: str) -> None:
        """Say this instead of what is being said; returns at once."""

    def stop(self) -> None:
        """Be silent."""


@dataclass
class SystemVoice:
    """A program of the platform. It gets the text through its input: a list of processes shows no private text."""

    program: str
    path: str
    _running: subprocess.Popen[bytes] | None = field(default=None, init=False)

    def speak(self, text: str, language: str) -> None:
        """Say this instead of what is being said; a program that refuses leaves it silent."""
        self.stop()
        try:
            running = subprocess.Popen(  # noqa: S603 - a program of the platform, and words of our own
                [self.path, *arguments(self.program, language)],
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                creationflags=NO_WINDOW,
            )
        except OSError:
            return
        self._running = running
        if running.stdin:
            try:
                running.stdin.write(text.encode())
                running.stdin.close()
            except OSError:
                self.stop()

    def stop(self) -> None:
        """Be silent."""
        running, self._running = self._running, None
        if running is None:
            return
        if running.poll() is None:
            running.terminate()
        running.wait()
        if self.program == "spd-say":  # what it handed over goes on without it
            subprocess.run([self.path, "--cancel"], check=False)  # noqa: S603 - a program of the platform


def arguments(program: str, language: str) -> list[str]:
    """What a program is started with to say its input in a language."""
    return {
        "say": ["-v", MAC_VOICES[language], "-f", "-"],
        "spd-say": ["--language", language, "--pipe-mode"],
        "espeak-ng": ["-v", language, "--stdin"],
        "espeak": ["-v", language, "--stdin"],
        "powershell": ["-NoProfile", "-NonInteractive", "-Command", WINDOWS.format(culture=CULTURES[language])],
    }[program]


PROGRAMS = ("say", "espeak-ng", "espeak", "spd-say", "powershell")


def find_voice() -> SystemVoice | None:
    """The first voice that this computer has; None when it has none."""
    for program in PROGRAMS:
        path = shutil.which(program)
        if path:
            return SystemVoice(program, path)
    return None
