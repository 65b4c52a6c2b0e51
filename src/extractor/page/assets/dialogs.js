// Dialogs over the page: a title, what is inside, and buttons. The focus goes back to where it was.
import { button, el, fill } from "./dom.js";
import { icon } from "./icons.js";

/** Opens a dialog. `act` is run by its main button or Enter; it returns a message when something is wrong, else null. */
export function openDialog({ title, body, act = null, label = "Done", wide = false }) {
  const problem = el("p", { class: "problem", role: "alert" });
  const close = () => dialog.close();
  const done = (event) => {
    event.preventDefault();
    const wrong = act ? act() : null;
    if (wrong === null) close();
    else fill(problem, wrong);
  };
  const buttons = el("div", { class: "dialog-buttons" }, el("button", { type: "submit", class: "main-button" }, label),
    act && button("Cancel", close, { class: "quiet" }));
  const head = el("header", { class: "dialog-head" }, el("h2", { id: "dialog-title" }, title), button(icon("close"), close, { class: "tool", "aria-label": "Close" }));
  const enter = (event) => {
    if (event.key !== "Enter" || event.target.tagName !== "SELECT") return; // Enter in a text field does it by itself
    event.preventDefault();
    form.requestSubmit();
  };
  const form = el("form", { on: { submit: done, keydown: enter } }, head, el("div", { class: "dialog-body" }, body), problem, buttons);
  const dialog = el("dialog", { class: wide ? "wide" : null, "aria-labelledby": "dialog-title" }, form);
  const before = document.activeElement;
  dialog.addEventListener("close", () => {
    dialog.remove();
    if (before instanceof HTMLElement || before instanceof SVGElement) before.focus({ preventScroll: true });
  });
  document.body.append(dialog);
  dialog.showModal();
  (dialog.querySelector("[data-first]") || dialog.querySelector(".dialog-body input, .dialog-body select, .main-button")).focus();
  return dialog;
}

/** A field with its label above it. */
export function field(label, input, hint = null) {
  return el("label", { class: "field" }, el("span", { class: "field-label" }, label), input, hint && el("span", { class: "field-hint" }, hint));
}
