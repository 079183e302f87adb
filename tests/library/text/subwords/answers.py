"""Answers of Hugging Face's tokenizers; writes fixtures/answers.json beside this file.

Run: python answers.py (tokenizers 0.23.3).
"""

import json
import unicodedata
from collections import Counter
from pathlib import Path

from tokenizers import (
    AddedToken,
    Tokenizer,
    decoders,
    models,
    normalizers,
    pre_tokenizers,
    processors,
    trainers,
)

here = Path(__file__).parent
corpus = json.loads((here / "fixtures/corpus.json").read_text())
texts, probes = corpus["texts"], corpus["probes"]


def encoded(tokenizer, probe, pair=None, **options):
    got = tokenizer.encode(probe, pair, **options)
    return {
        "text": probe,
        "pair": pair,
        "ids": got.ids,
        "tokens": got.tokens,
        "offsets": got.offsets,
        "typeIds": got.type_ids,
        "special": got.special_tokens_mask,
        "decoded": tokenizer.decode(got.ids),
        "decodedAll": tokenizer.decode(got.ids, skip_special_tokens=False),
    }


def answer(tokenizer, pairs=False):
    made = [encoded(tokenizer, probe) for probe in probes]
    if pairs:
        made += [encoded(tokenizer, a, b) for a, b in zip(probes, probes[1:])]
    return {"json": json.loads(tokenizer.to_str()), "encodings": made}


def trained(model, trainer, normalizer=None, pre=None, decoder=None, post=None):
    tokenizer = Tokenizer(model)
    if normalizer:
        tokenizer.normalizer = normalizer
    if pre:
        tokenizer.pre_tokenizer = pre
    if decoder:
        tokenizer.decoder = decoder
    if post:
        tokenizer.post_processor = post
    tokenizer.train_from_iterator(texts, trainer)
    return tokenizer




def clear_limit(normalize, least):
    """So many letters that no letter left out is as frequent as one kept: ties are broken at random."""
    counts = Counter(letter for text in texts for letter in normalize(text) if not letter.isspace())
    ordered = [count for _, count in counts.most_common()]
    return next(n for n in range(least, len(ordered)) if ordered[n - 1] > ordered[n])


def plain(text):
    return "".join(c for c in unicodedata.normalize("NFD", text).lower() if not unicodedata.combining(c))


quiet = {"show_progress": False}
byte_alphabet = pre_tokenizers.ByteLevel.alphabet()
byte_level = pre_tokenizers.ByteLevel(add_prefix_space=False)

