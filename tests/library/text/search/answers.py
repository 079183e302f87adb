"""rank_bm25's scores and numpy's nearest vectors; writes fixtures/answers.json beside this file.

Run: python answers.py (rank-bm25 0.2.2, numpy 2.4.6).
"""

import json
import math
from pathlib import Path

import numpy as np
from rank_bm25 import BM25Okapi

corpus = json.loads((Path(__file__).parent.parent / "subwords/fixtures/corpus.json").read_text())
documents = [text.lower().replace(",", "").replace(".", "").split() for text in corpus["texts"]]
queries = [q.split() for q in ["the fox and the dog", "it was winter", "nothing of that kind", "unheard-of", "of of of"]]
okapi = {}
for name, (k1, b, epsilon) in {"default": (1.5, 0.75, 0.25), "other": (1.2, 0.3, 0.5)}.items():
    made = BM25Okapi(documents, k1=k1, b=b, epsilon=epsilon)
    okapi[name] = {"k1": k1, "b": b, "epsilon": epsilon, "scores": [made.get_scores(q).tolist() for q in queries]}


def lucene(query, k1=1.5, b=0.75):
    mean = sum(map(len, documents)) / len(documents)
    scores = []
    for document in documents:
        score = 0.0
        for word in query:
            df = sum(word in other for other in documents)
            tf = document.count(word)
            idf = math.log(1 + (len(documents) - df + 0.5) / (df + 0.5))
            score += idf * tf * (k1 + 1) / (tf + k1 * (1 - b + b * len(document) / mean))
        scores.append(score)
    return scores


random = np.random.default_rng(3)
vectors = np.round(random.normal(size=(60, 6)), 3).astype(np.float32)
asked = np.round(random.normal(size=(4, 6)), 3).astype(np.float32)
unit = lambda x: x / np.linalg.norm(x, axis=1, keepdims=True)
far = {
    "cosine": -(unit(asked.astype(float)) @ unit(vectors.astype(float)).T),
    "dot": -(asked.astype(float) @ vectors.astype(float).T),
    "l2": np.linalg.norm(asked[:, None].astype(float) - vectors[None].astype(float), axis=2),
}
nearest = {}
for name, values in far.items():
    order = np.argsort(values, axis=1)[:, :7]
    scores = np.take_along_axis(values, order, axis=1)
    nearest[name] = {"index": order.tolist(), "score": (scores if name == "l2" else -scores).tolist()}
answers = {
    "documents": documents,
    "queries": queries,
    "okapi": okapi,
    "lucene": [lucene(q) for q in queries],
    "vectors": vectors.tolist(),
    "asked": asked.tolist(),
    "nearest": nearest,
}
path = Path(__file__).parent / "fixtures/answers.json"
path.write_text(json.dumps(answers, ensure_ascii=False, separators=(",", ":")) + "\n")
