"""To whom the grammar ascribes what a verb tells: its subject, its agent, or what it modifies."""

from __future__ import annotations

from spacy.tokens import Token

SUBJECTS = ("nsubj", "nsubjpass", "csubj")


def source_of(verb: Token) -> Token | None:
    """The head of the phrase that a verb's doing is ascribed to: its subject, "by" agent, or what it modifies."""
    seen, infinitive = 0, False
    while seen < 4:
        if infinitive and is_passive(verb):  # "was said by Chile to have refused": not the one who says it
            return next((child for child in verb.children if child.dep_ == "nsubjpass"), None)
        for child in verb.children:
            if child.dep_ == "agent" and verb.lemma_ != "quote":
                return _object(child)
        passive = is_passive(verb)
        fronted = next((child for child in verb.children if child.lower_ == "by" and child.i < verb.i), None)
        if passive and fronted is not None and fronted.dep_ == "prep":
            return _object(fronted)  # "By its critics the firm is said to have ..."
        if verb.dep_ == "pcomp" and (told := _told_of(verb.head)) is not None:
            return told
        for child in verb.children:
            if child.dep_ == "nsubj" or (child.dep_ == "nsubjpass" and verb.lemma_ == "quote"):
                return child
        if passive and verb.dep_ not in ("conj",):
            return None
        if verb.dep_ in ("conj", "advcl", "xcomp", "pcomp", "acomp", "parataxis", "dep") and verb.head.i != verb.i:
            infinitive = verb.dep_ in ("xcomp", "pcomp")
            verb = climb(verb)
        elif verb.dep_ in ("acl", "relcl"):
            return verb.head
        else:
            return None
        seen += 1
    return None


def _object(preposition: Token) -> Token | None:
    return next((part for part in preposition.children if part.dep_ == "pobj"), None)


def is_passive(verb: Token) -> bool:
    """Whether a verb is in the passive voice."""
    return any(child.dep_ == "auxpass" for child in verb.children)


def _told_of(preposition: Token) -> Token | None:
    """Whose doing a clause after a preposition is: "quoted X as saying", "accused X of seizing", "blamed X for"."""
    governor = preposition.head
    charged = preposition.lower_ == "with" and governor.lemma_ == "charge"
    if not (preposition.lower_ in ("as", "of", "for", "from") or charged) or governor.pos_ not in ("VERB", "AUX"):
        return None
    passive = is_passive(governor)
    if not passive and governor.dep_ == "acl" and governor.tag_ == "VBN":
        return governor.head  # "the insurer, described by the lawyer as having agreed"
    roles = ("nsubjpass",) if passive else ("dobj",)
    return next((child for child in governor.children if child.dep_ in roles), None)


def climb(verb: Token) -> Token:
    """The governor whose subject a verb without one shares."""
    head = verb.head
    if head.pos_ == "ADP":
        head = head.head
    return head
