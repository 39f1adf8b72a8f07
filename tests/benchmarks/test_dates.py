"""The benchmark of dates: what it counts, on made-up outcomes."""

from benchmarks.dates import lines, rates
from tests.reading.dated import Case, judged

CASE = Case("Norway rejected the map on Friday.", "2031-05-02", "rejected the map", "2031-05-02")


def test_each_class_and_all_of_them_are_counted() -> None:
    found = [("weekday", CASE, "right"), ("weekday", CASE, "open"), ("none", CASE, "right"), ("none", CASE, "guessed")]
    report = rates(found)
    assert list(report) == ["weekday", "none", "all"]
    assert report["all"] == {"right": 2, "open": 1, "wrong": 0, "guessed": 1, "unread": 0, "rate": 0.5}
    assert [line.split()[0] for line in lines(report)] == ["right", "weekday", "none", "all"]


def test_a_date_that_the_text_does_not_tell_is_guessed() -> None:
    assert [judged("2031", ""), judged("", "2031"), judged("2030", "2031"), judged("2031", "2031"), judged("", "")] == [
        "guessed",
        "open",
        "wrong",
        "right",
        "right",
    ]
