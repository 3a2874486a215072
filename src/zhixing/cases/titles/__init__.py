"""Reading an enforcement title (执行依据): judgment, mediation paper, award, as proposals a clerk confirms.

`read` is a pure function of the paper's text; `as_json` gives its answer as plain values; `cases.file_text.text_of` takes
the text out of a .txt, .docx or .pdf.
"""

from zhixing.cases.titles.answer import as_json
from zhixing.cases.titles.forms import TitleAnswer
from zhixing.cases.titles.reader import read
from zhixing.cases.titles.reading import TitleReading

__all__ = ["TitleAnswer", "TitleReading", "as_json", "read"]
