"""Runs first in the built program: what the desk starts (``lp``, a viewer) gets the system's libraries back.

The program's loader puts its own folder in front of everybody's libraries. It has read the variable by now;
left standing, programs of the system would run with libraries that are not theirs.
"""

import os

_before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
if _before is not None:
    os.environ["LD_LIBRARY_PATH"] = _before
else:
    os.environ.pop("LD_LIBRARY_PATH", None)
