"""Word2vec's and GloVe's steps, counts and neighbours in numpy; writes fixtures/answers.json beside this file.

Run: python answers.py (numpy 2.4.6). The formulas are those of the papers and of the authors' programs.
"""

import json
from pathlib import Path

import numpy as np

random = np.random.default_rng(11)
sigmoid = lambda x: 1 / (1 + np.exp(-x))

# Skip-gram with negative sampling: the gradient of -log s(u0 v) - sum log s(-uk v), target by target.
size, words = 4, 6
centers, targets = random.normal(size=(words, size)), random.normal(size=(words, size))
steps = [[0, [1, 2, 3]], [4, [5, 0]], [0, [0, 1, 1]], [2, [3]]]
a, b = centers.copy(), targets.copy()
rate = 0.07
for center, chosen in steps:
    change = np.zeros(size)
    for k, target in enumerate(chosen):
        g = rate * ((k == 0) - sigmoid(a[center] @ b[target]))
        change += g * b[target]
        b[target] = b[target] + g * a[center]
    a[center] = a[center] + change
sgns = {"centers": centers.tolist(), "targets": targets.tolist(), "steps": steps, "rate": rate, "after": [a.tolist(), b.tolist()]}

# GloVe with AdaGrad; the last number of a vector is its bias.
w, c = random.normal(size=(5, size + 1)), random.normal(size=(5, size + 1))
entries = [[0, 1, 3.0], [1, 0, 3.0], [2, 4, 250.0], [0, 1, 3.0], [3, 3, 0.5]]
x, y, gx, gy = w.copy(), c.copy(), np.ones_like(w), np.ones_like(c)
losses = []
for i, j, value in entries:
    error = x[i, :size] @ y[j, :size] + x[i, size] + y[j, size] - np.log(value)
    weight = min(1.0, (value / 100) ** 0.75)
    losses.append(weight * error**2)
    dx = weight * error * np.append(y[j, :size], 1.0)
    dy = weight * error * np.append(x[i, :size], 1.0)
    x[i] -= 0.05 * dx / np.sqrt(gx[i])
    y[j] -= 0.05 * dy / np.sqrt(gy[j])
    gx[i] += dx**2
    gy[j] += dy**2
glove = {"words": w.tolist(), "contexts": c.tolist(), "entries": entries, "losses": losses, "after": [x.tolist(), y.tolist()]}

sentences = [random.integers(0, 5, size=n).tolist() for n in (7, 1, 12)]
counted = np.zeros((5, 5))
for ids in sentences:
    for i in range(len(ids)):
        for j in range(max(0, i - 3), i):
            counted[ids[i], ids[j]] += 1 / (i - j)
            counted[ids[j], ids[i]] += 1 / (i - j)

counts = np.array([5000, 800, 30, 2, 1])
part = counts / counts.sum()
# word2vec.c: (sqrt(f / t) + 1) * t / f
keep = np.minimum(1, (np.sqrt(part / 1e-3) + 1) * 1e-3 / part)
drawn = counts**0.75 / (counts**0.75).sum()

names = [f"w{i}" for i in range(12)]
vectors = np.round(random.normal(size=(12, 5)), 3).astype(np.float32).astype(float)
unit = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def similar(positive, negative):
    mean = sum(unit[i] for i in positive) - sum((unit[i] for i in negative), np.zeros(5))
    score = unit @ (mean / np.linalg.norm(mean))
    order = [int(i) for i in np.argsort(-score) if i not in positive + negative][:4]
    return [[names[i] for i in order], score[order].tolist()]


answers = {
    "sgns": sgns,
    "glove": glove,
    "sentences": sentences,
    "counted": counted.tolist(),
    "counts": counts.tolist(),
    "keep": keep.tolist(),
    "drawn": drawn.tolist(),
    "names": names,
    "vectors": vectors.tolist(),
    "similarities": (unit @ unit.T).tolist(),
    "one": similar([3], []),
    "mean": similar([1, 2, 5], []),
    "analogy": similar([1, 2], [0]),
}
path = Path(__file__).parent / "fixtures/answers.json"
path.write_text(json.dumps(answers, separators=(",", ":")) + "\n")
