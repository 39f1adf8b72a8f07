"""Book to plain data for people: pure functions from ``Contents`` to frozen dataclasses."""

from sayso.views.filters import Filters, narrow
from sayso.views.info import figures
from sayso.views.ledger import LedgerRow, ledger
from sayso.views.lists import actors, articles, issues, unplaced
from sayso.views.matrix import Matrix, matrix
from sayso.views.position import PositionView, position
from sayso.views.why import Why, why

__all__ = [
    "Filters",
    "LedgerRow",
    "Matrix",
    "PositionView",
    "Why",
    "actors",
    "articles",
    "figures",
    "issues",
    "ledger",
    "matrix",
    "narrow",
    "position",
    "unplaced",
    "why",
]
