"""The version of the rules. Another version reads an older session, but neither plays it on nor asks what if."""

from typing import Final

RULES_VERSION: Final = 3
"""Raised when the same log would give another state. History:

1. First rules: all mechanisms in their simplest form.
2. Asked again, the victim repeats the answer unless trust changed, and each role goes by the answer it heard. An
   agreement is kept by its owner only, and not by what ran before it was made. What the script starts with news is on
   the board; a role remembers how its own try of a measure ended when another takes it anew, and learns of a measure
   that it wanted and another had. What is said aloud in a meeting joins the picture. The force of bans is multiplied,
   which moves the last digits. A breach waits for its answer from the first turn since it was noticed. A participant
   may bring a case to the Care and Safety House.
3. Stalkers differ in how fast they climb. An assessment holds until the next change of stage. Who sees him may become
   a target. Quiet under a legal frame is controlled, not stopped. After custody some stay away and may come back.
   After two weeks a pattern sets. What rests on a legal frame ends with it, and the end of a ban stirs too. An own
   assessment may be made anew while it runs. Planning needs access or means. Shelter counts as control.
"""
