"""An executed notebook as a page: its cells one below the other, as they were stored."""

from html import escape
from pathlib import Path
from typing import Any

import nbformat

STYLE = """
body{font:15px/1.5 system-ui,sans-serif;margin:16px 24px;background:#fff;color:#111}
pre{font:13px/1.45 ui-monospace,"Liberation Mono",monospace;margin:0}
.cell{display:grid;grid-template-columns:60px minmax(0,1fr);gap:8px;margin:8px 0}
.count{color:#307fc1;font:13px/2.2 ui-monospace,monospace;text-align:right}
.code{background:#f7f7f7;border:1px solid #e0e0e0;padding:6px 10px}
"""


def sheet_of(path: Path, cells: int) -> str:
    """The first cells of a notebook as HTML."""
    notebook = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]
    body = "".join(_cell(cell) for cell in notebook.cells[:cells])
    return f'<!doctype html><html lang="en" data-ready="yes"><meta charset="utf-8"><style>{STYLE}</style>{body}'


def _cell(cell: Any) -> str:
    if cell.cell_type == "markdown":
        title, _, rest = cell.source.removeprefix("# ").partition("\n\n")
        return f"<h1>{escape(title)}</h1><p>{escape(rest)}</p>" if rest else f"<p>{escape(title)}</p>"
    count = f'<div class="count">[{cell.execution_count}]:</div>'
    outputs = "".join(_output(output) for output in cell.outputs)
    code = f'<div class="cell">{count}<pre class="code">{escape(cell.source)}</pre></div>'
    return code + (f'<div class="cell"><div></div><div>{outputs}</div></div>' if outputs else "")


def _output(output: Any) -> str:
    if output.output_type == "stream":
        return f"<pre>{escape(output.text)}</pre>"
    shown = output.data
    return str(shown["text/html"]) if "text/html" in shown else f"<pre>{escape(shown['text/plain'])}</pre>"
