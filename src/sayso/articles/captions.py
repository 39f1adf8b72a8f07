"""Captions of pictures and the credits of who took them, also where scraping has fused the two."""

from __future__ import annotations

import re

_LONGEST = 70
"""Words in the longest caption; longer blocks are prose whatever they end in."""

_HOUSES = (
    r"(?:EPA(?:-EFE)?|AFP|AP|Reuters|REUTERS|Getty(?: Images)?|GETTY|Shutterstock|Alamy|Rex(?: Features)?|"
    r"PA(?: Wire)?|Splash|"
    r"BackGrid|Bloomberg|Anadolu|Xinhua|TASS|Sputnik|ZUMA|Imago|IMAGO|DPA|dpa|ANSA|EFE|iStock|Unsplash|"
    r"Flickr|Wikimedia(?: Commons)?|"
    r"Handout|Supplied|Pool|WireImage|FilmMagic|NurPhoto|SOPA Images|Magnum|Corbis|picture alliance|Nur "
    r"Photo|Press Association)"
)
_SHORTCODE = re.compile(r"\[/caption\]\W*$|^\W*\[caption\b", re.I)
_FUSED = re.compile(
    r"(?:EPA|AFP|REUTERS|Reuters|Getty|GETTY|Alamy|Shutterstock|Rex|Splash|BackGrid|TASS|ANSA|DPA|PA|"
    r"AP)(?=[A-Z][a-z]*\b)"
)
_LABEL = re.compile(
    r"[^\w\"'“‘«]*(?:(?:file |stock |handout |undated )?(?:photo(?:graph)?s?|pictures?|image|illustration|"
    r"graphic|video|foto|bild|imagen?|crédits?|crédito|fotografía)"
    r"(?: (?:source|credit|caption|by|courtesy(?: of)?|from|via|illustration))?\s*[:：|/]|(?:photo|picture|"
    r"image)(?:graph)? (?:by|credit|courtesy)\b|"
    r"credits?\s*[:|]|image (?:source|caption|copyright)\b|pictured\s*[:(]|caption\s*:|media caption\b)",
    re.I,
)
_IMAGE_HOUSES = (
    r"(?:EPA(?:-EFE)?|Getty(?: Images)?|GETTY|Shutterstock|Alamy|Rex Features|Splash|BackGrid|iStock|Wikimedia Commons)"
)
_CREDIT_END = re.compile(
    rf"(?:[(\[](?:[^()\[\]]{{0,60}}[/|]|[^()\[\]]{{0,60}}\bvia )\s*{_HOUSES}[^()\[\]]{{0,40}}[)\]]"
    rf"|\s[|–—-]\s*(?:[\w .'’-]{{1,40}}/\s*{_HOUSES}|{_IMAGE_HOUSES})(?:\s*[/|]\s*[\w .'’-]{{1,40}})?"
    rf"|\b(?:[Pp]hoto|[Pp]icture|[Ii]mage|[Cc]redit|PHOTO|CREDIT)s?(?: credit)?(?: by\b|"
    rf":)\s+[^.]{{0,60}}\b{_HOUSES})\W*$"
)
_HOUSE_ONLY = re.compile(
    rf"\W*(?:[\w.'’ -]{{0,40}}[/|]\s*)?(?:{_HOUSES}|Getty)(?:\s*(?:[/|,]|via)\s*[\w.'’ -]{{1,40}}){{0,3}}\W*$"
)
_PAREN_CREDIT = re.compile(r"[(\[](?:photo|picture|image|file|credit)s?\b[^()\[\]]{0,80}[)\]]\W*$", re.I)
_AP_PHOTO = re.compile(r"[(\[][^()\[\]]{0,60}\bPhotos?\s*/[^()\[\]]{0,60}[)\]]\W*$")


def is_caption(text: str) -> bool:
    """Whether a block is a picture's caption or credit."""
    words = len(text.split())
    if words > _LONGEST:
        return False
    if _SHORTCODE.search(text) or _LABEL.match(text) or _AP_PHOTO.search(text) or _PAREN_CREDIT.search(text):
        return True
    if _FUSED.match(text) and not text.rstrip().endswith((".", "!", "?", "”", '"')):
        return words > 2
    return words <= 60 and bool(_HOUSE_ONLY.fullmatch(text) if words <= 6 else _CREDIT_END.search(text))
