"""What a book file looks like inside, as numbered steps from nothing to today: the migrations.

A migration that has been released is never edited, only followed by another one. Every text goes in through
``packing.stored`` (bound as bytes and cast), so that any Python string comes back as it was.

The raw text lies in ``raw_text``, uncompressed and as TEXT, because then plain SQL can compare a quote with
the words at its span: the rule "grounded or not at all" is a trigger, and binds every program that writes to the file.
It is cut into pieces of ``PIECE`` characters so that this costs the same at the end of a 10 MB text as in a short one.
"""

from __future__ import annotations

from dataclasses import dataclass

APPLICATION_ID = int.from_bytes(b"Says", "big")
"""Stands in the header of each book file and tells it from other SQLite databases."""

PIECE = 65_536
"""Characters of raw text in one row. Frozen: the trigger of migration 2 counts on it."""


@dataclass(frozen=True, slots=True)
class Migration:
    """One numbered step of the schema: SQL statements that are carried out in one transaction."""

    number: int
    name: str
    statements: tuple[str, ...]


_ARTICLES = (
    """
    CREATE TABLE article (
        number INTEGER PRIMARY KEY,
        key TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        clean TEXT NOT NULL,
        runs BLOB NOT NULL,       -- clean to raw, see packing.packed_runs
        parts TEXT NOT NULL,      -- JSON: [[start, end, kind], ...] in the clean text
        set_aside TEXT NOT NULL,  -- JSON: [[start, end, kind], ...] in the raw text
        form TEXT NOT NULL,
        encoding TEXT NOT NULL,
        place TEXT NOT NULL,
        title TEXT, outlet TEXT, author TEXT, url TEXT, language TEXT, published TEXT, updated TEXT,
        evidence TEXT NOT NULL,   -- JSON: {"title": [how, precision], ...} for these seven
        unread TEXT
    ) STRICT
    """,
    """
    CREATE TABLE raw_text (
        article INTEGER NOT NULL REFERENCES article (number),
        start INTEGER NOT NULL CHECK (start >= 0 AND start % 65536 = 0),
        words TEXT NOT NULL,
        PRIMARY KEY (article, start)
    ) STRICT
    """,
    "CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT",
    "CREATE TABLE mark (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT",
    "INSERT INTO mark VALUES ('revision', 0), ('seen', 0)",
    """
    CREATE TRIGGER article_once BEFORE INSERT ON article
    WHEN EXISTS (SELECT 1 FROM article WHERE key = new.key OR number = new.number)
    BEGIN SELECT raise(ABORT, 'the article is already in the book'); END
    """,
    """
    CREATE TRIGGER article_stays BEFORE DELETE ON article
    BEGIN SELECT raise(ABORT, 'an article is never removed'); END
    """,
    """
    CREATE TRIGGER article_same BEFORE UPDATE OF number, key, name ON article
    BEGIN SELECT raise(ABORT, 'an article keeps its name and key'); END
    """,
    """
    CREATE TRIGGER raw_text_once BEFORE INSERT ON raw_text
    WHEN EXISTS (SELECT 1 FROM raw_text WHERE article = new.article AND start = new.start)
    BEGIN SELECT raise(ABORT, 'the raw text is already in the book'); END
    """,
    """
    CREATE TRIGGER raw_text_stays BEFORE DELETE ON raw_text
    BEGIN SELECT raise(ABORT, 'a raw text is never removed'); END
    """,
    """
    CREATE TRIGGER raw_text_same BEFORE UPDATE ON raw_text
    BEGIN SELECT raise(ABORT, 'a raw text is never changed'); END
    """,
)

_GROUNDED = """
    WHEN NOT coalesce(
        length(new.quote) = new.end - new.start AND new.quote = (
            SELECT substr(group_concat(words, ''), new.start % 65536 + 1, new.end - new.start) FROM (
                SELECT words FROM raw_text
                WHERE article = new.article AND start >= new.start - new.start % 65536 AND start < new.end
                ORDER BY start
            )
        ), 0)
    BEGIN SELECT raise(ABORT, 'ungrounded: the quote is not what the article says at its span'); END
"""

