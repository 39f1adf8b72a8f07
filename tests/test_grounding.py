"""Grounded: every exported quote is what the file says at its span, whatever characters it is written in."""

import html
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso import flow
from tests.runs import PARTIES, statements

ODD = (
    "\U0001f6a2", "\U0001f468\u200d\U0001f469\u200d\U0001f467", "e\u0301\u0323", "\u1100\u1161\u11a8",
    "\U0001d504\U00020000",
    "\t", "\u00a0", "\u2009", "\u00ad", "\u200b", "\u2060", "\ufeff", "\u2028", "\u202e", "\u0085", "\x0b", "\x0c",
    "\u0130", "\ufb01", "\u00df", "&amp;", "&#128674;", "&nbsp;", "&", "<", "“quoted”", "\u2019s",
)  # fmt: skip
"""Characters that are seen as none or several, that change length in another case or encoding, or look like markup."""

DEMANDS = (
    "{one} demanded that {other} stop the dam{odd} at Vey.",
    "{one} demanded{odd} that {other} stop{odd} the {odd}dam at Vey.",
    "{odd}{one} demanded that {other} stop the dam at Vey{odd}, its minister said{odd}.",
    "The talks {odd}went on{odd}. {one} demanded that {other}{odd}stop X.",
    "“We demand that {other} stop the dam{odd},” the minister of {one} said.",
)
BREAKS = ("\n\n", "\r\n\r\n", "\r\n", "\n", "\r\r", "\n \t\n")
PLAIN = "Arvesia demanded that Kelmora stop X."

odd = st.lists(st.sampled_from(ODD), max_size=3).map("".join)


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Paragraphs of demands with odd characters in them, and a plain one that is surely read."""
    paragraphs = [PLAIN]
    for template in draw(st.lists(st.sampled_from(DEMANDS), min_size=1, max_size=4)):
        one, other = draw(st.permutations(PARTIES))[:2]
        words = template.replace("{one}", one).replace("{other}", other)
        while "{odd}" in words:
            words = words.replace("{odd}", draw(odd), 1)
        paragraphs.insert(draw(st.integers(0, len(paragraphs))), words)
    mark = draw(st.sampled_from(["", "\ufeff"]))
    return mark + draw(odd) + draw(st.sampled_from(BREAKS[:2])).join(paragraphs) + draw(st.sampled_from(BREAKS))


def page(text: str) -> str:
    """A text as a web page, its odd characters partly as entities."""
    paragraphs = "".join(f"<p>{html.escape(each)}</p>\r\n" for each in text.split("\n\n"))
    return f"<html><head><title>Talks</title></head><body><article>{paragraphs}</article></body></html>"


def misplaced(folder: Path, files: dict[str, str]) -> list[str]:
    """Write files, read them, and give the quotes that do not stand at their spans; each file must yield a quote."""
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        (folder / name).write_bytes(text.encode())
    book = folder.parent / "talks.sayso"
    report = flow.add(str(book), [str(folder)])
    assert report.sources[0].skipped == []
    rows = statements(book, folder.parent / "export")
    raw = {Path(name).stem: (folder / name).read_bytes().decode("utf-8") for name in files}
    assert {row["document"] for row in rows} == set(raw)
    assert all(row["quote"] for row in rows)
    return [row["quote"] for row in rows if raw[row["document"]][row["start"] : row["end"]] != row["quote"]]


@settings(max_examples=30)
@given(st.lists(texts(), min_size=3, max_size=3))
def test_every_quote_stands_at_its_span(tmp_path_factory: pytest.TempPathFactory, found: list[str]) -> None:
    folder = tmp_path_factory.mktemp("grounding") / "articles"
    assert misplaced(folder, {"one.txt": found[0], "two.md": found[1], "three.html": page(found[2])}) == []


@pytest.mark.parametrize("odd", ODD, ids=ascii)
def test_an_odd_character_before_within_and_after_a_quote(tmp_path: Path, odd: str) -> None:
    text = f"{odd} {odd}\r\n\r\nAl{odd}so, {PLAIN}\r\n\r\n{PLAIN[:-2]}the {odd} dam.\r\n\r\n{PLAIN}{odd}"
    files = {"one.txt": text, "two.md": text, "three.html": page(text.replace("\r\n", "\n"))}
    assert misplaced(tmp_path / "articles", files) == []


def test_a_file_in_another_encoding_is_quoted_as_it_reads(tmp_path: Path) -> None:
    text = f"Café \U0001f6a2 talks.\r\n\r\n{PLAIN}\r\n"
    for name, encoding in {"wide": "utf-16", "little": "utf-16-le", "big": "utf-16-be"}.items():
        (tmp_path / f"{name}.txt").write_bytes(text.encode(encoding))
    flow.add(str(tmp_path / "talks.sayso"), [str(tmp_path)])
    raw = {article.name: article.raw for article in flow.contents(str(tmp_path / "talks.sayso")).articles}
    assert {each.removeprefix("\ufeff") for each in raw.values()} == {text}
    rows = statements(tmp_path / "talks.sayso", tmp_path / "export")
    assert {row["document"] for row in rows} == set(raw)
    assert all(raw[row["document"]][row["start"] : row["end"]] == row["quote"] for row in rows)
