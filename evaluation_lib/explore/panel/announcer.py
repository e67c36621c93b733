"""What a screen reader is told, and what the clipboard is given: both need the browser itself."""

from __future__ import annotations

import anywidget
import traitlets

_SCRIPT = """
function render({ model, el }) {
  el.setAttribute("role", "status");
  el.setAttribute("aria-live", "polite");
  el.className = "pe-announcer";
  let waiting = null;
  model.on("change:text", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => { el.textContent = model.get("text"); }, 500);
  });
  model.on("change:clipboard", () => {
    const words = model.get("clipboard");
    if (words && navigator.clipboard) navigator.clipboard.writeText(words).catch(() => {});
  });
}
export default { render };
"""


class Announcer(anywidget.AnyWidget):
    """An unseen line that is read aloud half a second after it last changed.

    Attributes:
        text: One sentence on what has just been computed.
        clipboard: What is put on the clipboard when it changes.
    """

    _esm = _SCRIPT
    text = traitlets.Unicode("").tag(sync=True)
    clipboard = traitlets.Unicode("").tag(sync=True)
