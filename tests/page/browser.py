"""A page in the browser, with what tests do on it."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from selenium.webdriver import Chrome


class Page:
    """A page in the browser, with what tests do on it."""

    def __init__(self, chrome: "Chrome", path: Path) -> None:
        self.chrome = chrome
        self.path = path

    def open(self) -> None:
        """Open the page from the disk and wait until it is drawn."""
        self.chrome.get(self.path.as_uri())
        self.chrome.set_script_timeout(180)
        self.chrome.execute_async_script(
            "const done = arguments[0], root = document.documentElement;"
            "const over = () => root.dataset.ready || document.querySelector('.failed');"
            "(function look() { over() ? done() : setTimeout(look, 20) })()"
        )
        self.settle()

    def size(self, width: int, height: int) -> None:
        """Set the size of the window's inside."""
        metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        self.chrome.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
        self.settle()

    def theme(self, name: str) -> None:
        """Say that the reader prefers "light" or "dark"."""
        features = [{"name": "prefers-color-scheme", "value": name}]
        self.chrome.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})
        self.settle()

    def js(self, body: str, *arguments: Any) -> Any:
        """The value that the body of a function returns."""
        return self.chrome.execute_script(body, *arguments)

    def texts(self, selector: str) -> list[str]:
        """The texts of the elements in sight that a selector finds."""
        found = "[...document.querySelectorAll(arguments[0])].filter(e => e.getClientRects().length)"
        texts: list[str] = self.js(f"return {found}.map(e => e.textContent.trim())", selector)
        return texts

    def click(self, selector: str, number: int = 0) -> None:
        """Click the element, as a mouse does."""
        script = "const e = document.querySelectorAll(arguments[0])[arguments[1]];"
        script += "e.dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true}))"
        self.js(script, selector, number)
        self.settle()

    def press(self, *keys: str) -> None:
        """Send keys to what has the focus."""
        from selenium.webdriver import ActionChains

        for key in keys:
            ActionChains(self.chrome, duration=0).send_keys(key).perform()
            self.settle()

    def type(self, text: str) -> None:
        """Type into what has the focus."""
        from selenium.webdriver import ActionChains

        ActionChains(self.chrome, duration=0).send_keys(text).perform()
        self.settle()

    def focus(self) -> str:
        """The name or text of what has the focus."""
        return str(
            self.js("const e = document.activeElement; return e.ariaLabel || e.textContent || e.tagName").strip()
        )

    def saved(self, act: Callable[[], None], pattern: str) -> Path:
        """The file that the page hands out when something is done."""
        folder = self.path.parent
        before = set(folder.glob(pattern))
        self.chrome.execute_cdp_cmd("Page.setDownloadBehavior", {"behavior": "allow", "downloadPath": str(folder)})
        act()
        for _ in range(200):
            if new := set(folder.glob(pattern)) - before:
                return new.pop()
            self.settle()
        raise AssertionError(f"no {pattern} was saved")

    def settle(self) -> None:
        """Wait until three frames were drawn: what is not urgent comes in the second and the third."""
        self.chrome.execute_async_script(
            "const done = arguments[0]; let left = 3;"
            "(function frame() { left-- ? requestAnimationFrame(frame) : done() })()"
        )

    def problems(self) -> list[str]:
        """What the browser complained about: errors, and breaches of the content security policy."""
        return [entry["message"] for entry in self.chrome.get_log("browser") if entry["level"] == "SEVERE"]  # type: ignore[no-untyped-call]

    def picture(self, path: Path) -> None:
        """Save what is in sight."""
        assert self.chrome.save_screenshot(str(path))
