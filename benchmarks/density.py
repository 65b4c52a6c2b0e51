# ruff: noqa: T201
"""How much a reader must hold in mind: decisions per ten lines of function, for each package and over all.

    python benchmarks/density.py [--top 20]

A decision is a branch, a loop, a further operand of `and` or `or`, a conditional expression, a part of a comprehension,
a case or the function itself. Ends with status 1 when a package or the whole is above its limit, so that the checks
notice.
Others, counted alike: httpx 2.0, thinc 2.3, lark 3.2, trafilatura 3.2, spaCy's pipeline 1.7.
"""

import argparse
import ast
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

SOURCE = Path(__file__).parents[1] / "src" / "extractor"
# Lower them with the code. Wanted: 4.5 over all, 5.5 in a package.
MOST = 4.5  # over all
MOST_OF_PACKAGE = 5.5
_ONE = (ast.If, ast.For, ast.While, ast.IfExp, ast.ExceptHandler, ast.comprehension, ast.match_case)


def decisions(function: ast.AST) -> int:
    """The decisions of a function, those of functions inside it too."""
    count = 1
    for node in ast.walk(function):
        count += isinstance(node, _ONE)
        if isinstance(node, ast.BoolOp):
            count += len(node.values) - 1
        elif isinstance(node, ast.comprehension):
            count += len(node.ifs)
    return count


def functions(source: Path) -> Iterator[tuple[str, str, int, int]]:
    """(package, where and name, decisions, lines) of each function below a folder."""
    for path in sorted(source.rglob("*.py")):
        where = path.relative_to(source)
        package = "/".join(where.parts[:-1]) or "(top)"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lines = (node.end_lineno or node.lineno) - node.lineno + 1
                yield package, f"{where}:{node.lineno} {node.name}", decisions(node), lines


def main() -> int:
    """Print the table; the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--top", type=int, default=0, help="also print so many of the densest functions")
    top = parser.parse_args().top
    found = list(functions(SOURCE))
    packages: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for package, _, count, lines in found:
        for name in ("all", package):
            packages[name][0] += count
            packages[name][1] += lines
    densities = {name: 10 * count / lines for name, (count, lines) in packages.items()}
    above = []
    for name, density in sorted(densities.items(), key=lambda pair: -pair[1]):
        most = MOST if name == "all" else MOST_OF_PACKAGE
        print(f"{density:5.2f}  {name}{f'  above {most}' if density > most else ''}")
        above += [name] if density > most else []
    for _, name, count, lines in sorted(found, key=lambda row: -row[2])[:top]:
        print(f"{count:4d} decisions in {lines:3d} lines  {name}")
    return 1 if above else 0


if __name__ == "__main__":
    raise SystemExit(main())
