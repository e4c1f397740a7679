#!/usr/bin/env python3
"""Learns the weights of the stemmer: writes src/text/stem/weights.rs.

    python3 datasets/stemmer.py --roots malindo_roots.txt \
        --gold id_gsd-ud-dev.conllu id_csui-ud-train.conllu \
        --text DATA_DIR/*.jsonl --out src/text/stem/weights.rs

A word has many possible analyses (affixes, a letter put back, clitics). Each is
the sum of a few weights; this fits them by logistic regression over the analyses
of every word of the treebanks, so that the one with the treebank's lemma comes
out on top. What is counted of a root leaves out the word being explained, as if
that word had never been seen. Needs Python 3.9 and no package; a few minutes.
"""
import argparse
import collections
import math
import random
import re

import lexicon

FAMILIES = ["none", "me", "pe", "di", "ber", "ter", "ke", "se", "per", "stacked"]
SUFFIXES = ["", "i", "an", "kan"]
# Enclitics that follow a host, alone or stacked.
CLITICS = "nya ku mu lah kah tah pun nyalah nyakah nyapun kulah kukah mulah mukah".split()
VOWELS = "aeiou"
# Affixes and clitics go with no shorter root, whatever a list has.
SHORTEST = 3


def nasal(prefix, family):
    """The forms of meN- and peN-: surface, letter put back, what may follow."""
    yield prefix, "", "lrwy", family
    yield prefix, "", "mn", family
    yield prefix, "", "other", family
    yield prefix + "m", "", "bfvpm", family
    yield prefix + "m", "p", "vowel", family
    yield prefix + "n", "", "cdjtzs", family
    yield prefix + "n", "t", "vowel", family
    yield prefix + "ny", "s", "vowel", family
    yield prefix + "ng", "", "ghkvowel", family
    yield prefix + "ng", "k", "vowel", family
    yield prefix + "nge", "", "consonant", family


def patterns():
    found = [("", "", "any", "none")]
    for prefix, family in (("me", "me"), ("pe", "pe"), ("kepe", "ke"), ("sepe", "se"), ("berpe", "ber")):
        found += nasal(prefix, family)
    for family, prefixes in {
        "di": "di dike dise",
        "ber": "ber be bel berke berse",
        "ter": "ter te terke",
        "ke": "ke kese ketidak ketidakse keber keter",
        "se": "se seke seper",
        "per": "per perse pel teper",
        "me": "member menter mense menye",
        "pe": "penye penge pemper pemer pember pembel",
        "stacked": "memper mempel diper dipel diber",
    }.items():
        found += [(prefix, "", "any", family) for prefix in prefixes.split()]
    found.append(("menge", "k", "vowel", "me"))
    return found


PATTERNS = patterns()


def may_follow(letter, condition):
    if condition == "any":
        return True
    if condition == "vowel":
        return letter in VOWELS
    if condition == "consonant":
        return letter not in VOWELS
    if condition == "other":
        return letter not in "lrwymn"
    if condition == "ghkvowel":
        return letter in "ghkaeiou"
    return letter in condition


def analyses(word):
    """Every (root, pattern, suffix, clitic)."""
    hosts = [(word, "")]
    hosts += [(word[: -len(c)], c) for c in CLITICS if word.endswith(c) and len(word) - len(c) >= SHORTEST]
    for host, clitic in hosts:
        for suffix in SUFFIXES:
            if not host.endswith(suffix) or len(host) - len(suffix) < 2:
                continue
            stem = host[: len(host) - len(suffix)]
            for index, (prefix, recoded, condition, _) in enumerate(PATTERNS):
                rest = stem[len(prefix):]
                if not (stem.startswith(prefix) and rest and may_follow(rest[0], condition)):
                    continue
                if len(recoded + rest) >= (SHORTEST if prefix or suffix else 2):
                    yield recoded + rest, index, suffix, clitic


# The first class of use that treebanks speak of, and how many classes there are.
TREEBANK, USES = 3, 6


class Known:
    """What is known of roots, with one word left out."""

    def __init__(self, root_file, gold_files, text_files):
        self.texts = lexicon.text_counts(text_files)
        self.everyday = lexicon.everyday_roots()
        self.roots = lexicon.roots(root_file)[0] | self.everyday
        self.uses = collections.defaultdict(collections.Counter)
        for path in gold_files:
            for form, lemma, pos, _ in lexicon.words(path):
                if pos not in lexicon.NO_WORDS and lexicon.PLAIN.fullmatch(lemma):
                    self.uses[lemma][form.lower()] += 1

    def use(self, root, word):
        """0 to 2: how many texts have the root; 3 to 5: how often treebanks do."""
        uses = self.uses.get(root)
        count = lexicon.count_class(sum(uses.values()) - uses.get(word, 0)) if uses else 0
        if count:
            return TREEBANK - 1 + count
        return lexicon.text_class(self.texts[root]) if root in self.roots else 0


