"""The explorer as widgets: controls, canvas and readouts that answer in a blink."""

from evaluation_lib.explore.panel.explorer import Explorer as Explorer
