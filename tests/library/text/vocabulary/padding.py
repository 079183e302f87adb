"""Keras' padding; writes fixtures/padding.json beside this file. Run: python padding.py (tensorflow 2.16.2)."""

import json
from pathlib import Path

from tensorflow.keras.utils import pad_sequences

sequences = [[1, 2, 3, 4], [5], [], [6, 7]]
cases = []
for length in (None, 3, 6):
    for padding in ("pre", "post"):
        for truncating in ("pre", "post"):
            rows = pad_sequences(sequences, length, padding=padding, truncating=truncating, value=9)
            cases.append([length, padding, truncating, rows.tolist()])
path = Path(__file__).parent / "fixtures/padding.json"
path.write_text(json.dumps({"sequences": sequences, "cases": cases}, separators=(",", ":")) + "\n")
