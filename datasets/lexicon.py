#!/usr/bin/env python3
"""Builds lexicon.bin and forms.bin of src/text/lexicon, byte for byte, from public sources.

    python3 datasets/lexicon.py --roots malindo_roots.txt \
        --formal slang_to_formal.tsv --gold id_gsd-ud-dev.conllu id_csui-ud-train.conllu \
        --text DATA_DIR/*.jsonl --out src/text/lexicon

SOURCES.md says where each file comes from and on what terms. Only fingerprints,
count classes and affix codes are written, never a word. Needs Python 3.9 and no
package.

Format of both (little endian), read by src/text/lexicon/fingerprints.rs: 2^BITS + 1 times
u32, the first entry of each bucket and the number of entries; then for each
entry its u16 fingerprint; then for each entry its payload byte.
"""
import argparse
import collections
import csv
import json
import os
import re
import struct

HERE = os.path.dirname(os.path.abspath(__file__))
LEXICON_BITS, FORMS_BITS = 14, 10
MASK = (1 << 64) - 1
BASE = 0x9E3779B97F4A7C15
MIX = 0xD6E8FEB86659FD93

# Bits of a payload in lexicon.bin.
ROOT, NAME, PROPER, EVERYDAY = 1, 2, 16, 32
COMMON_SHIFT, PART_SHIFT = 2, 6
# Where a root has no count, these bits say in how many texts it stands.
TEXT_SHIFT, TEXT_CLASSES = PART_SHIFT, (3, 30)
# Payload in forms.bin: (suffix * 9 + length of the prefix) * 5 + letter put back.
SUFFIXES = ["", "i", "an", "kan", "nya"]
RECODED = ["", "p", "t", "s", "k"]

PLAIN = re.compile(r"[a-z]+(?:-[a-z]+)*")
# Licence: non-commercial, so nothing shipped is learned from it.
MEASURE_ONLY = {"okky2019_hs_tweets.jsonl"}
# A form in fewer texts may be a slip.
SEEN = 3
ADDRESS = re.compile(r"https?://\S+|[@#]\w+|\S+@\S+")
FORM = re.compile(r"(?<![\w-])[a-z]{3,32}(?![\w-])")
CLITIC = re.compile("(nya|lah|kah|pun|ku|mu)$")
CONTENT = {"NOUN": 1, "VERB": 2, "ADJ": 3, "ADV": 3}
NO_WORDS = ("PROPN", "X", "PUNCT", "SYM", "NUM")


def fingerprint(word, bits):
    """Bucket and fingerprint; `Hash` in lexicon.rs does the same."""
    h = 0
    for byte in word.encode():
        h = (h * BASE + byte) & MASK
    h ^= h >> 32
    h = (h * MIX) & MASK
    h ^= h >> 32
    return h & ((1 << bits) - 1), (h >> 48) & 0xFFFF


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


def own_list(name):
    """Lines of one of our own files in this folder."""
    for line in open(os.path.join(HERE, name), encoding="utf8"):
        if line.strip() and not line.startswith("#"):
            yield line.rstrip("\n")


def everyday_roots():
    return {word for line in own_list("roots.txt") for word in line.split()}


def own_stems():
    """Word to stem: the election gazetteer, then exceptions."""
    stems = {}
    for name in ("gazetteer.tsv", "stems.tsv"):
        for line in own_list(name):
            word, stem = line.split("\t")[:2]
            stems[word.lower()] = stem
    return stems


def sentences(path):
    """Rows of each sentence of a treebank."""
    rows = []
    for line in open(path, encoding="utf8"):
        row = line.rstrip("\n").split("\t")
        if len(row) == 10:
            if "." not in row[0]:
                rows.append(row)
        elif rows and not line.strip():
            yield rows
            rows = []
    if rows:
        yield rows


def words(path):
    """Form, lemma, part of speech and whether case says nothing, of each word."""
    for rows in sentences(path):
        before = "."
        for row in rows:
            if row[0].isdigit():
                yield row[1], row[2].lower(), row[3], before in OPENERS or not row[1][0].isupper()
                before = row[1]


OPENERS = (".", ":", "(", "?", "!", '"', "\u201c")


def formal_words(path):
    """Words of the formal side of IndoCollex."""
    for row in csv.DictReader(open(path, encoding="utf8"), delimiter="\t"):
        yield from row["formal"].lower().split()


def text_counts(paths):
    """In how many texts each lower-case form of plain letters stands."""
    texts, count = set(), collections.Counter()
    for path in paths:
        if os.path.basename(path) in MEASURE_ONLY:
            continue
        for line in open(path, encoding="utf8"):
            row = json.loads(line)
            texts.update(row.get(key) or "" for key in ("title", "text"))
    for text in texts:
        plain = ADDRESS.sub(" ", text)
        count.update(set(FORM.findall(plain)))
    return count


