"""How long it takes until Sayso answers: importing the package, `sayso --help`, and loading what reading rests on.

Run with ``python benchmarks/startup.py``; ends with 1 when importing or help take half a second or more.
"""

import subprocess
import sys
import time

TRIES = 5
LIMIT = 0.5
"""Seconds within which the package is imported and the help printed."""

PROGRAMS = {
    "python, nothing more": ("pass", None),
    "import sayso": ("import sayso", LIMIT),
    "sayso --help": ("import sys; sys.argv = ['sayso', '--help']; from sayso.cli import main; main()", LIMIT),
    "load the English pipeline": ("from sayso.weights import load_english; load_english()", None),
}


def seconds(program: str) -> float:
    """How long a fresh Python takes for a program, from start to end."""
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", program], stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start


def main() -> int:
    """Print the best time of each program; 1 when one is over its limit."""
    late = 0
    for name, (program, limit) in PROGRAMS.items():
        best = min(seconds(program) for _ in range(TRIES))
        over = limit is not None and best >= limit
        late += over
        print(f"{name:28}{best:7.3f} s" + (f"   limit {limit} s{', EXCEEDED' if over else ''}" if limit else ""))
    return 1 if late else 0


if __name__ == "__main__":
    sys.exit(main())
