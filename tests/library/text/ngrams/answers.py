"""NLTK's n-grams and collocations; writes fixtures/answers.json beside this file.

Run: python answers.py (nltk 3.10.4).
"""

import json
from pathlib import Path

from nltk.collocations import BigramAssocMeasures, BigramCollocationFinder
from nltk.util import everygrams, ngrams, skipgrams

corpus = json.loads((Path(__file__).parent.parent / "subwords/fixtures/corpus.json").read_text())
tokens = " ".join(corpus["texts"][:4]).lower().replace(",", "").replace(".", "").split()
measures = {
    "pmi": BigramAssocMeasures.pmi,
    "likelihoodRatio": BigramAssocMeasures.likelihood_ratio,
    "chiSquare": BigramAssocMeasures.chi_sq,
    "studentT": BigramAssocMeasures.student_t,
    "dice": BigramAssocMeasures.dice,
}
scored = {}
for window in (2, 4):
    finder = BigramCollocationFinder.from_words(tokens, window_size=window)
    finder.apply_freq_filter(2)
    for name, measure in measures.items():
        scored[f"{name} {window}"] = [[*pair, score] for pair, score in finder.score_ngrams(measure)]
few = tokens[:7]
answers = {
    "tokens": tokens,
    "few": few,
    "ngrams": [list(map(list, ngrams(few, n))) for n in (1, 2, 3, 9)],
    "padded": list(map(list, ngrams(few, 3, pad_left=True, pad_right=True, left_pad_symbol="<s>", right_pad_symbol="</s>"))),
    "everygrams": list(map(list, everygrams(few, min_len=2, max_len=3))),
    "skipgrams": [list(map(list, skipgrams(few, n, k))) for n, k in ((2, 1), (3, 2), (2, 0))],
    "scored": scored,
}
path = Path(__file__).parent / "fixtures/answers.json"
path.write_text(json.dumps(answers, separators=(",", ":")) + "\n")
