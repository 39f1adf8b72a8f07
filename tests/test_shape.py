"""The house rules on shape, held over the source itself: sizes, names, docstrings, and what may stand where."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from statistics import median

import pytest

ROOT = Path(__file__).parents[1]
SOURCE = sorted((ROOT / "src" / "sayso").rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
OTHERS = sorted(path for room in ("benchmarks", "training", "docs") for path in (ROOT / room).rglob("*.py"))
EVERYTHING = SOURCE + TESTS + OTHERS

LONGEST_FILE = 400
MEDIAN_FILE = 200
LONGEST_FUNCTION = 60
MEDIAN_FUNCTION = 12
MOST_PARAMETERS = 6
ATTICS = {"utils", "util", "helpers", "helper", "common", "misc", "tools", "stuff"}

LAZY_IMPORTS = {
    "cli": "`sayso --help` must not load what a command needs",
    "flow": "each step is loaded when it is first taken",
    "weights": "asking which model is there must not load spaCy",
    "gazetteer": "only adding needs the countries, and every command that opens a book would pay for them",
    "articles": "most articles need neither their encoding guessed nor a page taken apart",
}
"""The only modules that may import inside a function, and why."""

COMMAND_OPTIONS_ARE_PARAMETERS = "cli"
"""click hands each option of a command to its function as a parameter: functions there that are decorated as commands
may have as many as the command has options; all others keep to the limit."""

Function = ast.FunctionDef | ast.AsyncFunctionDef


def place(path: Path, node: ast.AST | None = None) -> str:
    """The file, and the line where there is one, as a reader would look it up."""
    return f"{path.relative_to(ROOT)}" + (f":{getattr(node, 'lineno', 1)}" if node else "")


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def room(path: Path) -> str:
    """The step of the flow that a source file belongs to: "book" for book/schema.py, "flow" for flow.py."""
    return path.relative_to(ROOT / "src" / "sayso").parts[0].removesuffix(".py")


def functions(path: Path) -> list[Function]:
    return [node for node in ast.walk(tree(path)) if isinstance(node, Function)]


def length(function: Function) -> int:
    """The lines of a function, its docstring not counted."""
    total = (function.end_lineno or function.lineno) - function.lineno + 1
    if ast.get_docstring(function) is None:
        return total
    doc = function.body[0]
    return total - ((doc.end_lineno or doc.lineno) - doc.lineno + 1)


def imports(node: ast.AST) -> Iterator[tuple[ast.AST, str]]:
    """Each import below a node, with the full name of what it imports."""
    for below in ast.walk(node):
        if isinstance(below, ast.Import):
            yield from ((below, alias.name) for alias in below.names)
        elif isinstance(below, ast.ImportFrom):
            yield from ((below, f"{below.module}.{alias.name}") for alias in below.names)


def docstrings(path: Path) -> set[int]:
    """The identities of the nodes that are docstrings, or stand alone as one does below a constant."""
    return {id(node.value) for node in ast.walk(tree(path)) if isinstance(node, ast.Expr)}


def strings(path: Path) -> Iterator[ast.Constant]:
    """The strings that the program uses, docstrings left out."""
    idle = docstrings(path)
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in idle:
            yield node


def calls(path: Path) -> Iterator[tuple[ast.Call, str]]:
    """Each call in a file, with the words it is called by."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call):
            yield node, ast.unparse(node.func)


def test_no_file_is_too_long() -> None:
    assert [f"{place(path)}: {lines(path)}" for path in EVERYTHING if lines(path) > LONGEST_FILE] == []


def test_files_are_short_on_the_whole() -> None:
    assert median(lines(path) for path in SOURCE) < MEDIAN_FILE


def test_no_function_is_too_long() -> None:
    long = [(path, each) for path in EVERYTHING for each in functions(path) if length(each) > LONGEST_FUNCTION]
    assert [f"{place(path, each)} {each.name}: {length(each)}" for path, each in long] == []


def test_functions_are_short_on_the_whole() -> None:
    assert median(length(each) for path in SOURCE for each in functions(path)) <= MEDIAN_FUNCTION


def parameters(function: Function) -> int:
    """How many parameters a caller sees: self and cls do not count."""
    spec = function.args
    named = [arg.arg for arg in (*spec.posonlyargs, *spec.args, *spec.kwonlyargs)]
    return len([name for name in named if name not in ("self", "cls")]) + bool(spec.vararg) + bool(spec.kwarg)


def is_command(path: Path, function: Function) -> bool:
    if path not in SOURCE or room(path) != COMMAND_OPTIONS_ARE_PARAMETERS:
        return False
    return any(re.search(r"\.(command|group)\b", ast.unparse(each)) for each in function.decorator_list)


def test_no_function_takes_too_many_parameters() -> None:
    wide = [
        f"{place(path, each)} {each.name}: {parameters(each)}"
        for path in EVERYTHING
        for each in functions(path)
        if parameters(each) > MOST_PARAMETERS and not is_command(path, each)
    ]
    assert wide == []


def test_no_module_is_an_attic() -> None:
    names = {path: {path.stem.strip("_"), path.parent.name} for path in EVERYTHING}
    assert [place(path) for path in EVERYTHING if names[path] & ATTICS] == []


