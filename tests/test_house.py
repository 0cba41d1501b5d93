"""The laws of the house that a machine can read: who imports whom, and documents that match the code."""

import ast
import importlib
import re
import runpy
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "variorum"

# Rooms from the top down; a room imports only from rows below its own, or from itself.
ROWS = [
    {"__init__", "cli", "desk"},
    {"pipeline"},
    {"settings"},
    {"read", "annotate", "group", "collate", "publish", "store", "engine"},
    {"text"},
    {"lang"},
    {"model"},
    {"errors"},
]
LEVEL = {room: level for level, row in enumerate(ROWS) for room in row}
MODULES = sorted(SOURCE.rglob("*.py"))


def room_of(path: Path) -> str:
    parts = path.relative_to(SOURCE).with_suffix("").parts
    return parts[0]


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imports_of(tree: ast.Module, path: Path) -> list[tuple[ast.AST, str]]:
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found += [(node, name.name) for name in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            found += [(node, node.module or "")]
    return [(node, name) for node, name in found if name.split(".")[0] == "variorum"]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_imports_point_downwards(path):
    room = room_of(path)
    assert room in LEVEL, f"{room} is not a room of the house: add it to ROWS"
    for _, name in imports_of(parsed(path), path):
        target = [*name.split("."), "__init__"][1]
        if target != room:
            assert LEVEL[target] > LEVEL[room] or room in ROWS[0], f"{path} imports {name}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_no_import_of_ours_hides_in_a_function(path):
    tree = parsed(path)
    # What stands under `if TYPE_CHECKING:` at the top of a module is at its top.
    blocks = [tree, *(node for node in tree.body if isinstance(node, ast.If))]
    top = {id(node) for block in blocks for node in ast.iter_child_nodes(block)}
    for node, name in imports_of(tree, path):
        assert id(node) in top, f"{path} imports {name} inside a function"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_every_module_opens_with_a_docstring(path):
    assert ast.get_docstring(parsed(path))


def test_generated_pages_equal_the_code():
    build_pages = runpy.run_path(str(ROOT / "docs" / "build.py"))["build_pages"]
    for path, text in build_pages():
        assert path.read_text(encoding="utf-8") == text, f"{path} is old: run `make docs`"


def test_the_lock_names_no_address():
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert "://" not in lock
    assert "--hash=sha256:" in lock


SCRIPTS = sorted([*ROOT.glob("training/**/*.py"), *ROOT.glob("benchmarks/**/*.py")])


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_what_scripts_import_of_ours_is_there(path):
    """Scripts of training are run once in a while: what they import must move with the code."""
    for node, name in imports_of(parsed(path), path):
        module = importlib.import_module(name)
        for each in node.names if isinstance(node, ast.ImportFrom) else ():
            assert hasattr(module, each.name) or find_spec(f"{name}.{each.name}"), f"{path}: {name}.{each.name}"


# Pages that tell how things are; decisions tell how they were.
PAGES = sorted(
    [*ROOT.glob("docs/*.md"), *ROOT.glob("docs/models/*.md"), ROOT / "README.md", ROOT / "CONTRIBUTING.md", *MODULES]
)
PLACES = [
    ROOT,
    ROOT / "docs",
    ROOT / "src",
    SOURCE,
    *(SOURCE / room for room in ("annotate", "collate", "collate/findings", "lang")),
]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_files_that_a_page_names_are_there(page):
    named = re.findall(r"`((?:\w+/)+\w+\.(?:py|toml|json|npz|onnx))`", page.read_text(encoding="utf-8"))
    for name in named:
        # The public sets lie beside the project.
        if not name.startswith("collation/"):
            assert any((place / name).exists() for place in PLACES), f"{page} names {name}, which is not there"
