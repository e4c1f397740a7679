#!/usr/bin/env python3
"""Builds src/text/lexicon.bin, byte for byte, from the public sources.

    python3 datasets/lexicon.py --roots malindo_roots.txt \
        --formal slang_to_formal.tsv --gold id_gsd-ud-dev.conllu id_csui-ud-train.conllu \
        --text DATA_DIR/*.jsonl --out src/text/lexicon.bin

SOURCES.md says where each file comes from and on what terms. Only fingerprints
and count classes are written, never a word. Needs Python 3.9 and no package.

Format (little endian), read by src/text/lexicon.rs: 2^BUCKET_BITS + 1 times u32,
the first entry of each bucket and the number of entries; then for each entry
its u16 fingerprint; then for each entry its payload byte.
"""
import argparse
import collections
import csv
import json
import os
import re
import struct

BUCKET_BITS = 14
MASK = (1 << 64) - 1
BASE = 0x9E3779B97F4A7C15
MIX = 0xD6E8FEB86659FD93

ROOT, NAME = 1, 2
COMMON_SHIFT, PROPER_SHIFT, CLASS_SHIFT = 2, 4, 6

PLAIN = re.compile(r"[a-z]+(?:-[a-z]+)*")
# Licence: non-commercial, so nothing shipped is learned from it.
MEASURE_ONLY = {"okky2019_hs_tweets.jsonl"}
# A form in fewer texts may be a slip.
SEEN = 3
ADDRESS = re.compile(r"https?://\S+|[@#]\w+|\S+@\S+")
FORM = re.compile(r"(?<![\w-])[a-z]{3,32}(?![\w-])")
CLITIC = re.compile("(nya|lah|kah|pun|ku|mu)$")
CONTENT = {"NOUN": 1, "VERB": 2, "ADJ": 3, "ADV": 3}


def fingerprint(word):
    """Bucket and fingerprint; `Hash` in lexicon.rs does the same."""
    h = 0
    for byte in word.encode():
        h = (h * BASE + byte) & MASK
    h ^= h >> 32
    h = (h * MIX) & MASK
    h ^= h >> 32
    return h & ((1 << BUCKET_BITS) - 1), (h >> 48) & 0xFFFF


def count_class(n):
    """0, 1, 2 to 7, 8 and more."""
    return 0 if n == 0 else 1 if n == 1 else 2 if n < 8 else 3


def roots(path):
    """Lower-case roots and capitalised names of the MALINDO list."""
    lower, names = set(), set()
    for line in open(path, encoding="utf8"):
        word = line.strip()
        folded = word.lower()
        # Affixes (-kan), phrases, digits and accents are no roots here; nor is
        # a string without a vowel, which is an abbreviation.
        if len(word) < 2 or not PLAIN.fullmatch(folded) or not re.search("[aeiouy]", folded):
            continue
        (lower if word == folded else names).add(folded)
    return lower, names


def words(path):
    """Form, lemma and part of speech of each syntactic word of a treebank."""
    for line in open(path, encoding="utf8"):
        row = line.rstrip("\n").split("\t")
        if len(row) == 10 and row[0].isdigit():
            yield row[1], row[2].lower(), row[3]


def formal_words(path):
    """Words of the formal side of IndoCollex."""
    for row in csv.DictReader(open(path, encoding="utf8"), delimiter="\t"):
        yield from row["formal"].lower().split()


def seen_forms(paths):
    """Lower-case forms of plain letters that stand in SEEN texts or more.

    Forms that end like a clitic are left out: they say nothing of their host.
    """
    texts, count = set(), collections.Counter()
    for path in paths:
        if os.path.basename(path) in MEASURE_ONLY:
            continue
        for line in open(path, encoding="utf8"):
            row = json.loads(line)
            texts.update(row.get(key) or "" for key in ("title", "text"))
    for text in texts:
        plain = ADDRESS.sub(" ", text)
        count.update({w for w in FORM.findall(plain) if not CLITIC.search(w)})
    return {w for w, n in count.items() if n >= SEEN}


def build(root_file, formal_file, gold_files, text_files):
    lower, names = roots(root_file)
    common, proper = collections.Counter(), collections.Counter()
    classes = collections.defaultdict(collections.Counter)
    for path in gold_files:
        for form, lemma, pos in words(path):
            if pos == "PROPN":
                if PLAIN.fullmatch(form.lower()) and len(form) > 1:
                    proper[form.lower()] += 1
            elif pos not in ("X", "PUNCT", "SYM", "NUM") and PLAIN.fullmatch(lemma):
                common[lemma] += 1
                classes[lemma][CONTENT.get(pos, 0)] += 1
    formal = {w for w in formal_words(formal_file) if PLAIN.fullmatch(w) and w in lower}
    entries = collections.defaultdict(int)
    for word in lower | names | set(common) | set(proper) | seen_forms(text_files):
        if len(word) < 2:
            continue
        payload = (ROOT if word in lower else 0) | (NAME if word in names else 0)
        n = common[word] or (1 if word in formal else 0)
        payload |= count_class(n) << COMMON_SHIFT
        payload |= count_class(proper[word]) << PROPER_SHIFT
        if word in classes:
            best = max(sorted(classes[word].items()), key=lambda kv: kv[1])[0]
            payload |= best << CLASS_SHIFT
        entries[fingerprint(word)] |= payload
    return entries


def pack(entries):
    order = sorted(entries)
    starts = [0] * ((1 << BUCKET_BITS) + 1)
    for bucket, _ in order:
        starts[bucket + 1] += 1
    for i in range(1 << BUCKET_BITS):
        starts[i + 1] += starts[i]
    return (
        struct.pack(f"<{len(starts)}I", *starts)
        + struct.pack(f"<{len(order)}H", *(f for _, f in order))
        + bytes(entries[key] for key in order)
    )


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--roots", required=True)
    parser.add_argument("--formal", required=True)
    parser.add_argument("--gold", nargs="*", default=[])
    parser.add_argument("--text", nargs="*", default=[])
    parser.add_argument("--out", required=True)
    args = parser.parse_args()
    entries = build(args.roots, args.formal, args.gold, args.text)
    data = pack(entries)
    with open(args.out, "wb") as out:
        out.write(data)
    print(f"{len(entries)} entries, {len(data)} bytes")


if __name__ == "__main__":
    main()