def features(word, analysis, known):
    root, index, suffix, clitic = analysis
    listed, use = int(root in known.roots), known.use(root, word)
    found = [("clitic", clitic)] if clitic else []
    if not PATTERNS[index][0] and not suffix:
        kind = "host" if clitic else "whole"
        # Derived words stand in texts as well.
        use = use if clitic or use >= TREEBANK else 0
        found += [(kind, "listed", listed), (kind, "use", use), (kind, "length", min(len(root), 10))]
        if root in known.everyday:
            found.append((kind, "everyday"))
    else:
        family = PATTERNS[index][3]
        found += [
            ("pattern", index),
            ("pair", family, suffix, listed),
            ("pair", family, suffix),
            ("seen", family, listed, min(use, TREEBANK)),
            ("use", min(use, TREEBANK)),
            ("length", listed, min(len(root), 7)),
            ("listed", listed),
        ]
        if root in known.everyday:
            found.append(("everyday",))
    return found


# Families whose derived words dictionaries enter under their roots.
DERIVED = ("me", "pe", "di", "ber", "ter", "ke", "per", "stacked")


def is_left_whole(word, lemma, known):
    """Whether a treebank leaves a word whole that has a listed root and affixes.

    Some annotators do so now and then (*penyelesaian*, *dipanen*), often where
    the other treebank gives the root. It says nothing of the next such word, so
    nothing is learned from it.
    """
    return word == lemma and word not in known.roots and any(
        root != word
        and len(root) >= 4
        and root in known.roots
        and PATTERNS[index][3] in DERIVED
        # *ketiga*
        and (suffix or PATTERNS[index][3] != "ke")
        for root, index, suffix, _ in analyses(word)
    )


def examples(gold_files):
    """(word, lemma) with counts; a word with its clitics counts as its host."""
    counts = collections.Counter()
    plain = re.compile("[a-z]{2,}")
    for path in gold_files:
        for form, lemma, pos, caseless in lexicon.words(path):
            if pos in lexicon.CONTENT and caseless and plain.fullmatch(form.lower()):
                counts[form.lower(), lemma] += 1
        for rows in lexicon.sentences(path):
            for i, row in enumerate(rows):
                if "-" not in row[0]:
                    continue
                first, last = map(int, row[0].split("-"))
                parts = rows[i + 1: i + 2 + last - first]
                whole = row[1].lower()
                if (
                    "".join(part[1] for part in parts).lower() == whole
                    and parts[0][3] in lexicon.CONTENT
                    and len(parts[0][1]) > 1
                    and plain.fullmatch(whole)
                    and (first == 1 or not row[1][0].isupper())
                ):
                    counts[whole, parts[0][2].lower()] += 1
    return counts


def own_examples(known):
    """Suffixes that edited prose has little of, on our everyday roots."""
    for root in sorted(known.everyday)[::OWN_STEP]:
        if len(root) >= 4:
            for suffix in ("kan", "i", "nya", "lah"):
                # A word that is listed, and -k-an, may be something else.
                if root + suffix not in known.roots and not (suffix == "i" and root[-1] in "ie"):
                    yield root + suffix, root


# Every so manieth root, and the importance of each example.
OWN_STEP, OWN = 8, 0.2


def train(counts, known, epochs=60, rate=0.1, decay=0.002):
    """AdaGrad on the log-likelihood of the right analyses, in batches of 64."""
    ids, data = {}, []
    weighed = [(pair, math.sqrt(min(n, 4))) for pair, n in sorted(counts.items())]
    weighed += [(pair, OWN) for pair in own_examples(known)]
    for (word, lemma), importance in weighed:
        if is_left_whole(word, lemma, known):
            continue
        found = list(analyses(word))
        right = [i for i, a in enumerate(found) if a[0] == lemma]
        if right and len(found) > 1:
            rows = [[ids.setdefault(f, len(ids)) for f in features(word, a, known)] for a in found]
            data.append((rows, right, importance))
    weights, squares = [0.0] * len(ids), [0.01] * len(ids)
    rng = random.Random(0)
    for _ in range(epochs):
        rng.shuffle(data)
        for start in range(0, len(data), 64):
            gradient = [decay * w for w in weights]
            for rows, right, importance in data[start: start + 64]:
                scores = [sum(weights[f] for f in row) for row in rows]
                top = max(scores)
                odds = [math.exp(s - top) for s in scores]
                total, good = sum(odds), sum(odds[i] for i in right)
                for i, row in enumerate(rows):
                    delta = odds[i] / total - (odds[i] / good if i in right else 0.0)
                    if abs(delta) > 1e-4:
                        for f in row:
                            gradient[f] += importance * delta / 64
            for f, g in enumerate(gradient):
                squares[f] += g * g
                weights[f] -= rate * g / math.sqrt(squares[f])
    return {f: weights[i] for f, i in ids.items()}


