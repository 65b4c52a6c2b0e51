"""Takes the pictures of docs/ anew with Chromium: `python docs/make_pictures.py`."""

import subprocess
import tempfile
from pathlib import Path

from extractor import Extractor

DOCS = Path(__file__).parent
SIZE = "900,760"


def notebook_html() -> str:
    """What a cell of a notebook shows for the example, on a page of its own."""
    article = (DOCS.parent / "examples" / "harbour.txt").read_text(encoding="utf-8").partition("\n\n")[2]
    result = Extractor().extract(article, published="2024-12-02", title="Rebels seize port of Zuwara")
    return f'<!doctype html><meta charset="utf-8"><body style="font-family:sans-serif">{result._repr_html_()}'


def take(html: str, picture: Path) -> None:
    """Let Chromium draw a page into a file. Raises OSError or CalledProcessError when it cannot."""
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.html"
        page.write_text(html, encoding="utf-8")
        options = ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", f"--window-size={SIZE}"]
        command = ["chromium", *options, f"--user-data-dir={folder}/profile", f"--screenshot={picture}", page.as_uri()]
        subprocess.run(command, check=True, capture_output=True, timeout=120)


if __name__ == "__main__":
    take(notebook_html(), DOCS / "notebook.png")
