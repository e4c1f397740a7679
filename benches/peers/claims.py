#!/usr/bin/env python3
"""Matching texts to checked claims: this crate beside scikit-learn and rank_bm25.

Usage: claims.py DATA BINARY [--half 0|1] [--decisive N]

DATA is a folder with `suryadikara2019_tweets.jsonl`, `bdc2020_mafindo.jsonl`,
`yudistira_1k_claims.jsonl` and `tbh2024_nonpolitical_claims.jsonl` (see
datasets/SOURCES.md), BINARY is `target/release/examples/match_claims` (`cargo
build --release --example match_claims`). Three tasks: a tweet to the topic it is
about, a claim to the title of its fact-check, a claim of 2024 to its title among
all titles. All topics or titles are candidates. In the first two tasks each is in
half 0 (tuned on) or 1 (reported) by the first byte of its SHA-256, and queries go
with theirs; by the third nothing was chosen, so all of it counts. A few topics have
most of the tweets, so recall@1 is also given as the mean over titles. Behind each
peer stands how much more recall@1 ours has, with a 95 % interval of 2,000 bootstrap
samples of titles.
`--decisive` names the N titles that each difference owes most to, with their
queries and those that ours and the peer find first.
Needs scikit-learn and rank_bm25.
"""
import argparse
import hashlib
import json
import re
import subprocess
import tempfile
import time

import numpy as np
from rank_bm25 import BM25Okapi
from sklearn.feature_extraction.text import TfidfVectorizer

WORD = re.compile(r"\w+")


def rows(path):
    with open(path, encoding="utf8") as lines:
        return [json.loads(line) for line in lines]


def tasks(data):
    """Name, candidates, queries with their titles, whether half of it was tuned on."""
    tweets = rows(f"{data}/suryadikara2019_tweets.jsonl")
    pairs = [(r["text"], r["topic"]) for r in tweets if r.get("topic")]
    yield "tweet to topic", sorted({topic for _, topic in pairs}), pairs, True
    claims = rows(f"{data}/bdc2020_mafindo.jsonl") + rows(f"{data}/yudistira_1k_claims.jsonl")
    pairs = [(r["text"], r["title"]) for r in claims if r["title"]]
    titles = sorted({title for _, title in pairs})
    yield "claim to title", titles, pairs, True
    claims = rows(f"{data}/tbh2024_nonpolitical_claims.jsonl")
    pairs = [(r["text"], r["title"]) for r in claims if r["title"]]
    titles = sorted({title for _, title in pairs}.union(titles))
    yield "claim of 2024 to title", titles, pairs, False


def half(title):
    return hashlib.sha256(title.encode()).digest()[0] & 1


def ours(binary, claims, queries, top=1000):
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as file:
        for number, claim in enumerate(claims):
            file.write(json.dumps({"id": f"{number:06}", "text": claim}) + "\n")
        file.flush()
        lines = "".join(json.dumps({"text": query}) + "\n" for query in queries)
        out = subprocess.run([binary, "--claims", file.name, "--top", str(top)], input=lines,
                             capture_output=True, text=True, check=True).stdout
    scores = np.zeros((len(queries), len(claims)))
    for at, line in enumerate(out.splitlines()):
        for claim, score in json.loads(line)["matches"]:
            scores[at, int(claim)] = score
    return scores


def cosine(vectorizers, claims, queries):
    return sum((v.fit_transform(claims) @ v.transform(queries).T).T.toarray()
               for v in vectorizers)


def bm25(claims, queries, distinct):
    split = lambda text: WORD.findall(text.lower())
    index = BM25Okapi([split(claim) for claim in claims])
    words = lambda text: sorted(set(split(text))) if distinct else split(text)
    return np.array([index.get_scores(words(query)) for query in queries])


def ranks(scores, gold):
    own = scores[np.arange(len(gold)), gold][:, None]
    earlier = np.arange(scores.shape[1])[None] < gold[:, None]
    rank = (scores > own).sum(1) + ((scores == own) & earlier).sum(1)
    # A claim that shares nothing was not found.
    rank[own[:, 0] <= 0] = scores.shape[1]
    return rank


def lead(first, peer, gold):
    """How much more is found first, and its interval: titles are drawn whole."""
    difference = first.astype(float) - peer
    sums = np.bincount(gold, difference)
    counts = np.bincount(gold)
    sums, counts = sums[counts > 0], counts[counts > 0]
    drawn = np.random.default_rng(0).integers(0, len(sums), (2000, len(sums)))
    low, high = np.percentile(sums[drawn].sum(1) / counts[drawn].sum(1), [2.5, 97.5])
    return f"  ours {difference.mean():+.4f} [{low:+.4f} {high:+.4f}]"


def decisive(first, peer, gold, claims, most):
    """The titles with the largest differences, a line each."""
    queries, ours, theirs = (np.bincount(gold, weights, len(claims)).astype(int)
                             for weights in (None, first, peer))
    for title in np.argsort(-np.abs(ours - theirs), kind="stable")[:most]:
        yield (f"    {queries[title]} queries, found first by ours {ours[title]},"
               f" by the peer {theirs[title]}: {claims[title]}")


def figures(rank, gold):
    first = rank == 0
    by_title = np.mean([first[gold == title].mean() for title in np.unique(gold)])
    return np.array([first.mean(), (rank < 5).mean(), (1 / (rank + 1)).mean(), by_title])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("data")
    parser.add_argument("binary")
    parser.add_argument("--half", type=int, default=1)
    parser.add_argument("--decisive", type=int, default=0, metavar="N")
    options = parser.parse_args()
    word = lambda: TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True)
    chars = lambda: TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True)
    for name, claims, pairs, tuned_on in tasks(options.data):
        place = {title: number for number, title in enumerate(claims)}
        if tuned_on:
            pairs = [pair for pair in pairs if half(pair[1]) == options.half]
            name += f", half {options.half}"
        queries = [text for text, _ in pairs]
        gold = np.array([place[title] for _, title in pairs])
        systems = {
            "hoaks": lambda: ours(options.binary, claims, queries),
            "TF-IDF words 1-2": lambda: cosine([word()], claims, queries),
            "TF-IDF char_wb 3-5": lambda: cosine([chars()], claims, queries),
            "TF-IDF both": lambda: cosine([word(), chars()], claims, queries),
            "BM25": lambda: bm25(claims, queries, False),
            "BM25, distinct words": lambda: bm25(claims, queries, True),
        }
        print(f"{name}: {len(queries)} queries, {len(claims)} claims")
        for system, run in systems.items():
            start = time.perf_counter()
            rank = ranks(run(), gold)
            seconds = time.perf_counter() - start
            found = figures(rank, gold)
            if system == "hoaks":
                first, ahead = rank == 0, ""
            else:
                ahead = lead(first, rank == 0, gold)
            print(f"  {system:22} recall@1 {found[0]:.4f}  recall@5 {found[1]:.4f}"
                  f"  MRR {found[2]:.4f}  by title {found[3]:.4f}  {seconds:.1f} s{ahead}", flush=True)
            if system != "hoaks":
                print(*decisive(first, rank == 0, gold, claims, options.decisive),
                      sep="\n", end="\n" if options.decisive else "")


if __name__ == "__main__":
    main()
