"""Hashes of texts by ipykernel's own MurmurHash2, which JupyterLab's agrees with.

python tests/kernel/debug/murmur2_vectors.py > tests/kernel/debug/fixtures/murmur2.json
"""

import json

from ipykernel.compiler import get_tmp_hash_seed, murmur2_x86

texts = [
    "",
    "a",
    "ab",
    "abc",
    "abcd",
    "abcde",
    "const x: number = 1;\nx * 2",
    "größe",
    "日本語のセル",
    "😀",
    "console.log('😀')\r\n",
    "\u0000\u00ff\u0100",
    "x" * 1000 + "é",
    "\n".join(f"line {index}" for index in range(300)),
]
seeds = [get_tmp_hash_seed(), 0, 1, 0xFFFFFFFF]
vectors = [
    {"text": text, "seed": seed, "hash": murmur2_x86(text, seed)} for text in texts for seed in seeds
]
print(json.dumps(vectors, indent=1))
