"""The analyst's desk: one indicator looked at from every side, with the report's own functions."""

from evaluation_lib.explore.code import as_code as as_code
from evaluation_lib.explore.listing import Listing as Listing
from evaluation_lib.explore.listing import listing as listing
from evaluation_lib.explore.panel import Explorer as Explorer
from evaluation_lib.explore.reading import read_desk as read_desk
from evaluation_lib.explore.shown import Shown as Shown
from evaluation_lib.explore.shown import report_of as report_of
from evaluation_lib.explore.shown import whole as whole
from evaluation_lib.explore.views import backtest as backtest
from evaluation_lib.explore.views import compare as compare
from evaluation_lib.explore.views import explain as explain
from evaluation_lib.explore.views import methods as methods
from evaluation_lib.explore.views import quality as quality
from evaluation_lib.explore.views import revisions as revisions
from evaluation_lib.explore.views import trajectory as trajectory
from evaluation_lib.explore.views import what_if as what_if
