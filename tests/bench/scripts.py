"""Where the scripts of bench/ are imported from."""

import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
for folder in ("end_to_end", "instructions"):
    sys.path.insert(0, str(ROOT / "bench" / folder))
