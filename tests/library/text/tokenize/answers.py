"""NLTK's answers for tokens by patterns; writes fixtures/answers.json beside this file.

Run: python answers.py (nltk 3.10.4).
"""

import json
from pathlib import Path

from nltk.tokenize import RegexpTokenizer, WhitespaceTokenizer, wordpunct_tokenize
from nltk.tokenize.util import align_tokens

texts = [
    "Good muffins cost $3.88 in New York.  Please buy me\ntwo of them.\n\nThanks.",
    "Größe, café — naïve; don't (stop) [here]!",
    "  spaces   everywhere\t",
    "Всё смешалось: 1,5 и 2.5!",
    "",
]
patterns = {
    "tokens": (r"\w+|\$[\d\.]+|\S+", False, True),
    "gaps": (r"\s+", True, True),
    "emptyGaps": (r"[ ,]", True, False),
    "groups": (r"(\w)\w+", False, True),
}
regexps = {}
for name, (pattern, gaps, discard) in patterns.items():
    made = RegexpTokenizer(pattern.replace("(\\w)", "(?:\\w)"), gaps=gaps, discard_empty=discard)
    regexps[name] = [made.tokenize(text) for text in texts]
answers = {
    "texts": texts,
    "patterns": {name: list(given) for name, given in patterns.items()},
    "regexps": regexps,
    "wordPunct": [wordpunct_tokenize(text) for text in texts],
    "whitespace": [WhitespaceTokenizer().tokenize(text) for text in texts],
    "spans": [align_tokens(wordpunct_tokenize(text), text) for text in texts],
}
path = Path(__file__).parent / "fixtures/answers.json"
path.write_text(json.dumps(answers, ensure_ascii=False, separators=(",", ":")) + "\n")
