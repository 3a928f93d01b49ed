"""A widget that finds what holds for all of its lines only once for each frame, and a look only when it is needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.dom import DOMNode
from textual.widget import Widget

if TYPE_CHECKING:
    from rich.style import Style
    from textual.css.styles import RenderStyles
    from textual.geometry import Region
    from textual.strip import Strip


class DrawnWidget(Widget):
    """The base of widgets with a `render_line`; `drawing` is whether lines are asked for to be shown.

    Textual finds a widget's style by walking up to the root and mixing colours on the way, about 0.1 ms each time.
    Asked for every line, that was a third of the work after a key. And it works out the looks of all components of a
    widget whenever the widget gets its own: before the first frame some two hundred, of which a dozen are drawn.
    """

    drawing = False
    _frame_style: Style | None = None

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the strips inside `crop`, for the screen."""
        self._frame_style = super().rich_style
        self.drawing = True
        try:
            return super().render_lines(crop)
        finally:
            self.drawing = False
            self._frame_style = None

    @property
    def rich_style(self) -> Style:
        """The style of what has no other: foreground on background."""
        return super().rich_style if self._frame_style is None else self._frame_style

    @classmethod
    def _get_component_classes(cls) -> frozenset[str]:  # type: ignore[override]
        """Return the components whose looks Textual is to work out at once: none."""
        return frozenset()

    def get_component_styles(self, *names: str) -> RenderStyles:
        """Return the styles of the components `names`; raises KeyError for one in no COMPONENT_CLASSES."""
        for name in names:
            if name not in self._component_styles and name in super()._get_component_classes():
                component = DOMNode(classes=name)
                component._attach(self)
                self.app.stylesheet.apply(component)
                self._component_styles[name] = component.styles
        return super().get_component_styles(*names)

    def notify_style_update(self) -> None:
        """Forget the looks of the components: they follow the widget's own."""
        self._component_styles.clear()
        super().notify_style_update()
