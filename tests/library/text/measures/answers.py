"""Answers of sacrebleu, rouge-score and jiwer; writes fixtures/answers.json beside this file.

Run: python answers.py (sacrebleu 2.6.0, rouge-score 0.1.2, jiwer 4.0.0, nltk 3.10.4).
"""

import json
from pathlib import Path

import jiwer
from nltk.metrics.distance import edit_distance
from rouge_score.rouge_scorer import RougeScorer
from sacrebleu.metrics import BLEU, CHRF

pairs = [
    ["The cat sat on the mat.", ["The cat is sitting on the mat.", "There was a cat on the mat."]],
    ["It's 3.5% more, isn't it?", ["It is 3.5 % more, is it not?", "It's 3.5% more!"]],
    ["a", ["an entirely different sentence", "no"]],
    ["", ["something", "anything else"]],
    ["Über-Größe: 1,000 &quot;Stück&quot; (neu)", ["Über-Größe: 1,000 \"Stück\" (neu)", "Größe 1000"]],
    ["the the the the", ["the cat the dog", "the"]],
    ["Parliament voted on the new law late on Tuesday-night 10-12", ["Late on Tuesday night parliament voted on the law", "The law was voted on 10-12"]],
]
hypotheses = [made for made, _ in pairs]
references = [wanted for _, wanted in pairs]
streams = list(map(list, zip(*references)))
bleus = {}
for name, options in {
    "default": {},
    "floor": {"smooth_method": "floor"},
    "addK": {"smooth_method": "add-k"},
    "none": {"smooth_method": "none"},
    "lowercase": {"lowercase": True},
    "char": {"tokenize": "char"},
    "white": {"tokenize": "none"},
    "bigrams": {"max_ngram_order": 2},
}.items():
    corpus = BLEU(**options).corpus_score(hypotheses, streams)
    single = BLEU(**{**options, "effective_order": True})
    bleus[name] = {
        "corpus": [corpus.score, *corpus.precisions, corpus.bp, corpus.sys_len, corpus.ref_len],
        "sentences": [single.sentence_score(made, wanted).score for made, wanted in pairs],
    }
chrfs = {}
for name, options in {
    "default": {},
    "plusPlus": {"word_order": 2},
    "whitespace": {"whitespace": True, "lowercase": True},
    "short": {"char_order": 3, "beta": 1},
}.items():
    made = CHRF(**options)
    chrfs[name] = [
        made.corpus_score(hypotheses, streams).score,
        *[made.sentence_score(text, wanted).score for text, wanted in pairs],
    ]
kinds = ["rouge1", "rouge2", "rouge3", "rougeL", "rougeLsum"]
summaries = [
    *[[made, wanted[0]] for made, wanted in pairs],
    ["the dog ran\nthe cat slept there", "the cat slept\nand the dog ran far\nthere"],
    ["police killed the gunman", "police kill the gunman"],
    ["w1 w2 w6 w7 w8\nw1 w3 w8 w9 w5", "w1 w2 w3 w4 w5"],
]
rouges = {}
for stem in (False, True):
    scorer = RougeScorer(kinds, use_stemmer=stem)
    rouges["stem" if stem else "plain"] = [
        {kind: list(score) for kind, score in scorer.score(wanted, made).items()} for made, wanted in summaries
    ]
words = [["kitten", "sitting"], ["", "abc"], ["flaw", "lawn"], ["intention", "execution"], ["same", "same"], ["né", "ne"]]
spoken = [made for made in hypotheses if made]
said = [wanted[0] for made, wanted in pairs if made]
answers = {
    "hypotheses": hypotheses,
    "references": references,
    "bleu": bleus,
    "chrf": chrfs,
    "summaries": summaries,
    "rouge": rouges,
    "words": words,
    "distances": [edit_distance(a, b) for a, b in words],
    "costly": [edit_distance(a, b, substitution_cost=2) for a, b in words],
    "spoken": spoken,
    "said": said,
    "wer": [jiwer.wer(said, spoken), *[jiwer.wer(a, b) for a, b in zip(said, spoken)]],
    "cer": [jiwer.cer(said, spoken), *[jiwer.cer(a, b) for a, b in zip(said, spoken)]],
}
path = Path(__file__).parent / "fixtures/answers.json"
path.write_text(json.dumps(answers, ensure_ascii=False, separators=(",", ":")) + "\n")
