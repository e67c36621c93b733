"""What a job can choose among; light to import, because every command offers some of it."""

from __future__ import annotations

from enum import StrEnum

JOBS_FILE = "evaluations.yml"
DEADLINE_SECONDS = 600.0
MEMORY_MEGABYTES = 2048
SMALLEST_COUNT = 10
"""A county row that counts fewer is kept back from the public, where the job says nothing."""


class Product(StrEnum):
    """What a job makes, each by a notebook of its own."""

    ANNUAL = "annual"  # 年度监测
    MIDTERM = "midterm"  # 中期评估
    FINAL = "final"  # 总结评估
    COMPARISON = "comparison"  # 县（市、区）比较
    SHEETS = "sheets"  # 指标单页


class Scale(StrEnum):
    """The evaluations that judge, each in words of its own."""

    ANNUAL = "annual"
    MIDTERM = "midterm"
    FINAL = "final"


class Model(StrEnum):
    """The models whose forecasts can decide."""

    POOLED = "pooled"  # 汇总序列模型
    TRANSPARENT = "transparent"  # 透明算式


class Layout(StrEnum):
    """How pages for paper are set: Word and PDF."""

    HOUSE = "house"  # figures and tables lead
    OFFICIAL = "official"  # 公文格式, GB/T 9704-2012


class Engine(StrEnum):
    """The ways to run a notebook; both give the same report."""

    FAST = "fast"  # a fork of a process that has the libraries loaded
    STANDARD = "standard"  # a kernel of its own


class Frequency(StrEnum):
    """How often a report is wanted at most."""

    CHANGE = "change"  # whenever anything it follows from has changed
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    HALF_YEARLY = "half-yearly"
    YEARLY = "yearly"  # and not before the values of the year that has ended are there


class Every(StrEnum):
    """How often a clock asks what is due."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


class Format(StrEnum):
    """What is exported beside `result.json` and the executed notebook."""

    HTML = "html"
    PDF = "pdf"
    DOCX = "docx"
    XLSX = "xlsx"
    BUNDLE = "bundle"  # 存档包, made of all the others


class DiffFormat(StrEnum):
    """How differences are told."""

    MARKDOWN = "markdown"
    HTML = "html"
    JSON = "json"


NOTEBOOKS = {
    Product.ANNUAL: "notebooks/03_annual.ipynb",
    Product.MIDTERM: "notebooks/04_midterm.ipynb",
    Product.FINAL: "notebooks/05_final.ipynb",
    Product.COMPARISON: "notebooks/06_comparison.ipynb",
    Product.SHEETS: "notebooks/08_sheets.ipynb",
}
