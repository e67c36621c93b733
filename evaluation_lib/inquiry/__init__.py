"""One indicator asked again of the same data, under other settings than the report's."""

from evaluation_lib.inquiry.answer import Answer as Answer
from evaluation_lib.inquiry.answer import ask as ask
from evaluation_lib.inquiry.desk import Desk as Desk
from evaluation_lib.inquiry.setting import Prior as Prior
from evaluation_lib.inquiry.setting import Setting as Setting
from evaluation_lib.inquiry.setting import View as View
