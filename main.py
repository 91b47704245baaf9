"""OrderDesk's entry point; everything else is in ``orderdesk``."""

import sys

from orderdesk.cli import main

if __name__ == "__main__":
    sys.exit(main())
