"""The command line: the only place that prints. Each module here holds a command or a piece of the rendering."""

from sayso.cli.add import add_command
from sayso.cli.demo import demo_command
from sayso.cli.export import export_command
from sayso.cli.info import info_command
from sayso.cli.ledger import ledger_command
from sayso.cli.lists import actors_command, articles_command, issues_command, unplaced_command
from sayso.cli.matrix import matrix_command
from sayso.cli.program import main, program
from sayso.cli.search import search_command
from sayso.cli.show import show_command

__all__ = ["main", "program"]

for _command in (
    add_command,
    ledger_command,
    show_command,
    matrix_command,
    search_command,
    articles_command,
    actors_command,
    issues_command,
    unplaced_command,
    info_command,
    export_command,
    demo_command,
):
    program.add_command(_command)
