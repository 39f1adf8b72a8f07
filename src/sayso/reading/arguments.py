"""Who does an act, toward whom, and what is demanded, offered or refused."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from sayso.reading.ascribed import source_of
from sayso.reading.cues import Cue
from sayso.reading.people import people

ADDRESSED = {
    "demand": ("of", "from", "on", "upon", "with", "to", "against"),
    "offer": ("to",),
    "accept": ("with",),
    "reject": ("from", "by"),
    "threaten": ("against", "to"),
    "accuse": ("of", "against", "on", "at"),
    "consult": ("with", "between", "to"),
    "yield": ("to", "from"),
    "aid": ("to",),
    "sanction": ("on", "against"),
    "protest": ("against",),
    "assault": ("on", "at", "against", "in"),
    "mobilize": ("against", "to", "into"),
}
"""The prepositions that bring whom an act is aimed at."""
OWED = {"demand": ("from",), "offer": ("to",), "aid": ("to",), "sanction": ("on", "against")}
"""The prepositions that bring it after what is demanded, offered or imposed."""
TAKEN = frozenset({"for", "to", "on", "over", "against", "of"})
"""Prepositions that belong to a noun of an act more often than to the verb before it."""
BY = ("by", "from")
NAMES = ("NORP", "GPE", "ORG", "PERSON")


ECHOES = frozenset({"so", "as", "neither", "nor"})
AUXILIARIES = frozenset("do does did has have had will would".split())
OF_STATES = frozenset(
    "troop force soldier plane jet warplane aircraft ship warship diplomat negotiator official minister government "
    "authority army airstrike strike raid envoy leader president officer delegation commander drone missile "
    "ambassador".split()
)
"""Who and what acts for a state, so that two peoples before it are two states."""
FULL = ("attr", "acomp", "xcomp", "ccomp", "dobj")
"""What an auxiliary that only echoes another verb does not have."""
ECHO = 60
"""How many tokens after a verb its echo may stand."""


def holder_tokens(cue: Cue) -> list[Token]:
    """The heads of the phrases for those who do an act; joint ones one by one."""
    head = _noun_holder(cue) if cue.head.pos_ in ("NOUN", "PROPN") else _verb_holder(cue)
    return [*joint(head), *echoed(cue)] if head is not None else []


def echoed(cue: Cue) -> list[Token]:
    """Who does the same by an echo of the verb: "Peru backed the plan, as did Chile", "... ; so has Chile"."""
    doc, verb = cue.head.doc, cue.head
    for at in range(verb.i + 1, min(len(doc) - 2, verb.i + ECHO)):
        if doc[at].lower_ not in ECHOES:
            continue
        again, after = doc[at + 1], doc[at + 2].pos_
        if again.lower_ in AUXILIARIES and after in ("PROPN", "NOUN", "DET"):
            main = [token.i for token in doc[verb.sent.start : at] if token.dep_ in ("ROOT", "conj", "ccomp")]
            same = again.head.i == verb.i if again.dep_ == "advcl" else main[-1:] == [verb.i]
            head = doc[at + 2]
            while head.head.i > head.i and head.dep_ in ("det", "compound", "amod", "poss", "nummod"):
                head = head.head
            own = any(child.dep_ in FULL and child.i != verb.i for child in again.children)
            full = own or again.dep_ in ("aux", "auxpass")
            someone = head.pos_ == "PROPN" or people().may_hold(head.lemma_.lower())
            return list(joint(head)) if same and someone and not full else []
    return []


def _verb_holder(cue: Cue) -> Token | None:
    head = cue.head
    if head.pos_ in ("ADJ", "ADP"):
        if head.dep_ in ("acomp", "prep", "attr", "oprd") and head.head.pos_ in ("AUX", "VERB"):
            return source_of(head.head)
        return head.head if head.dep_ in ("amod", "relcl", "acl") and head.i > head.head.i else None
    if cue.act == "demand" and _passive(head) and not _agent(head):
        return None
    return source_of(head)


def _passive(verb: Token) -> bool:
    return any(child.dep_ == "auxpass" for child in verb.children)


def _agent(verb: Token) -> Token | None:
    for child in verb.children:
        if child.dep_ == "agent":
            return next((part for part in child.children if part.dep_ == "pobj"), None)
    return None


def _noun_holder(cue: Cue) -> Token | None:
    noun = cue.head
    for child in noun.children:
        if child.dep_ == "poss":
            return child
    for child in (*noun.children, *_carried(noun)):
        if child.dep_ in ("prep", "agent") and child.lower_ in BY:
            return next((part for part in child.children if part.dep_ == "pobj"), None)
    for child in noun.children:
        if child.dep_ in ("amod", "compound", "nmod") and child.ent_type_ in NAMES:
            return child
    if cue.act == "consult":
        return _between(noun) or (source_of(cue.light) if cue.light is not None else None)
    if cue.light is not None:
        return source_of(cue.light)
    if (
        noun.dep_ == "pobj"
        and noun.head.lower_ in ("in", "at", "after", "with", "during", "amid")
        and cue.act == "consult"
    ):
        return source_of(noun.head.head) if noun.head.head.pos_ == "VERB" else None
    return None


def _carried(noun: Token) -> list[Token]:
    """The "by" that the parser hangs on what an act is about ("the rejection of the map by Rome")."""
    objects = [
        part for child in noun.children if child.dep_ == "prep" for part in child.children if part.dep_ == "pobj"
    ]
    return [child for part in objects for child in part.children if child.lower_ == "by"]


def _between(noun: Token) -> Token | None:
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ == "between":
            return next((part for part in child.children if part.dep_ == "pobj"), None)
    return None


def joint(head: Token) -> Iterator[Token]:
    """The head of a phrase and those joined to it, each of which may hold what the phrase does."""
    lands = _of_lands(head)
    yield from lands or [head]
    for part in head.doc[head.left_edge.i : head.i]:
        # "Kyiv and European leaders": the parser makes both names modifiers of the last noun
        if part.dep_ == "cc" and part.i > head.left_edge.i and part.nbor(-1).ent_type_ in ("GPE", "ORG", "PERSON"):
            yield part.nbor(-1)
    of = [part for child in head.children if child.lower_ == "of" for part in child.children]
    for child in (*head.children, *(part for place in of for part in place.children)):
        if head.ent_type_ == child.ent_type_ == "PERSON" and child.head.i != head.i and child.dep_ == "conj":
            yield from joint(child)  # "Ada Brenn of Tarn and Tom Ekdal": joined to the place by the parser
    for child in head.children:
        if child.dep_ == "conj" and child.pos_ in ("NOUN", "PROPN", "PRON") and not _one_name(head, child):
            yield from joint(child)


def coordinated(token: Token) -> list[Token]:
    """All the heads that are joined to a phrase, itself among them, wherever in the row it stands, in order."""
    first, row = token, {token.i}
    while _goes_on(first) and first.head.i not in row:
        first = first.head
        row.add(first.i)
    found = {each.i: each for each in joint(first)}
    if first.i != token.i:
        found[token.i] = token
    for each in list(found.values()):
        for child in each.children:
            if child.dep_ == "appos" and _goes_on(child):
                found |= {part.i: part for part in joint(child)}
    return [found[i] for i in sorted(found)]


def _goes_on(token: Token) -> bool:
    """Whether a head goes on with the row of its governor, somebody too.

    Of "Peru, Chile and Cuba" the parser often has the second as an apposition to the first.
    """
    if token.dep_ == "conj":
        nouns = token.head.pos_ in ("NOUN", "PROPN", "PRON") and token.pos_ in ("NOUN", "PROPN", "PRON")
        return nouns and (token.head.pos_ != "NOUN" or people().may_hold(token.head.lemma_.lower()))
    row = token.dep_ == "appos" and any(part.dep_ == "conj" for part in token.children)
    return row and token.ent_type_ in NAMES and token.head.ent_type_ in NAMES


def _one_name(first: Token, last: Token) -> bool:
    """Whether an "and" is part of a body's name: "the Ways and Means Committee"."""
    return last.ent_type_ == "ORG" and all(token.ent_iob_ == "I" for token in first.doc[first.i + 1 : last.i + 1])


