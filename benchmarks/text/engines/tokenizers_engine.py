"""Hugging Face's tokenizers in one thread; see daylab.ts. Arguments: text, tokenizer.json, repetitions."""

import hashlib
import json
import os
import sys
import time

os.environ["TOKENIZERS_PARALLELISM"] = "false"
from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers  # noqa: E402

text_file, tokenizer_file, repetitions = sys.argv[1:]
lines = open(text_file, encoding="utf8").read().split("\n")
samples = {}


def timed(name, run):
    start = time.perf_counter()
    made = run()
    samples.setdefault(name, []).append((time.perf_counter() - start) * 1e3)
    return made


def train():
    made = Tokenizer(models.BPE())
    made.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    made.decoder = decoders.ByteLevel()
    alphabet = pre_tokenizers.ByteLevel.alphabet()
    trainer = trainers.BpeTrainer(vocab_size=8000, initial_alphabet=alphabet, show_progress=False)
    made.train_from_iterator(lines, trainer)
    return made


if not os.path.exists(tokenizer_file):
    train().save(tokenizer_file)
for _ in range(int(repetitions)):
    timed("train", train)
    tokenizer = timed("load", lambda: Tokenizer.from_file(tokenizer_file))
    first = timed("encode", lambda: [tokenizer.encode(line).ids for line in lines])
    timed("encode again", lambda: [tokenizer.encode(line).ids for line in lines])
    timed("decode", lambda: [tokenizer.decode(ids) for ids in first])
joined = "".join(",".join(map(str, ids)) + "\n" for ids in first)
print(json.dumps({"samples": samples, "ids": hashlib.sha256(joined.encode()).hexdigest()}))
