"""What is exported of each statement and position: the fields, their meaning, their values."""

from __future__ import annotations

from collections.abc import Mapping

from sayso.evidence import ChainLink, Evidence, called, period
from sayso.records import PLOVER, Contents, Position, Statement

Value = str | int | float | bool | list[str] | list[dict[str, str | None]] | None
Row = dict[str, Value]

STATEMENT_FIELDS: Mapping[str, str] = {
    "id": "The statement's id, the same whenever the same articles are read.",
    "document": "The article: its file name without the ending, followed by `~` and six characters where two articles "
    "of the book share the name.",
    "start": "Where the quote begins: characters into the article's raw text, nothing stripped.",
    "end": "Where the quote ends, that character not included.",
    "quote": "The exact words, equal to the raw text from `start` to `end`.",
    "part": "Where they stand: `headline`, `body` or `quote`.",
    "act": "What the statement does, one of the fifteen acts.",
    "plover": "The PLOVER event type that the act maps to; null for `state`.",
    "actor": "The party that holds the position, under one name throughout the book.",
    "speaker": "Who utters it, by name or else by description; null where the article tells neither.",
    "addressee": "Toward whom; null where the article does not tell.",
    "cue": "The words that tell the act.",
    "content": "What is demanded, offered, rejected and so on, as clean words.",
    "position": "The id of the ledger row that the statement belongs to.",
    "issue": "The id of that row's issue.",
    "issue_label": "That issue in words.",
    "claimed": "True when another party tells it of the actor.",
    "via": "Through whom the article has it, the one nearest the speaker first.",
    "chain": "The say-so chain from the outlet to the speaker: for each link its `role`, its `words` in the article "
    "and its `name` (null when it has none).",
    "date": "When it was said or done if the article tells, else when the article was published: 2024-06-15, 2024-06 "
    "or 2024, from one to another 2024-06-15/2024-06-18, or null.",
    "date_kind": "`said`, `published` or `unknown`.",
    "date_precision": "`day`, `week` (its Monday is given), `month` or `year`; null without a date.",
    "due": "When what is asked for, offered or threatened is to happen, in the same form, if the text tells; or null.",
    "due_precision": "The same of that date.",
    "published": "When the article was published, or null.",
    "outlet": "Who published the article, or null.",
    "confidence": "A calibrated probability. JSON Lines leave the field out where there is none; CSV leaves the cell "
    "empty, and the column out where no statement has one.",
}
"""Each field of an exported statement, in order, and what it means."""

POSITION_FIELDS: Mapping[str, str] = {
    "id": "The position's id, as `sayso show` takes it.",
    "actor": "The party that holds it.",
    "act": "What it does, one of the fifteen acts.",
    "plover": "The PLOVER event type that the act maps to; null for `state`.",
    "title": "The position in the words of one of its statements.",
    "issue": "The id of its issue.",
    "issue_label": "That issue in words.",
    "addressee": "Toward whom, or null.",
    "first": "The `date` of its first statement, or null.",
    "last": "The `date` of its last statement, or null.",
    "statements": "The ids of its statements, the earliest first; a month comes after its days.",
    "articles": "The documents that carry it.",
    "origins": "How many independent reports it rests on, at most: reports that tell no common source and share few "
    "words count each.",
}
"""Each field of an exported position, in order, and what it means."""

OPTIONAL = ("confidence",)
"""Fields that are left out where they are null: of an object in JSON Lines, of a whole table in CSV."""


def statement_rows(contents: Contents) -> list[Row]:
    """One row for each statement, by document, place and act."""
    evidence = Evidence(contents)
    ordered = sorted(contents.statements, key=lambda statement: _order(evidence, statement))
    return [_statement(evidence, statement) for statement in ordered]


def position_rows(contents: Contents) -> list[Row]:
    """One row for each position, by id."""
    evidence = Evidence(contents)
    return [_position(evidence, position) for position in sorted(contents.reconciled.positions, key=lambda row: row.id)]


def _order(evidence: Evidence, statement: Statement) -> tuple[str, int, int, str, str, str]:
    document = evidence.document(statement.article)
    return document, statement.span.start, statement.span.end, statement.act, evidence.actor(statement), statement.id


def _statement(evidence: Evidence, statement: Statement) -> Row:
    position = evidence.position_of.get(statement.id)
    dated = evidence.dated(statement)
    return {
        "id": statement.id,
        "document": evidence.document(statement.article),
        "start": statement.span.start,
        "end": statement.span.end,
        "quote": statement.quote,
        "part": statement.part,
        "act": statement.act,
        "plover": PLOVER[statement.act],
        "actor": evidence.actor(statement),
        "speaker": evidence.speaker(statement),
        "addressee": evidence.addressee(statement),
        "cue": statement.cue,
        "content": statement.content,
        "position": position.id if position else None,
        "issue": position.issue if position else None,
        "issue_label": evidence.issue_label(position) if position else None,
        "claimed": evidence.claimed(statement),
        "via": [called(link.holder) for link in statement.via],
        "chain": [_link(link) for link in evidence.chain(statement)],
        "date": dated.value,
        "date_kind": dated.kind,
        "date_precision": dated.precision,
        "due": statement.due.value,
        "due_precision": statement.due.precision,
        "published": evidence.articles[statement.article].published.value,
        "outlet": evidence.outlet(statement),
        "confidence": statement.confidence,
    }


def _link(link: ChainLink) -> dict[str, str | None]:
    return {"role": link.role, "words": link.words, "name": link.name}


def _position(evidence: Evidence, position: Position) -> Row:
    statements = evidence.of(position)
    told = period(evidence.dated(statement).value for statement in statements)
    return {
        "id": position.id,
        "actor": position.actor,
        "act": position.act,
        "plover": PLOVER[position.act],
        "title": position.title,
        "issue": position.issue,
        "issue_label": evidence.issue_label(position),
        "addressee": position.addressee,
        "first": told.first,
        "last": told.last,
        "statements": [statement.id for statement in statements],
        "articles": sorted({evidence.document(statement.article) for statement in statements}),
        "origins": position.origins,
    }