def _of_lands(head: Token) -> list[Token]:
    """Whom several speak for: "the ministers of Japan and Chile", "Japanese and Chilean troops" are Japan and Chile."""
    if head.tag_ != "NNS":
        return []
    before = [part for child in head.children if child.dep_ in ("amod", "nmod", "compound") and child.i < head.i
              for part in child.subtree if part.ent_type_ in ("NORP", "GPE")]  # fmt: skip
    joined = any(part.dep_ == "cc" for part in head.doc[before[0].i : before[-1].i]) if before else False
    if joined and len(before) > 1 and head.lemma_.lower() in OF_STATES:
        return before
    if head.lemma_.lower() not in people().offices:
        return []
    of = next((child for child in head.children if child.dep_ == "prep" and child.lower_ in ("of", "from")), None)
    first = next((part for part in of.children if part.dep_ == "pobj"), None) if of is not None else None
    lands = list(joint(first)) if first is not None else []
    return lands if len(lands) > 1 and all(land.ent_type_ == "GPE" for land in lands) else []


def addressee_token(cue: Cue) -> Token | None:
    """The head of the phrase for whom an act is aimed at."""
    head = cue.head
    if head.pos_ in ("VERB", "AUX"):
        for child in head.children:
            if child.dep_ in ("dobj", "dative") and _addressable(child):
                return child
        for child in head.children:
            if child.dep_ == "ccomp" and cue.act == "demand":
                subject = next((part for part in child.children if part.dep_ in ("nsubj", "nsubjpass")), None)
                if subject is not None and _addressable(subject):
                    return subject
    wanted = content_head(cue)
    owed = [child for child in wanted.children if child.lower_ in OWED.get(cue.act, ())] if wanted is not None else []
    for child in (*head.children, *owed):
        if child.dep_ in ("prep", "dative") and child.lower_ in ADDRESSED.get(cue.act, ()):
            found = next((part for part in child.children if part.dep_ == "pobj"), None)
            if found is not None and _addressable(found):
                return found
    return None


