"""The import contract holds, and would notice a breach."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]


def contracts(*options: str) -> subprocess.CompletedProcess[str]:
    program = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    command = [sys.executable, "-c", program, "--no-cache", "--no-logo", *options]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_every_contract_is_kept() -> None:
    done = contracts()
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_breach_is_noticed(tmp_path: Path) -> None:
    upside_down = tmp_path / "contracts.toml"
    upside_down.write_text(
        '[tool.importlinter]\nroot_package = "sayso"\n\n[[tool.importlinter.contracts]]\n'
        'name = "upside down"\ntype = "layers"\nlayers = ["sayso.errors", "sayso.weights"]\n'
    )
    assert "upside down BROKEN" in contracts("--config", str(upside_down)).stdout
