"""How Hugging Face's transformers warps logits, written in numpy; writes fixtures/answers.json.

Run: python answers.py (numpy 2.4.6).
"""

import json
from pathlib import Path

import numpy as np

random = np.random.default_rng(7)


def softmax(x):
    parts = np.exp(x - x.max())
    return parts / parts.sum()


def warp(logits, tokens, temperature=1.0, topK=None, topP=1.0, minP=0.0, repetitionPenalty=1.0, noRepeatNgramSize=0):
    x = np.array(logits, dtype=float)
    seen = np.unique(tokens).astype(int)
    x[seen] = np.where(x[seen] < 0, x[seen] * repetitionPenalty, x[seen] / repetitionPenalty)
    n = noRepeatNgramSize
    if n > 0 and len(tokens) + 1 >= n:
        tail = tuple(tokens[len(tokens) - n + 1 :])
        for start in range(len(tokens) - n + 1):
            gram = tuple(tokens[start : start + n])
            if gram[:-1] == tail:
                x[gram[-1]] = -np.inf
    x = x / temperature
    if topK is not None:
        x = np.where(x < np.sort(x)[-min(topK, len(x))], -np.inf, x)
    if topP < 1:
        order = np.argsort(x, kind="stable")
        remove = np.cumsum(softmax(x[order])) <= 1 - topP
        remove[-1:] = False
        x[order[remove]] = -np.inf
    if minP > 0:
        p = softmax(x)
        x = np.where(p < minP * p.max(), -np.inf, x)
    return softmax(x)


options = [
    {},
    {"temperature": 0.5},
    {"temperature": 3.0, "topK": 4},
    {"topP": 0.8},
    {"topP": 0.05},
    {"topK": 6, "topP": 0.6, "temperature": 1.5},
    {"minP": 0.2},
    {"repetitionPenalty": 1.7},
    {"repetitionPenalty": 0.6, "noRepeatNgramSize": 2},
    {"noRepeatNgramSize": 3, "topP": 0.9, "minP": 0.05, "repetitionPenalty": 1.2, "temperature": 0.8, "topK": 7},
    {"noRepeatNgramSize": 1},
]
cases = []
for option in options:
    for tokens in ([], [1, 2, 3, 1, 2], [0, 0, 4]):
        logits = np.round(random.normal(0, 2, 9), 3)
        cases.append({"logits": logits.tolist(), "tokens": tokens, "options": option, "probabilities": warp(logits, np.array(tokens, dtype=int), **option).tolist()})
path = Path(__file__).parent / "fixtures/answers.json"
path.write_text(json.dumps(cases, separators=(",", ":")) + "\n")