def _addressable(token: Token) -> bool:
    """Whether a phrase may name somebody that words are aimed at."""
    return token.ent_type_ in NAMES or token.pos_ == "PRON" or people().may_hold(token.lemma_.lower())


def content_head(cue: Cue) -> Token | None:
    """The head of what is demanded, offered, refused ...: a clause, an object, or what a preposition brings."""
    head = cue.head
    own = set(cue.tokens)
    if cue.act == "consult":
        return None
    for dep in ("ccomp", "xcomp", "acl"):
        for child in head.children:
            if child.dep_ == dep and child.i > head.i:
                return child
    for child in head.children:
        if child.dep_ == "prep" and child.i in own:
            inner = next((part for part in child.children if part.dep_ in ("pobj", "pcomp", "prep")), None)
            if inner is not None:
                return inner
    for child in head.children:
        if child.dep_ in ("dobj", "attr") and child.i > head.i:
            return child
    for child in (*head.children, *_given(cue)):
        if child.dep_ in ("prep", "dative") and child.i > head.i:
            return next((part for part in child.children if part.dep_ in ("pobj", "pcomp")), None)
    return None


def _given(cue: Cue) -> list[Token]:
    """What the verb that carries a noun has taken of it: "issued a plea | for help"."""
    if cue.light is None:
        return []
    beside = cue.head.right_edge.i + 1
    return [
        child for child in cue.light.children if child.dep_ == "dative" or (child.i == beside and child.lower_ in TAKEN)
    ]


LISTED = 3
"""So many conjuncts of an object make a list of demands, even inside a clause."""


def listed(content: Token) -> list[Token]:
    """The members of a list: the conjuncts of a content that each say something of their own."""
    chain = _chain(content)
    if len(chain) == 1:
        for child in content.children:
            if child.dep_ in ("dobj", "attr") and len(_chain(child)) >= LISTED:
                return _chain(child)
    return chain


def _listed(token: Token) -> bool:
    """Whether a word goes on a list: joined, or set beside with more to come ("the ship, the crew and the cargo")."""
    return token.dep_ == "conj" or (token.dep_ == "appos" and any(part.dep_ == "conj" for part in token.children))


def _chain(content: Token) -> list[Token]:
    chain = [content]
    while True:
        following = [child for child in chain[-1].children if child.i > chain[-1].i and _listed(child)]
        if not following:
            break
        chain.append(following[0])
    ends = [*(token.left_edge.i - 2 for token in chain[1:]), chain[-1].right_edge.i]
    long = [
        token
        for token, end in zip(chain, ends, strict=True)
        if end - token.left_edge.i >= 2 or token.left_edge.lower_ in ("a", "an")
    ]
    return chain if len(chain) > 1 and len(long) >= len(chain) - 1 else [content]
