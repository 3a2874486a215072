"""`python -m zhixing.cli` does what `zhixing` does."""

import sys

from zhixing.cli import main

sys.exit(main())