answers = {}
answers["bytes"] = answer(
    trained(
        models.BPE(),
        trainers.BpeTrainer(
            vocab_size=600,
            special_tokens=["<|end|>"],
            initial_alphabet=byte_alphabet,
            **quiet,
        ),
        pre=byte_level,
        decoder=decoders.ByteLevel(),
        post=processors.ByteLevel(trim_offsets=False),
    )
)
answers["bytesTrimmed"] = answer(
    trained(
        models.BPE(),
        trainers.BpeTrainer(vocab_size=400, initial_alphabet=byte_alphabet, **quiet),
        normalizer=normalizers.NFKC(),
        pre=pre_tokenizers.ByteLevel(add_prefix_space=True),
        decoder=decoders.ByteLevel(),
        post=processors.ByteLevel(trim_offsets=True),
    )
)
answers["bytesMinFrequency"] = answer(
    trained(
        models.BPE(),
        trainers.BpeTrainer(
            vocab_size=5000, min_frequency=3, max_token_length=6, initial_alphabet=byte_alphabet, **quiet
        ),
        pre=byte_level,
        decoder=decoders.ByteLevel(),
    )
)
llama = (
    r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}"
    r"| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+"
)
answers["bytesByRegex"] = answer(
    trained(
        models.BPE(ignore_merges=True),
        trainers.BpeTrainer(vocab_size=500, initial_alphabet=byte_alphabet, **quiet),
        pre=pre_tokenizers.Sequence(
            [
                pre_tokenizers.Split(__import__("tokenizers").Regex(llama), "isolated"),
                pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False),
            ]
        ),
        decoder=decoders.ByteLevel(),
    )
)
answers["characters"] = answer(
    trained(
        models.BPE(unk_token="[UNK]"),
        trainers.BpeTrainer(vocab_size=300, special_tokens=["[UNK]", "[PAD]"], limit_alphabet=clear_limit(plain, 30), **quiet),
        normalizer=normalizers.Sequence([normalizers.NFD(), normalizers.Lowercase(), normalizers.StripAccents()]),
        pre=pre_tokenizers.Whitespace(),
    )
)
answers["fused"] = answer(
    trained(
        models.BPE(unk_token="<unk>", fuse_unk=True),
        trainers.BpeTrainer(vocab_size=200, special_tokens=["<unk>"], limit_alphabet=clear_limit(lambda text: "▁" + text.replace(" ", "▁"), 30), **quiet),
        pre=pre_tokenizers.Metaspace(),
        decoder=decoders.Metaspace(),
    )
)
suffix = trained(
    models.BPE(unk_token="[UNK]"),
    trainers.BpeTrainer(
        vocab_size=260, special_tokens=["[UNK]"], end_of_word_suffix="</w>", **quiet
    ),
    normalizer=normalizers.Lowercase(),
    pre=pre_tokenizers.Sequence([pre_tokenizers.Whitespace(), pre_tokenizers.Digits(True)]),
    decoder=decoders.BPEDecoder(),
)
answers["suffix"] = answer(suffix)
bert = trained(
    models.WordPiece(unk_token="[UNK]"),
    trainers.WordPieceTrainer(
        vocab_size=5000, min_frequency=4, special_tokens=["[UNK]", "[CLS]", "[SEP]", "[PAD]"], **quiet
    ),
    normalizer=normalizers.BertNormalizer(),
    pre=pre_tokenizers.BertPreTokenizer(),
    decoder=decoders.WordPiece(),
)
bert.post_processor = processors.TemplateProcessing(
    single="[CLS] $A [SEP]",
    pair="[CLS] $A [SEP] $B:1 [SEP]:1",
    special_tokens=[("[CLS]", 1), ("[SEP]", 2)],
)
answers["wordPiece"] = answer(bert, pairs=True)
roberta = trained(
    models.BPE(),
    trainers.BpeTrainer(
        vocab_size=400, special_tokens=["<s>", "<pad>", "</s>"], initial_alphabet=byte_alphabet, **quiet
    ),
    pre=pre_tokenizers.ByteLevel(add_prefix_space=False),
    decoder=decoders.ByteLevel(),
    post=processors.RobertaProcessing(("</s>", 2), ("<s>", 0), trim_offsets=True, add_prefix_space=False),
)
roberta.add_tokens([AddedToken("Daylab", single_word=True), AddedToken("<mask>", lstrip=True, special=True)])
answers["roberta"] = answer(roberta, pairs=True)
unigram = trained(
    models.Unigram(),
    trainers.UnigramTrainer(vocab_size=150, special_tokens=["<unk>", "<s>"], unk_token="<unk>", **quiet),
    normalizer=normalizers.NFKC(),
    pre=pre_tokenizers.Metaspace(),
    decoder=decoders.Metaspace(),
)
answers["unigram"] = answer(unigram, pairs=True)
fallback = json.loads(unigram.to_str())
fallback["model"]["byte_fallback"] = True
fallback["model"]["vocab"] += [[f"<0x{byte:02X}>", -12.0] for byte in range(256)]
fallback["decoder"] = {
    "type": "Sequence",
    "decoders": [
        {"type": "Replace", "pattern": {"String": "▁"}, "content": " "},
        {"type": "ByteFallback"},
        {"type": "Fuse"},
        {"type": "Strip", "content": " ", "start": 1, "stop": 0},
    ],
}
answers["byteFallback"] = answer(Tokenizer.from_str(json.dumps(fallback)))
level = trained(
    models.WordLevel(unk_token="[UNK]"),
    trainers.WordLevelTrainer(vocab_size=80, special_tokens=["[UNK]"], **quiet),
    pre=pre_tokenizers.Sequence(
        [pre_tokenizers.WhitespaceSplit(), pre_tokenizers.Punctuation("merged_with_previous")]
    ),
    post=processors.BertProcessing(("[UNK]", 0), ("[UNK]", 0)),
)
answers["wordLevel"] = answer(level, pairs=True)

truncated = []
bert.enable_truncation(9)
for a, b in zip(probes, probes[1:]):
    truncated.append(encoded(bert, a))
    truncated.append(encoded(bert, a, b))

written = json.dumps({"answers": answers, "truncated": truncated}, ensure_ascii=False, separators=(",", ":"))
(here / "fixtures/answers.json").write_text(written + "\n")
