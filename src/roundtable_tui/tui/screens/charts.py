"""The charts of a piece and of the library, with the words that they are about."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.containers import Horizontal
from textual.screen import ModalScreen
from textual.worker import get_current_worker

from roundtable_tui.config.language import _
from roundtable_tui.text import cells
from roundtable_tui.tui.command_target import CommandTarget, bindings, is_open
from roundtable_tui.tui.page.spots import spots_of
from roundtable_tui.tui.searching.in_piece import FoundInPiece
from roundtable_tui.tui.searching.typed import parse_typed
from roundtable_tui.tui.widgets.chart import Chart
from roundtable_tui.tui.widgets.issues_chart import IssuesChart
from roundtable_tui.tui.widgets.key_bar import KeyBar
from roundtable_tui.tui.widgets.lanes_chart import LanesChart
from roundtable_tui.tui.widgets.query_input import QueryInput
from roundtable_tui.tui.widgets.status_line import StatusLine
from roundtable_tui.tui.widgets.tab_line import TabLine

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.timer import Timer

    from roundtable_tui.search.frequency import Frequency
    from roundtable_tui.search.query import Query
    from roundtable_tui.tui.page.page import Place
    from roundtable_tui.tui.reading import Reading
    from roundtable_tui.tui.session import Session
    from roundtable_tui.tui.widgets.chart import Goal

PAUSE = 0.08
"""Seconds without a key after which what is typed is counted."""

LANES, WHERE, ISSUES = range(3)

_LEFT_TO_KEYS = frozenset({"submit"})
"""What the box would do itself with Enter."""


class Choice(NamedTuple):
    """What was chosen: the goal, and what was looked for with all that was found of it in the open piece."""

    goal: Goal
    query: Query | None = None
    found: FoundInPiece | None = None


class ChartsScreen(CommandTarget, ModalScreen[Choice | None]):
    """Shows one of three charts: who speaks where in `reading`, where the words `text` occur in it, and how often.

    How often is counted in every issue of the library. `place` is where reading is. Returns what was chosen, or None.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("charts")]
    DEFAULT_CSS = """
    ChartsScreen { background: $background;
        & > Horizontal { height: 1; background: $panel; padding: 0 1; }
        & > Horizontal.-hidden { display: none; }
        & > Horizontal > #sign { color: $quiet; }
        & > Horizontal > QueryInput { width: 1fr; }
        & > Horizontal > #count { width: 45%; }
        & > Chart { padding: 1 1 0 1; display: none; }
        & > Chart.-shown { display: block; }
        & > #figures { height: 1; padding: 0 1; background: $panel; }
    }
    ChartsScreen.-low > Chart { padding: 0 1; }
    """

    def __init__(self, session: Session, reading: Reading, place: Place, text: str, shown: int = LANES) -> None:
        super().__init__()
        self._session = session
        self._reading = reading
        self._place = place
        self._text = text
        self._shown = shown
        self._query: Query | None = None
        self._found: FoundInPiece | None = None
        self._counted: Query | None = None
        self._problem = ""
        self._pause: Timer | None = None
        self._accepted = False

    def compose(self) -> ComposeResult:
        """Compose the names of the charts, the box, the charts, the figures under the cursor and the keys."""
        from roundtable_tui.tui.widgets.where_chart import WhereChart

        yield TabLine((_("Who speaks where"), _("Where a word occurs"), _("How often, issue by issue")))
        with Horizontal():
            sign = StatusLine(_("Words: "), id="sign")
            sign.styles.width = cells.width(sign.left)
            yield sign
            box = QueryInput(self._text, placeholder=_("what is to be counted"), id="words")
            box.passes = _LEFT_TO_KEYS.__contains__
            yield box
            yield StatusLine(id="count")
        yield LanesChart(self._reading, self._place)
        yield WhereChart(self._reading, self._place)
        yield IssuesChart(self._reading.transcript.id)
        yield StatusLine(id="figures")
        yield KeyBar()

    def on_mount(self) -> None:
        """Show the first chart, and begin to count."""
        self._before = self._session.indexing.listener
        self._session.indexing.listener = self._indexed
        self._session.indexing.start_once(self.app)
        self._show(self._shown)
        self._ask()

    def on_unmount(self) -> None:
        """Hear no more of the indexing."""
        if self._session.indexing.listener == self._indexed:
            self._session.indexing.listener = self._before

    @property
    def box(self) -> QueryInput:
        """The box."""
        return self.query_one("#words", QueryInput)

    @property
    def chart(self) -> Chart:
        """The chart shown."""
        return list(self.query(Chart))[self._shown]

    def on_resize(self) -> None:
        """Leave out the blank line of a low screen."""
        self.set_class(self.app.size.height < 20, "-low")

    def _show(self, shown: int) -> None:
        """Show another chart; the box has the focus where there is nothing to see yet."""
        self._shown = shown
        self.query_one(TabLine).show(shown)
        for number, chart in enumerate(self.query(Chart)):
            chart.set_class(number == shown, "-shown")
        self.query_one(Horizontal).set_class(shown == LANES, "-hidden")
        if shown == LANES or self.box.value.strip():
            self.chart.focus()
        else:
            self.box.focus()
        self._count_again()
        self._say()

    # Looking and counting

    def on_input_changed(self) -> None:
        """Count what is typed as soon as typing pauses."""
        if self._pause is not None:
            self._pause.stop()
        self._pause = self.set_timer(PAUSE, self._ask)

    def _ask(self) -> None:
        """Look for what stands in the box."""
        typed = parse_typed(self.box.value, self.box.cursor_position)
        self._problem = typed.problem
        if typed.query is None or typed.query == self._query:
            self._say()
            return
        self.workers.cancel_group(self, "look")
        self._query, self._found = typed.query, None
        if typed.query:
            self.run_worker(partial(self._look, typed.query), thread=True, exclusive=True, group="look")
        else:
            self._show_found(None)
        self._count_again()
        self._say()

    def _look(self, query: Query) -> None:
        """Find, in a thread, every place in the piece."""
        worker, reading = get_current_worker(), self._reading
        engine = self._session.engine
        hits = engine.search_piece(query, reading.transcript.id, cancelled=lambda: worker.is_cancelled)
        found = FoundInPiece(query, reading, spots_of(hits, reading.blocks, reading.stops))
        if not worker.is_cancelled:
            self.app.call_from_thread(self._looked, found)

    def _looked(self, found: FoundInPiece) -> None:
        if is_open(self) and found.query is self._query:
            self._found = found
            self._show_found(found)
            self._go_on()

    def _show_found(self, found: FoundInPiece | None) -> None:
        from roundtable_tui.tui.widgets.where_chart import WhereChart

        self.query_one(WhereChart).show(found)
        self._say()

    def _count_again(self) -> None:
        """Count in every issue, if that is shown and was not counted yet."""
        if self._shown == ISSUES and self._query is not None and self._query is not self._counted:
            self.workers.cancel_group(self, "count")
            self.run_worker(partial(self._count, self._query), thread=True, exclusive=True, group="count")

    def _count(self, query: Query) -> None:
        """Count in a thread."""
        worker = get_current_worker()
        frequencies = self._session.engine.frequencies(query, lambda: worker.is_cancelled)
        if not worker.is_cancelled:
            self.app.call_from_thread(self._have_counted, query, frequencies)

    def _have_counted(self, query: Query, frequencies: tuple[Frequency, ...]) -> None:
        if is_open(self) and query is self._query:
            self._counted = query
            self.query_one(IssuesChart).show(frequencies if query else ())
            self._say()
            self._go_on()

    def _indexed(self) -> None:
        """Count anew when there is more to count."""
        if is_open(self) and not self._session.indexing.running:
            self._counted = None
            self._count_again()
        elif is_open(self):
            self._say()

    # Words

    def _say(self) -> None:
        """Say how much was found, and what the cursor is on."""
        if not is_open(self):
            return
        self.query_one("#count", StatusLine).show("", self._problem or self._sum_words())
        self.query_one("#figures", StatusLine).show(self.chart.words())

    def _sum_words(self) -> str:
        if not self._query:
            return ""
        if self._shown == WHERE:
            if self._found is None:
                return _("Searching…")
            total = self._found.total
            blocks = len({spot.block for spot in self._found.spots})
            return _("{total} places in {turns} turns").format(total=f"{total:,}", turns=f"{blocks:,}")
        if self._counted is not self._query:
            return _("Counting…")
        issues = self.query_one(IssuesChart)
        words = _("said {total} times; bars for 10,000 characters").format(total=f"{issues.total:,}")
        progress = self._session.indexing.progress
        if progress is not None:
            words = f"{progress[0]}/{progress[1]}  {words}"
        return words

    def on_chart_moved(self) -> None:
        """Say what the cursor is on."""
        self._say()

    def on_chart_chosen(self) -> None:
        """Go to what was clicked."""
        self._choose()

    def on_tab_line_chosen(self, event: TabLine.Chosen) -> None:
        """Show the chart whose name was clicked."""
        self._show(event.number)

    # Commands

    def do_chart_choose(self) -> None:
        """Go to what the cursor is on; from the box, once it is found, to the chart."""
        if self.box.has_focus:
            self._accepted = True
            if self._pause is not None:
                self._pause.stop()
            self._ask()
            self._go_on()
        else:
            self._choose()

    def _go_on(self) -> None:
        """Go from the box to the chart, if that was asked for and there is something in it."""
        if self._accepted and not self.chart.empty:
            self._accepted = False
            self.chart.focus()

    def _choose(self) -> None:
        goal = self.chart.goal()
        if goal is not None:
            query = self._query if self._shown != LANES and self._query else None
            if query is not None:
                self._session.history.keep(query.text)
            self.dismiss(Choice(goal, query, self._found if self._shown == WHERE else None))

    def do_chart_close(self) -> None:
        """Go back to the text; from the box, to the chart if there is anything in it."""
        if self.box.has_focus and not self.chart.empty:
            self.chart.focus()
        else:
            self.dismiss(None)

    def do_chart_query(self) -> None:
        """Type the words to look for."""
        if self._shown == LANES:
            self._show(WHERE)
        self.box.focus()
        self.box.action_select_all()

    def do_chart_lanes(self) -> None:
        """Show who speaks where."""
        self._show(LANES)

    def do_chart_where(self) -> None:
        """Show where the words occur in the piece."""
        self._show(WHERE)

    def do_chart_issues(self) -> None:
        """Show how often the words are said, issue by issue."""
        self._show(ISSUES)

    def do_chart_next(self) -> None:
        """Show the next chart."""
        self._show((self._shown + 1) % 3)

    def do_chart_previous(self) -> None:
        """Show the chart before."""
        self._show((self._shown - 1) % 3)

    def do_chart_left(self) -> None:
        """Move the cursor left."""
        self.chart.move(-1, 0)

    def do_chart_right(self) -> None:
        """Move the cursor right."""
        self.chart.move(1, 0)

    def do_chart_up(self) -> None:
        """Move the cursor up."""
        self.chart.move(0, -1)

    def do_chart_down(self) -> None:
        """Move the cursor down; from the box, go to the chart."""
        if self.box.has_focus:
            self.chart.focus()
        else:
            self.chart.move(0, 1)

    def do_chart_first(self) -> None:
        """Move the cursor to the beginning."""
        self.chart.move_to_end(-1)

    def do_chart_last(self) -> None:
        """Move the cursor to the end."""
        self.chart.move_to_end(1)