CONDITIONS = {
    "any": "Any",
    "vowel": "Vowel",
    "consonant": "Consonant",
    "lrwy": "Liquid",
    "mn": "Nasal",
    "other": "Other",
    "bfvpm": "Labial",
    "cdjtzs": "Dental",
    "ghkvowel": "Velar",
}


def render(weights):
    """The tables as Rust source."""

    def w(*feature):
        return round(100 * weights.get(feature, 0.0))

    out = [
        "//! Learned by `datasets/stemmer.py`; not edited by hand.",
        "//!",
        "//! Hundredths of a natural logarithm of odds.",
        "",
        "use super::pattern::{Family, Next, Pattern};",
        "",
        "/// Prefixes as they are written, by their first letter.",
        "#[rustfmt::skip]",
        "pub(super) static PATTERNS: &[Pattern] = &[",
    ]
    rows = [(p, i) for i, p in enumerate(PATTERNS) if p[0]]
    for (prefix, recoded, condition, family), index in sorted(rows, key=lambda row: (row[0][0], row[1])):
        letter = f"Some(b'{recoded}')" if recoded else "None"
        out.append(
            f'    Pattern {{ text: b"{prefix}", recoded: {letter}, next: Next::{CONDITIONS[condition]}, '
            f"family: Family::{family.capitalize()}, weight: {w('pattern', index)} }},"
        )
    out.append("];")

    def table(doc, name, kind, rows):
        def show(x):
            return "[" + ", ".join(map(show, x)) + "]" if isinstance(x, list) else str(x)

        out.extend(["", f"/// {doc}", "#[rustfmt::skip]"])
        out.append(f"pub(super) static {name}: {kind} = [")
        out.extend(f"    {show(row)}," for row in rows)
        out.append("];")

    table(
        "By family, suffix (none, -i, -an, -kan) and whether the root is listed.",
        "PAIR",
        "[[[i16; 2]; 4]; 10]",
        [
            [
                [
                    round(
                        100
                        * (
                            weights.get(("pair", family, suffix, listed), 0.0)
                            + weights.get(("pair", family, suffix), 0.0)
                            + weights.get(("listed", listed), 0.0)
                            + (weights.get(("pattern", 0), 0.0) if family == "none" else 0.0)
                        )
                    )
                    for listed in (0, 1)
                ]
                for suffix in SUFFIXES
            ]
            for family in FAMILIES
        ],
    )
    table(
        "By family, whether the root is listed and its use: in texts, or in treebanks.",
        "SEEN",
        "[[[i16; 4]; 2]; 10]",
        [
            [[w("seen", f, m, k) + w("use", k) for k in range(TREEBANK + 1)] for m in (0, 1)]
            for f in FAMILIES
        ],
    )
    table(
        "By whether the root is listed and its length, 2 to 7 and more.",
        "LENGTH",
        "[[i16; 6]; 2]",
        [[w("length", m, n) for n in range(2, 8)] for m in (0, 1)],
    )
    out += ["", "/// For an everyday root.", f"pub(super) const EVERYDAY: i16 = {w('everyday')};"]
    table(
        "For no affix at all, without and with a clitic: is it listed?",
        "BARE_LISTED",
        "[[i16; 2]; 2]",
        [[w(k, "listed", m) for m in (0, 1)] for k in ("whole", "host")],
    )
    table(
        "The same: how many texts have it, or how often do treebanks?",
        "BARE_USE",
        "[[i16; 6]; 2]",
        [[w(k, "use", n) for n in range(USES)] for k in ("whole", "host")],
    )
    table(
        "The same: how long is it, 2 to 10 and more?",
        "BARE_LENGTH",
        "[[i16; 9]; 2]",
        [[w(k, "length", n) for n in range(2, 11)] for k in ("whole", "host")],
    )
    table(
        "The same: is it an everyday root?",
        "BARE_EVERYDAY",
        "[i16; 2]",
        [w(k, "everyday") for k in ("whole", "host")],
    )
    out += ["", "/// Enclitics, alone and stacked.", "#[rustfmt::skip]"]
    out.append(f"pub(super) static CLITICS: [(&[u8], i16); {len(CLITICS)}] = [")
    out += [f'    (b"{c}", {w("clitic", c)}),' for c in CLITICS]
    out.append("];")
    return "\n".join(out) + "\n"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--roots", required=True)
    parser.add_argument("--gold", nargs="+", required=True)
    parser.add_argument("--text", nargs="*", default=[])
    parser.add_argument("--out", required=True)
    args = parser.parse_args()
    weights = train(examples(args.gold), Known(args.roots, args.gold, args.text))
    with open(args.out, "w", encoding="utf8") as out:
        out.write(render(weights))
    print(f"{len(weights)} weights")


if __name__ == "__main__":
    main()
