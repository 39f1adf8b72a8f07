"""What an entry of the lexicon may ask for beside its word: a clause, an object, a party ... each a test on a parse."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from spacy.tokens import Token

from sayso.reading.lexicon import Lexicon
from sayso.reading.people import people

OBJECTS = ("dobj", "nsubjpass", "dative", "oprd", "attr")
CLAUSES = ("ccomp", "xcomp", "acl", "advcl")
COMPLEMENTS = ("ccomp", "xcomp")
PREDICATES = ("oprd", "xcomp", "ccomp", "prep", "attr", "dobj", "advcl")
PARTIES = ("GPE", "ORG", "NORP", "PERSON")
WOULD = frozenset({"would", "'d", "’d"})
PERSONAL = frozenset({"him", "her", "them", "me", "us"})
STRIKERS = frozenset("worker union miner teacher driver docker pilot nurse employee member staff".split())
MARCHERS = frozenset("thousand hundred dozen protester demonstrator crowd student worker people supporter".split())
PROMISES = frozenset({"commitment", "support", "pledge", "adherence", "readiness"})

Need = Callable[[Token], bool]


def arguments(token: Token) -> Iterator[Token]:
    """The nouns that a word takes: its objects, and what its prepositions bring."""
    for child in token.children:
        if child.dep_ in OBJECTS:
            yield child
            yield from (part for part in child.children if part.dep_ in ("conj", "compound"))
        elif child.dep_ in ("prep", "agent"):
            yield from (part for part in child.children if part.dep_ == "pobj")


def needs_of(words: Lexicon) -> Mapping[str, Need]:
    """Every test by the name that the lexicon gives it; the classes of nouns are tests on a word's arguments."""
    classes = words.classes
    tests: dict[str, Need] = {name: _in_class(members) for name, members in classes.items()}
    tests |= {
        "clause": _clause, "to": _infinitive, "inf": _infinitive, "gerund": _gerund, "object": _object,
        "other": _other, "wished": _wished, "subjunctive": _subjunctive, "reflexive": _reflexive, "future": _future,
        "copula": _copula, "impersonal": _predicate, "for": _brings("for"), "of": _brings("of"),
        "party": _party, "person": _person, "workers": _subject_in(STRIKERS), "street": _subject_in(MARCHERS),
        "commitment": _in_class(PROMISES), "judged": _judged(classes["judgement"]), "fault": _judged(classes["fault"]),
        "force": _in_class(classes["force"], "GPE", "NORP", "FAC"),
        "place": _in_class(classes["place"], "GPE", "FAC", "LOC"),
    }  # fmt: skip
    return tests


def _in_class(members: frozenset[str], *kinds: str) -> Need:
    def test(token: Token) -> bool:
        return any(part.lemma_.lower() in members or (part.ent_type_ in kinds) for part in arguments(token))

    return test


def _subject_in(members: frozenset[str]) -> Need:
    """A subject of the class and no object: "the miners struck", not "the miners struck a deal"."""

    def test(token: Token) -> bool:
        subjects = [child for child in token.children if child.dep_ == "nsubj"]
        return not _object(token) and any(child.lemma_.lower() in members for child in subjects)

    return test


def _judged(judging: frozenset[str]) -> Need:
    """A verb of calling with a predicate that judges: "called it a lie"."""

    def test(token: Token) -> bool:
        predicates = [child for child in token.children if child.dep_ in PREDICATES]
        return any(part.lemma_.lower() in judging for child in predicates for part in child.subtree)

    return test


def _brings(preposition: str) -> Need:
    return lambda token: any(child.dep_ == "prep" and child.lower_ == preposition for child in token.children)


def _clause(token: Token) -> bool:
    following = [child for child in token.children if child.dep_ in CLAUSES and child.i > token.i]
    return any(child.dep_ != "advcl" or _to(child) for child in following)


def _to(verb: Token) -> bool:
    return any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.children)


def _infinitive(token: Token) -> bool:
    return any(child.dep_ in CLAUSES and _to(child) for child in token.children)


def _gerund(token: Token) -> bool:
    return any(child.dep_ in ("xcomp", "ccomp", "pcomp") and child.tag_ == "VBG" for child in token.children)


def _object(token: Token) -> bool:
    return any(child.dep_ in ("dobj", "nsubjpass", "attr", "oprd") for child in token.children)


def _reflexive(token: Token) -> bool:
    return any(child.lower_.endswith(("self", "selves")) for child in token.children)


def _party(token: Token) -> bool:
    return any(
        part.ent_type_ in PARTIES or people().may_hold(part.lemma_.lower()) or part.lower_ in PERSONAL
        for part in arguments(token)
    )


def _person(token: Token) -> bool:
    return any(
        part.ent_type_ in ("PERSON", "NORP", "ORG")
        or part.lemma_.lower() in people().offices
        or part.lower_ in PERSONAL
        for part in arguments(token)
    )


def _future(token: Token) -> bool:
    return any(child.lower_ in ("will", "would", "'ll", "’ll") for child in token.children)


def _subjunctive(token: Token) -> bool:
    """Whether what is insisted on is to be done ("that X leave", "must leave"), not only held to be true."""
    for clause in (child for child in token.children if child.dep_ in COMPLEMENTS):
        modal = any(
            child.lower_ in ("must", "should", "be") and child.dep_ in ("aux", "auxpass") for child in clause.children
        )
        if clause.tag_ == "VB" or modal:
            return True
    return False


def _other(token: Token) -> bool:
    """Whether somebody else is to do what is wanted."""
    clauses = [child for child in token.children if child.dep_ in COMPLEMENTS]
    if any(child.dep_ == "dobj" for child in token.children) and any(_to(clause) for clause in clauses):
        return True
    return any(part.dep_ in ("nsubj", "nsubjpass") for clause in clauses for part in clause.children)


def _wished(token: Token) -> bool:
    """ "Would like Rome to ...", "would like to see ..."."""
    would = any(child.lower_ in WOULD and child.dep_ == "aux" for child in token.children)
    seen = any(child.dep_ == "xcomp" and child.lemma_ in ("see", "have") for child in token.children)
    return would and (_other(token) or seen)


def _copula(token: Token) -> bool:
    return token.head.lemma_ in ("be", "remain", "stand") and token.dep_ in ("prep", "acomp")


def _predicate(token: Token) -> bool:
    """Whether an adjective is said of something: what is "unacceptable" does not reject, its speaker does."""
    return token.dep_ in ("acomp", "ccomp", "oprd", "attr", "conj")
