"""NLTK's language models; writes fixtures/answers.json beside this file.

Run: python answers.py (nltk 3.10.4).
"""

import json
from pathlib import Path

from nltk.lm import MLE, KneserNeyInterpolated, Lidstone
from nltk.lm.preprocessing import padded_everygram_pipeline
from nltk.lm import Vocabulary
from nltk.util import ngrams, pad_sequence

corpus = json.loads((Path(__file__).parent.parent / "subwords/fixtures/corpus.json").read_text())
sentences = [
    part.strip().lower().split()
    for text in corpus["texts"][:4]
    for part in text.replace(",", "").split(".")
    if part.strip()
]
held = ["it was the best of dogs".split(), "a man in want of a book".split()]
answers = {}
for name, order, cutoff, make in [
    ("none 2", 2, 1, lambda n, v: MLE(n, vocabulary=v)),
    ("addK 1", 1, 1, lambda n, v: Lidstone(0.5, n, vocabulary=v)),
    ("addK 3", 3, 2, lambda n, v: Lidstone(0.1, n, vocabulary=v)),
    ("kneserNey 2", 2, 1, lambda n, v: KneserNeyInterpolated(n, vocabulary=v)),
    ("kneserNey 3", 3, 2, lambda n, v: KneserNeyInterpolated(n, 0.75, vocabulary=v)),
]:
    grams, text = padded_everygram_pipeline(order, sentences)
    model = make(order, Vocabulary(unk_cutoff=cutoff))
    model.fit(grams, text)
    probes = []
    for sentence in held + sentences[:2]:
        padded = ["<s>"] * (order - 1) + sentence + ["</s>"]
        for gram in ngrams(padded, order):
            probes.append([list(gram), model.score(gram[-1], gram[:-1])])
    for gram in [["the"], ["nothing"], ["of", "the"], ["never", "seen"]]:
        if len(gram) <= order:
            probes.append([gram, model.score(gram[-1], gram[:-1])])
    test = [gram for s in held for gram in ngrams(["<s>"] * (order - 1) + s + ["</s>"], order)]
    kept = sentences[:2]
    seen = [gram for s in kept for gram in ngrams(["<s>"] * (order - 1) + s + ["</s>"], order)]
    answers[name] = {
        "size": len(model.vocab),
        "probes": probes,
        "perplexity": model.perplexity(test) if name.startswith("addK") else None,
        "perplexitySeen": model.perplexity(seen),
    }
written = {"sentences": sentences, "held": held, "answers": answers}
path = Path(__file__).parent / "fixtures/answers.json"
path.write_text(json.dumps(written, separators=(",", ":")) + "\n")
