#!/usr/bin/env python3
"""Writes src/features/common.txt: words that a misspelt one is read as.

    python3 datasets/common.py DATA_DIR/*.jsonl > src/features/common.txt

Words of five letters or more that stand in at least a hundred texts of the public
sets (SOURCES.md), outside addresses, mentions and hashtags, most frequent first,
without those on the list of names. Needs Python 3.9 and no package.
"""
import collections
import json
import os
import re
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
TEXTS, SHORTEST = 100, 5
# Licence: non-commercial, so nothing shipped is learned from it.
MEASURE_ONLY = {"okky2019_hs_tweets.jsonl"}
ADDRESS = re.compile(r"https?://\S+|[@#]\w+|\S+@\S+|\S+\.\w+/\S*|www\.\S+")
WORD = re.compile(r"(?<![\w-])[a-z]{%d,}(?![\w-])" % SHORTEST)
# What is left of an address that is cut in two.
NO_WORDS = {"https"}


def main():
    texts = collections.Counter()
    for path in sys.argv[1:]:
        if os.path.basename(path) in MEASURE_ONLY:
            continue
        for line in open(path, encoding="utf8"):
            text = json.loads(line).get("text") or ""
            texts.update(set(WORD.findall(ADDRESS.sub(" ", text.lower()))))
    with open(os.path.join(HERE, "../src/features/names/names.tsv"), encoding="utf8") as file:
        names = {line.split("\t")[0] for line in file}
    # Equal counts in order of the alphabet, so that a run repeats.
    for word, count in sorted(texts.items(), key=lambda item: (-item[1], item[0])):
        if count >= TEXTS and word not in names | NO_WORDS:
            print(word)


if __name__ == "__main__":
    main()