_STATEMENTS = (
    """
    CREATE TABLE reading (
        article INTEGER PRIMARY KEY REFERENCES article (number),
        reader TEXT NOT NULL,
        attributions BLOB NOT NULL  -- zlib of JSON, see packing.packed_attributions
    ) STRICT
    """,
    """
    CREATE TABLE statement (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        article INTEGER NOT NULL REFERENCES article (number),
        start INTEGER NOT NULL,
        "end" INTEGER NOT NULL,
        quote TEXT NOT NULL,
        act TEXT NOT NULL,
        holder TEXT NOT NULL,     -- JSON, as are addressee, via and said
        cue TEXT NOT NULL,
        cue_start INTEGER NOT NULL,
        cue_end INTEGER NOT NULL,
        content TEXT NOT NULL,
        addressee TEXT,
        via TEXT,
        part TEXT NOT NULL,
        said TEXT,
        confidence REAL CHECK (confidence BETWEEN 0 AND 1),
        CHECK (start >= 0 AND "end" > start)
    ) STRICT
    """,
    "CREATE INDEX statement_by_article ON statement (article)",
    f"CREATE TRIGGER statement_grounded BEFORE INSERT ON statement {_GROUNDED}",
    f'CREATE TRIGGER statement_stays_grounded BEFORE UPDATE OF article, start, "end", quote ON statement {_GROUNDED}',
    """
    CREATE TABLE unplaced (
        number INTEGER PRIMARY KEY,
        article INTEGER NOT NULL REFERENCES article (number),
        words TEXT NOT NULL,
        act TEXT,
        holder TEXT,
        reason TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX unplaced_by_article ON unplaced (article)",
)

_RECONCILED = (
    "CREATE TABLE actor (number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, "
    "aliases TEXT NOT NULL) STRICT",
    "CREATE TABLE issue (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, label TEXT NOT NULL) STRICT",
    """
    CREATE TABLE holding (
        number INTEGER PRIMARY KEY,
        statement TEXT NOT NULL UNIQUE REFERENCES statement (id) ON DELETE CASCADE,
        actor TEXT NOT NULL,
        how TEXT NOT NULL,
        speaker TEXT,
        addressee TEXT,
        claimed INTEGER NOT NULL CHECK (claimed IN (0, 1))
    ) STRICT
    """,
    """
    CREATE TABLE position (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        actor TEXT NOT NULL,
        act TEXT NOT NULL,
        title TEXT NOT NULL,
        issue TEXT NOT NULL,
        addressee TEXT,
        origins INTEGER NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE position_statement (
        number INTEGER PRIMARY KEY,
        position TEXT NOT NULL REFERENCES position (id) ON DELETE CASCADE,
        statement TEXT NOT NULL REFERENCES statement (id) ON DELETE CASCADE,
        UNIQUE (position, statement)
    ) STRICT
    """,
    "CREATE INDEX position_by_statement ON position_statement (statement)",
    "CREATE TABLE family (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL) STRICT",
    """
    CREATE TABLE family_article (
        number INTEGER PRIMARY KEY,
        family TEXT NOT NULL REFERENCES family (id) ON DELETE CASCADE,
        article TEXT NOT NULL REFERENCES article (key),
        UNIQUE (family, article)
    ) STRICT
    """,
)

_DECISIONS = (
    """
    CREATE TABLE decision (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        at TEXT NOT NULL,
        coder TEXT NOT NULL,
        kind TEXT NOT NULL,
        target TEXT NOT NULL,
        before TEXT,
        after TEXT,
        reason TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TRIGGER decision_once BEFORE INSERT ON decision
    WHEN EXISTS (SELECT 1 FROM decision WHERE id = new.id)
    BEGIN SELECT raise(ABORT, 'a decision is never replaced'); END
    """,
    """
    CREATE TRIGGER decision_same BEFORE UPDATE ON decision
    BEGIN SELECT raise(ABORT, 'a decision is never changed'); END
    """,
    """
    CREATE TRIGGER decision_stays BEFORE DELETE ON decision
    BEGIN SELECT raise(ABORT, 'a decision is never removed'); END
    """,
)

_SEARCH = (
    """
    CREATE VIRTUAL TABLE article_search USING fts5 (
        title, clean, content = 'article', content_rowid = 'number', tokenize = 'porter unicode61 remove_diacritics 2'
    )
    """,
    """
    CREATE VIRTUAL TABLE statement_search USING fts5 (
        quote, content = 'statement', content_rowid = 'number', tokenize = 'porter unicode61 remove_diacritics 2'
    )
    """,
    """
    CREATE TRIGGER article_found AFTER INSERT ON article BEGIN
        INSERT INTO article_search (rowid, title, clean) VALUES (new.number, new.title, new.clean);
    END
    """,
    """
    CREATE TRIGGER article_found_again AFTER UPDATE OF title, clean ON article BEGIN
        INSERT INTO article_search (article_search, rowid, title, clean)
            VALUES ('delete', old.number, old.title, old.clean);
        INSERT INTO article_search (rowid, title, clean) VALUES (new.number, new.title, new.clean);
    END
    """,
    """
    CREATE TRIGGER statement_found AFTER INSERT ON statement BEGIN
        INSERT INTO statement_search (rowid, quote) VALUES (new.number, new.quote);
    END
    """,
    """
    CREATE TRIGGER statement_lost AFTER DELETE ON statement BEGIN
        INSERT INTO statement_search (statement_search, rowid, quote) VALUES ('delete', old.number, old.quote);
    END
    """,
    """
    CREATE TRIGGER statement_found_again AFTER UPDATE OF quote ON statement BEGIN
        INSERT INTO statement_search (statement_search, rowid, quote) VALUES ('delete', old.number, old.quote);
        INSERT INTO statement_search (rowid, quote) VALUES (new.number, new.quote);
    END
    """,
    "INSERT INTO article_search (article_search) VALUES ('rebuild')",
    "INSERT INTO statement_search (statement_search) VALUES ('rebuild')",
)

_NAMES = ("CREATE INDEX article_by_name ON article (name, key)",)

_DUE = ("ALTER TABLE statement ADD COLUMN due TEXT",)

MIGRATIONS = (
    Migration(1, "articles", _ARTICLES),
    Migration(2, "statements", _STATEMENTS),
    Migration(3, "reconciled", _RECONCILED),
    Migration(4, "decisions", _DECISIONS),
    Migration(5, "search", _SEARCH),
    Migration(6, "names", _NAMES),
    Migration(7, "due", _DUE),
)
