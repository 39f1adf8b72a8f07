"""The small reader's card and its picture of precision and recall, made from the manifest beside its weights."""

import json
from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files
from typing import Any

LIMITS = (
    "English news alone. The acts are those of Sayso; coding rules and coders shape what counts. Deeds told in",
    "passing, accusations without a word of accusing and acts told over several sentences are missed most. The network",
    "learns no names, but kinds of party: states, unions, companies and offices of the training years are read best.",
    "The 36 articles were in view when features, weights and the threshold were chosen: on others expect less.",
)
WIDTH, HEIGHT, LEFT, BOTTOM = 640, 360, 56, 44
BAR = 26


def manifest() -> Mapping[str, Any]:
    """What the package says of its network."""
    held: Mapping[str, Any] = json.loads(
        files("sayso").joinpath("data", "small", "manifest.json").read_text(encoding="utf-8")
    )
    return held


def card() -> str:
    """The model card."""
    held = manifest()
    return (
        "\n".join(
            [*_about(held), *_scores(held["scores"], held["confidence"]), *_confidence(held["confidence"]), *_limits()]
        )
        + "\n"
    )


def _about(held: Mapping[str, Any]) -> Iterator[str]:
    yield from (f"# Model card: {held['name']}", "")
    yield from (f"{held['task']}. {held['bytes'] / 1e6:.0f} MB in the wheel, 8-bit weights in ONNX, no pickles.", "")
    yield from ("| | |", "| --- | --- |")
    for name in ("base", "teacher", "licence", "measured on"):
        yield f"| {name} | {held[name]} |"
    yield from ("", "## Data", "", "| data | used for | licence |", "| --- | --- | --- |")
    for each in held["data"]:
        yield f"| {each['name']} | {each['use']} | {each['licence']} |"
    yield from ("", "## Files", "", "| file | sha256 |", "| --- | --- |")
    for name, digest in held["sha256"].items():
        yield f"| `{name}` | `{digest}` |"


def _scores(scores: Mapping[str, Any], confidence: Mapping[str, Any]) -> Iterator[str]:
    small, rules = scores["small"], scores["rules"]
    crossed = next(row for row in confidence["curve"] if row[0] == confidence["least"])
    yield from (
        "",
        "## Statements",
        "",
        "On 36 coded articles; on 12 of them a second coder agrees with the first at a full F1 of 0.88. The weights of",
        "the confidences were fitted on the same articles, which flatters the small reader here. Fitted on others each",
        f"time (ten-fold), it reaches in full a precision of {crossed[1]:.2f}, a recall of {crossed[2]:.2f} and an F1",
        f"of {crossed[3]:.2f}.",
        "",
    )
    yield from _table("level or act", small["statements"], rules["statements"])
    yield from ("", "Full, by kind of source:", "")
    yield from _table("source", small["by kind of source"], rules["by kind of source"])
    for setting in ("units", "whole articles"):
        yield from ("", f"## Attributions: {setting}", "")
        yield from _attributions(small[f"attributions, {setting}"], rules[f"attributions, {setting}"])
    yield from (
        "",
        "## Behaviour",
        "",
        "Short invented texts by class, read just as a coder would (`python -m benchmarks.behaviour`).",
        "",
    )
    yield from ("| class | cases | small | rules |", "| --- | --- | --- | --- |")
    for kind, row in small["behaviour"].items():
        yield f"| {kind} | {row['cases']} | {row['rate']:.2f} | {rules['behaviour'][kind]['rate']:.2f} |"


def _table(what: str, small: Mapping[str, Any], rules: Mapping[str, Any]) -> Iterator[str]:
    yield f"| {what} | wanted | precision | recall | F1 | F1 of rules |"
    yield "| --- | --- | --- | --- | --- | --- |"
    for name, row in small.items():
        other = rules.get(name, {}).get("f1", 0.0)
        figures = " | ".join(f"{row[figure]:.2f}" for figure in ("precision", "recall", "f1"))
        yield f"| {name} | {row['wanted']} | {figures} | {other:.2f} |"


def _attributions(small: Mapping[str, Any], rules: Mapping[str, Any]) -> Iterator[str]:
    yield "| part | exact precision | exact recall | exact F1 | overlap F1 | exact F1 of rules | overlap F1 of rules |"
    yield "| --- | --- | --- | --- | --- | --- | --- |"
    for name, row in small.items():
        exact = " | ".join(f"{row['exact'][figure]:.3f}" for figure in ("precision", "recall", "f1"))
        others = " | ".join(f"{rules[name][kind]['f1']:.3f}" for kind in ("exact", "overlap"))
        yield f"| {name} | {exact} | {row['overlap']['f1']:.3f} | {others} |"


def _confidence(held: Mapping[str, Any]) -> Iterator[str]:
    yield from (
        "",
        "## Confidence",
        "",
        f"Statements are told from {held['least']:.2f} on. Cross-fitted over articles:",
        "",
    )
    yield from ("| confidence | right | statements |", "| --- | --- | --- |")
    for mean, right, many in held["reliability"]:
        yield f"| {mean:.2f} | {right:.2f} | {many} |"
    yield from ("", "![Precision and recall by threshold](confidence.svg)")


def _limits() -> Iterator[str]:
    yield from ("", "## Limits", "", *LIMITS)


def picture() -> str:
    """Precision, recall and F1 over the threshold, as SVG."""
    held = manifest()["confidence"]
    curve: Sequence[Sequence[float]] = held["curve"]
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}"',
        'font-family="sans-serif" font-size="13">',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>',
    ]
    for tenth in range(0, 11, 2):
        share = tenth / 10
        parts += [
            f'<line x1="{_x(0):.0f}" x2="{_x(1):.0f}" y1="{_y(share):.0f}" y2="{_y(share):.0f}" stroke="#ddd"/>',
            f'<text x="{LEFT - 8}" y="{_y(share) + 4:.0f}" text-anchor="end">{share:.1f}</text>',
            f'<text x="{_x(share):.0f}" y="{HEIGHT - BOTTOM + 20}" text-anchor="middle">{share:.1f}</text>',
        ]
    for column, name, colour in ((1, "precision", "#1b6ca8"), (2, "recall", "#b5541c"), (3, "F1", "#444444")):
        points = " ".join(f"{_x(row[0]):.1f},{_y(row[column]):.1f}" for row in curve)
        parts.append(f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2"/>')
        last = curve[-1]
        parts.append(f'<text x="{_x(last[0]) + 6:.0f}" y="{_y(last[column]) + 4:.0f}" fill="{colour}">{name}</text>')
    least = held["least"]
    parts += [
        f'<line x1="{_x(least):.0f}" x2="{_x(least):.0f}" y1="{_y(0):.0f}" y2="{_y(1):.0f}"',
        'stroke="#888" stroke-dasharray="4 4"/>',
        f'<text x="{_x(least) + 4:.0f}" y="{_y(1) + 12:.0f}" fill="#666">told from {least:.2f} on</text>',
        f'<text x="{WIDTH / 2:.0f}" y="{HEIGHT - 6}" text-anchor="middle">least confidence</text>',
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _x(share: float) -> float:
    return LEFT + share * (WIDTH - LEFT - 90)


def _y(share: float) -> float:
    return HEIGHT - BOTTOM - share * (HEIGHT - BOTTOM - BAR)
