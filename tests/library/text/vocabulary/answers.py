"""scikit-learn's hashes and counts; writes fixtures/answers.json beside this file.

Run: python answers.py (scikit-learn 1.9.1).
"""

import json
from pathlib import Path

from sklearn.feature_extraction.text import CountVectorizer, HashingVectorizer, TfidfVectorizer
from sklearn.utils import murmurhash3_32

documents = [["a", "b", "a", "größe"], ["日本", "foo", "bar", "foo bar baz"], [], ["x"] * 5 + ["y"]]
words = ["", "a", "ab", "abc", "abcd", "abcde", "größe", "日本語", "😀", "a longer text with words"]
hashed = {}
for norm in (None, "l1", "l2"):
    for sign in (True, False):
        made = HashingVectorizer(analyzer=lambda x: x, n_features=13, norm=norm, alternate_sign=sign)
        hashed[f"{norm} {sign}"] = made.transform(documents).toarray().tolist()
texts = ["The cat sat.", "A cat and a dog and a cow", "Dogs, cats; cows!"]
frames = {}
for name, made in {"count": CountVectorizer(), "tfidf": TfidfVectorizer()}.items():
    out = made.fit_transform(texts).toarray().tolist()
    frames[name] = {"names": made.get_feature_names_out().tolist(), "rows": out}
answers = {
    "documents": documents,
    "words": words,
    "murmur": [[murmurhash3_32(word, seed=seed) for word in words] for seed in (0, 42)],
    "hashed": hashed,
    "texts": texts,
    "frames": frames,
}
path = Path(__file__).parent / "fixtures/answers.json"
path.write_text(json.dumps(answers, ensure_ascii=False, separators=(",", ":")) + "\n")
