"""The architecture as tests: what design and CONTRIBUTING promise of the code."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from support import tree

LONGEST_MODULE = 400


def test_imports_only_go_down():
    command = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run(
        [command, "--no-cache"], cwd=tree.ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout
    assert "0 broken" in done.stdout


@pytest.mark.parametrize("module", tree.modules(), ids=lambda p: str(p.relative_to(tree.SOURCE)))
def test_every_module_has_its_unit_test(module):
    relative = module.relative_to(tree.SOURCE)
    mirror = tree.UNIT / relative.parent / f"test_{relative.stem.strip('_')}.py"
    assert mirror.is_file()


@pytest.mark.parametrize("module", tree.modules(), ids=lambda p: str(p.relative_to(tree.SOURCE)))
def test_no_module_outgrows_its_job(module):
    assert len(module.read_text(encoding="utf-8").splitlines()) <= LONGEST_MODULE


PURE = [
    path
    for path in tree.modules()
    if path.relative_to(tree.SOURCE).parts[0]
    in {"exact.py", "formula", "model", "scoring", "checks", "comparing", "pages"}
]


@pytest.mark.parametrize("module", PURE, ids=lambda p: str(p.relative_to(tree.SOURCE)))
def test_no_float_and_no_round_comes_near_a_score(module):
    for node in ast.walk(tree.parsed(module)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id not in {"float", "round", "eval", "exec"}, node.lineno
        if isinstance(node, ast.Constant):
            assert not isinstance(node.value, float), node.lineno


@pytest.mark.parametrize("module", tree.modules(), ids=lambda p: str(p.relative_to(tree.SOURCE)))
def test_only_the_command_line_prints_and_exits(module):
    if module.relative_to(tree.SOURCE).parts[0] == "cli":
        return
    for node in ast.walk(tree.parsed(module)):
        if isinstance(node, ast.Call):
            assert ast.unparse(node.func) not in {"print", "sys.exit", "exit", "quit"}, node.lineno


def test_nothing_depends_on_the_private_parts_of_typer():
    for module in tree.modules():
        text = module.read_text(encoding="utf-8")
        assert "import click" not in text
        assert "typer._click" not in text
