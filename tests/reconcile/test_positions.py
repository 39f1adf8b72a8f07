"""Positions: which statements make one row, and what the row tells."""

from sayso.reconcile.positions import Row, find_rows
from tests.factories import article, statement
from tests.reconcile.said import one_each, weighed

FEES = (
    "lift some fees on barges",
    "the lifting of certain punitive fees on Norland's barges",
    "Sudmark must drop the barge fees",
)
GATE = ("mend the broken gate at Vey before winter", "the gate at Vey must be mended")


def texts(rows: tuple[Row, ...]) -> list[set[str]]:
    return [{each.text for each in row.said} for row in rows]


def test_like_content_becomes_one_position() -> None:
    assert sorted(map(sorted, texts(find_rows(weighed(*one_each(*FEES, *GATE)))))) == sorted(
        [sorted(FEES), sorted(GATE)]
    )


def test_other_actors_and_other_acts_are_other_positions() -> None:
    source = article("lift the fees on barges")
    said = [
        statement(source, source.raw, holder=holder, act=act)
        for holder, act in (("Norland", "demand"), ("Estmark", "demand"), ("Norland", "threaten"))
    ]
    found = find_rows(weighed([source], said))
    assert sorted((row.actor, row.act) for row in found) == [
        ("Estmark", "demand"),
        ("Norland", "demand"),
        ("Norland", "threaten"),
    ]


def test_addressee_is_whom_most_of_the_statements_are_aimed_at() -> None:
    source = article("lift the fees on barges. lift the fees on all barges. lift fees on barges now. lift barge fees")
    said = [
        statement(source, quote, addressee=to)
        for quote, to in zip(source.raw.split(". "), ("Sudmark", "Estmark", "Sudmark", None), strict=True)
    ]
    [row] = find_rows(weighed([source], said))
    assert row.addressee == "Sudmark"


def test_rows_and_their_statements_come_by_date() -> None:
    articles = [
        article("lift the barge fees", "c", published="2031-05-03"),
        article("mend the gate", "b", published="2031-05-02"),
        article("the barge fees must be lifted", "a", published="2031-05-01"),
    ]
    found = find_rows(weighed(articles, [statement(each, each.raw) for each in articles]))
    assert [[each.text for each in row.said] for row in found] == [
        ["the barge fees must be lifted", "lift the barge fees"],
        ["mend the gate"],
    ]


def test_a_position_keeps_its_id_when_later_statements_join_it() -> None:
    articles, said = one_each(*FEES[:1], published="2031-05-01")
    later = article(FEES[1], "later", published="2031-06-01")
    before = find_rows(weighed(articles, said))
    after = find_rows(weighed([*articles, later], [*said, statement(later, later.raw)]))
    assert [row.id for row in before] == [row.id for row in after]


def test_statements_without_telling_words_stay_by_themselves() -> None:
    assert len(find_rows(weighed(*one_each("We will not do it", "They should do that")))) == 2
