"""Python's answers for normal forms and case folding; writes fixtures/answers.json beside this file.

Run: python answers.py (Python 3.11, Unicode 14).
"""

import json
import sys
import unicodedata
from pathlib import Path

texts = [
    "ﬁne ﬂoor ²³ Ⅷ ｆｕｌｌ Å Å",
    "e\u0301te\u0301 und Größe, Straße",
    "가각 한글 ᄀ\u1161\u11a8",
    "ΟΔΟΣ οδος Maße İstanbul ıI",
    "ẛ̣ ḍ̇ q̣̇ ǆ ǅ",
]


def without_accents(text):
    marks = (c for c in unicodedata.normalize("NFD", text) if unicodedata.category(c) != "Mn")
    return unicodedata.normalize("NFC", "".join(marks))


forms = {form: [unicodedata.normalize(form, text) for text in texts] for form in ["NFC", "NFD", "NFKC", "NFKD"]}
letters = (chr(code) for code in range(sys.maxunicode + 1))
unequal = {
    c: c.casefold()
    for c in letters
    if not 0xD800 <= ord(c) < 0xE000 and unicodedata.category(c) != "Cn" and c.casefold() != c.lower()
}
answers = {
    "texts": texts,
    "forms": forms,
    "folded": [text.casefold() for text in texts],
    "unlikeLower": unequal,
    "withoutAccents": [without_accents(text) for text in texts],
    "collapsed": [" ".join(text.split()) for text in [" a\t b\u00a0\n c ", "\u2003x\u3000y\u2028", ""]],
}
path = Path(__file__).parent / "fixtures/answers.json"
path.write_text(json.dumps(answers, ensure_ascii=True, separators=(",", ":")) + "\n")
