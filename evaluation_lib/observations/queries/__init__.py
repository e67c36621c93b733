"""Questions to the senders of forms (质疑), and their answers."""

from evaluation_lib.observations.queries.kinds import Kind
from evaluation_lib.observations.queries.listing import query_rows, write_queries
from evaluation_lib.observations.queries.model import Query

__all__ = ["Kind", "Query", "query_rows", "write_queries"]
