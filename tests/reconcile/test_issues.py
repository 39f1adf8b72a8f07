"""Issues: which positions are about one matter, across parties and acts."""

from sayso.reconcile.issues import find_issues
from sayso.reconcile.positions import find_rows
from sayso.reconcile.usage import Usage
from sayso.reconcile.words import Rarity
from tests.factories import article, statement
from tests.reconcile.said import BACKGROUND, weighed

SAID = [
    ("Norland", "demand", "drop the barge fees on the river"),
    ("Sudmark", "reject", "rejected any cut in the barge fees"),
    ("Estmark", "accuse", "called the barge fees an insult"),
    ("Sudmark", "offer", "mend the gate at Vey"),
    ("Norland", "accept", "welcomed work on the gate at Vey"),
]


def test_positions_on_one_matter_are_one_issue_whoever_takes_them() -> None:
    articles = [article(text, f"a{at}") for at, (_, _, text) in enumerate(SAID)]
    said = [statement(each, each.raw, holder=who, act=act) for each, (who, act, _) in zip(articles, SAID, strict=True)]
    rows = find_rows(weighed(articles, said))
    found, issue_of = find_issues(
        rows,
        Rarity(each.clean for each in [*articles, BACKGROUND]),
        Usage(each.clean for each in [*articles, BACKGROUND]),
    )
    on = {each.text: issue_of[row.id] for row in rows for each in row.said}
    assert len({on[text] for _, _, text in SAID[:3]}) == 1
    assert len({on[text] for _, _, text in SAID[3:]}) == 1
    labels = {issue.id: issue.label for issue in found}
    assert [labels[on[SAID[0][2]]], labels[on[SAID[3][2]]]] == ["barge fees", "gate"]


def test_no_positions_no_issues() -> None:
    assert find_issues((), Rarity([]), Usage([])) == ((), {})
