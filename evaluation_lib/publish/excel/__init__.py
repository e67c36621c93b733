"""The annex as a workbook: the report's numbers to sort and to check, with live sums."""
