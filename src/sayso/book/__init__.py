"""The book: the SQLite store of articles, statements, positions and decisions."""

from sayso.book.book import Book
from sayso.book.contents import Counts
from sayso.book.decisions import Decision
from sayso.book.search import Hit
from sayso.book.writing import Already, Kept, Outcome, Updated

__all__ = ["Already", "Book", "Counts", "Decision", "Hit", "Kept", "Outcome", "Updated"]
