"""Views of the explorer as a report states them, computed from the report's own data."""

from evaluation_lib.report.exhibits.asked import Asked as Asked
from evaluation_lib.report.exhibits.telling import not_computable as not_computable
from evaluation_lib.report.exhibits.telling import tell as tell
