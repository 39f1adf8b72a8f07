"""What can go wrong, each kind with the exit code that the command line ends with."""

from __future__ import annotations


class SaysoError(Exception):
    """The base of all errors that Sayso raises on purpose.

    A message says what is wrong, with the value; what is allowed; and what to do next.
    """

    exit_code = 1


class UsageError(SaysoError):
    """The command or call asks for something that does not exist or does not fit."""

    exit_code = 2


class SourceError(SaysoError):
    """One input cannot be taken in; the rest goes on."""

    exit_code = 3


class NotFound(SaysoError):
    """The book holds nothing under the name or number given."""

    exit_code = 4


class BookError(SaysoError):
    """The file is not a book, is damaged, or was written by a newer Sayso."""

    exit_code = 5


class BookBusy(SaysoError):
    """Another program holds the book's write lock for too long."""

    exit_code = 6


class Ungrounded(SaysoError):
    """A statement's quote is not what the article says at its span."""

    exit_code = 1


class WeightsError(SaysoError):
    """A model is not installed, or is not the one that its manifest names."""

    exit_code = 7
