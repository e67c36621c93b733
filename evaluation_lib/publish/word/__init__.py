"""The report as an editable Word file: native text, tables and fields; only charts are pictures."""
