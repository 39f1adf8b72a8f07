"""The acts as they are explained: all of them, where one looks for them."""

from sayso.cli.acts import MEANINGS
from sayso.records import ACTS
from tests.cli.conftest import Run


def test_the_help_of_the_ledger_explains_every_act_on_one_line(run: Run) -> None:
    done = run("ledger", "--help")
    assert [act for act in ACTS if f"    {act:<9} {MEANINGS[act].meaning}\n" not in done.out] == []
    assert "docs/acts.md" in done.out
    assert max(map(len, done.out.splitlines())) <= 80