def text_class(n):
    """0 to 2: in none or hardly any text, in some, in many."""
    return sum(n >= least for least in TEXT_CLASSES)


def seen_forms(counts):
    """Forms that stand in SEEN texts or more.

    Those that end like a clitic are left out: they say nothing of their host.
    """
    return {w for w, n in counts.items() if n >= SEEN and not CLITIC.search(w)}


def lexicon(root_file, formal_file, gold_files, text_files):
    lower, names = roots(root_file)
    everyday = everyday_roots()
    common, proper = collections.Counter(), collections.Counter()
    parts = collections.defaultdict(collections.Counter)
    for path in gold_files:
        for form, lemma, pos, _ in words(path):
            if pos == "PROPN":
                if PLAIN.fullmatch(form.lower()):
                    proper[form.lower()] += 1
            elif pos not in NO_WORDS and PLAIN.fullmatch(lemma):
                common[lemma] += 1
                parts[lemma][CONTENT.get(pos, 0)] += 1
    formal = {w for w in formal_words(formal_file) if PLAIN.fullmatch(w) and w in lower}
    entries = collections.defaultdict(int)
    texts = text_counts(text_files)
    for word in lower | names | everyday | set(common) | set(proper) | seen_forms(texts):
        if len(word) < 2:
            continue
        payload = (ROOT if word in lower else 0) | (NAME if word in names else 0)
        payload |= (PROPER if proper[word] > common[word] else 0)
        payload |= (EVERYDAY | ROOT if word in everyday else 0)
        n = common[word] or (1 if word in formal else 0)
        payload |= count_class(n) << COMMON_SHIFT
        if word in parts:
            best = max(sorted(parts[word].items()), key=lambda kv: kv[1])[0]
            payload |= best << PART_SHIFT
        elif not n and payload & ROOT:
            payload |= text_class(texts[word]) << TEXT_SHIFT
        entries[fingerprint(word, LEXICON_BITS)] |= payload
    return entries


def affix_code(form, lemma):
    """How `lemma` is cut out of `form`, if it is."""
    for suffix in range(len(SUFFIXES)):
        if form.endswith(SUFFIXES[suffix]):
            host = form[: len(form) - len(SUFFIXES[suffix])]
            for recoded in range(len(RECODED)):
                rest = lemma[len(RECODED[recoded]):]
                prefix = len(host) - len(rest)
                if lemma == RECODED[recoded] + rest and rest and 0 <= prefix < 9 and host.endswith(rest):
                    if prefix or not recoded:
                        return (suffix * 9 + prefix) * 5 + recoded
    return None


def lemmas(gold_files):
    """The lemma of each form, names left out.

    Each treebank has one vote, since each has its own habits; a tie goes to the
    shorter lemma. Of a function word only that it stays whole counts: the
    treebanks give some of them the lemma of another word.
    """
    votes = collections.defaultdict(collections.Counter)
    for path in gold_files:
        seen = collections.defaultdict(collections.Counter)
        for form, lemma, pos, caseless in words(path):
            form = form.lower()
            if not caseless or len(form) < 2 or not PLAIN.fullmatch(form):
                continue
            if pos in CONTENT or (pos not in NO_WORDS and lemma == form):
                seen[form][lemma] += 1
        for form, counts in seen.items():
            votes[form][first(counts)] += 1
    return {form: first(counts) for form, counts in votes.items()}


def first(counts):
    """The most frequent key; ties go to the shorter, then to the alphabet."""
    return min(counts.items(), key=lambda kv: (-kv[1], len(kv[0]), kv[0]))[0]


def forms(gold_files):
    entries = {}
    for form, lemma in {**lemmas(gold_files), **own_stems()}.items():
        code = affix_code(form, lemma)
        if code is not None:
            entries[fingerprint(form, FORMS_BITS)] = code
    return entries


def pack(entries, bits):
    order = sorted(entries)
    starts = [0] * ((1 << bits) + 1)
    for bucket, _ in order:
        starts[bucket + 1] += 1
    for i in range(1 << bits):
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
    for name, entries, bits in (
        ("lexicon.bin", lexicon(args.roots, args.formal, args.gold, args.text), LEXICON_BITS),
        ("forms.bin", forms(args.gold), FORMS_BITS),
    ):
        data = pack(entries, bits)
        with open(os.path.join(args.out, name), "wb") as out:
            out.write(data)
        print(f"{name}: {len(entries)} entries, {len(data)} bytes")


if __name__ == "__main__":
    main()