def public(path: Path) -> Iterator[ast.Module | ast.ClassDef | Function]:
    """The module, its public classes and functions, and their public methods."""
    yield tree(path)
    above: list[ast.Module | ast.ClassDef] = [tree(path)]
    while above:
        for node in above.pop().body:
            if isinstance(node, ast.ClassDef | Function) and not node.name.startswith("_"):
                yield node
                if isinstance(node, ast.ClassDef):
                    above.append(node)


def test_everything_public_says_what_it_is_for() -> None:
    silent = [place(path, node) for path in SOURCE for node in public(path) if not ast.get_docstring(node)]
    assert silent == []


def test_every_file_of_the_tests_says_what_it_holds() -> None:
    assert [place(path) for path in TESTS + OTHERS if not ast.get_docstring(tree(path))] == []


def test_imports_stand_at_the_top() -> None:
    inside = [
        place(path, node)
        for path in SOURCE
        if room(path) not in LAZY_IMPORTS
        for function in functions(path)
        for node, _ in imports(function)
    ]
    assert inside == []


def test_no_module_imports_the_public_interface() -> None:
    """`sayso` itself imports everything on demand: a step that imports from it would reach around the layers."""
    reaching = [
        place(path, node)
        for path in SOURCE
        if room(path) != "cli"
        for node, name in imports(tree(path))
        if name in ("sayso", "sayso.__version__")
    ]
    assert reaching == []


def test_only_the_command_line_prints() -> None:
    loud = [
        place(path, call)
        for path in SOURCE
        if room(path) != "cli"
        for call, words in calls(path)
        if words in ("print", "input") or words.startswith(("sys.stdout.", "sys.stderr."))
    ]
    assert loud == []


SQL = re.compile(r"\s*(SELECT|INSERT (OR \w+ )?INTO|UPDATE \w+ SET|DELETE FROM|CREATE|ALTER TABLE|PRAGMA|BEGIN)\b")


def test_sql_stands_in_the_book_alone() -> None:
    spoken = [place(path, node) for path in SOURCE if room(path) != "book" for node in strings(path) if is_sql(node)]
    imported = [place(path) for path in SOURCE if room(path) != "book" and "sqlite3" in dict(by_name(path))]
    assert spoken + imported == []


def is_sql(node: ast.Constant) -> bool:
    return SQL.match(str(node.value)) is not None


def by_name(path: Path) -> Iterator[tuple[str, ast.AST]]:
    return ((name.split(".")[0], node) for node, name in imports(tree(path)))


UNSAFE = ("pickle", "cPickle", "dill", "joblib", "marshal", "shelve", "cloudpickle")
NETWORK = ("socket", "http.", "urllib.request", "urllib.error", "urllib3", "requests", "httpx", "ftplib", "ssl")


def test_no_module_unpickles() -> None:
    assert [place(path, node) for path in EVERYTHING for name, node in by_name(path) if name in UNSAFE] == []


def test_no_module_speaks_to_a_network() -> None:
    online = [
        place(path, node)
        for path in SOURCE
        for node, name in imports(tree(path))
        if f"{name}.".startswith(tuple(way.rstrip(".") + "." for way in NETWORK))
    ]
    assert online == []


def test_records_have_no_type_left_open() -> None:
    records = ROOT / "src" / "sayso" / "records.py"
    named = [node.id for node in ast.walk(tree(records)) if isinstance(node, ast.Name)]
    assert "Any" not in named


def test_every_exception_caught_is_named() -> None:
    handlers = [(path, node) for path in EVERYTHING for node in ast.walk(tree(path))]
    bare = [place(path, node) for path, node in handlers if isinstance(node, ast.ExceptHandler) and node.type is None]
    assert bare == []


@pytest.mark.parametrize("way", ["skip", "skipif", "xfail", "importorskip"])
def test_no_test_is_passed_over(way: str) -> None:
    passed_over = [
        place(path, node)
        for path in TESTS
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Attribute) and node.attr == way and "pytest" in ast.unparse(node.value)
    ]
    assert passed_over == []


def test_every_assertion_can_fail() -> None:
    idle = [
        place(path, node)
        for path in TESTS
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Assert) and isinstance(node.test, ast.Constant | ast.Tuple)
    ]
    assert idle == []


def is_test(function: Function) -> bool:
    return function.name.startswith("test_")


def test_no_test_hides_another_of_its_name() -> None:
    hidden = []
    for path in TESTS:
        for scope in [tree(path), *(node for node in ast.walk(tree(path)) if isinstance(node, ast.ClassDef))]:
            names = [node.name for node in scope.body if isinstance(node, Function) and is_test(node)]
            hidden += [f"{place(path)} {name}" for name in set(names) if names.count(name) > 1]
    assert hidden == []


MACHINE = re.compile(r"/(?:root|home|Users|work|opt)/[a-z]|[A-Z]:\\\\Users|index.url|pypi\.org|npmjs\.org")
TEXTS = ("*.py", "*.toml", "*.md", "*.txt", "*.cfg", "Makefile", ".ci/*", ".gitignore")


def test_no_file_names_one_machine_or_a_registry() -> None:
    spoken = []
    for room_of in ("src", "tests", "docs", "benchmarks", "training", "requirements", ".ci", "."):
        for pattern in TEXTS:
            found = (ROOT / room_of).glob(pattern) if room_of == "." else (ROOT / room_of).rglob(pattern)
            spoken += [place(path) for path in found if path != Path(__file__) and MACHINE.search(text_of(path))]
    assert spoken == []


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace")
