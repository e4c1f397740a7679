#!/usr/bin/env python3
"""Ours beside other trainers on the same group-disjoint folds: one table.

    pip install -r benches/peers/model/requirements.txt
    python3 benches/peers/model/compare.py --data DATA_DIR

Two protocols. "posts": the posts of 2019 alone, weighted alike within a label.
"mixed": all sources of `datasets/recipe.json`; a peer that takes weights gets
each row's weight summed over the recipe's fits, one that does not (fastText,
linfa) gets the rows as they are. Folds, texts and our held-out scores come from
`train --export`; every peer learns from raw text and is scored on raw and on
stripped text, which is the reading `strip_surface` of the crate (folded words; no
addresses, mentions, hashtags, numbers, marks, capitals). Platt scaling is the
crate's: fitted to the pooled held-out scores of raw text, then moved to a base
rate: the recipe's for the flag rates, the share among the posts for macro-F1 and
ECE.
"""
import argparse
import json
import os
import subprocess
import sys
import tempfile
import time

import numpy as np
import scipy.sparse as sparse
from sklearn.feature_extraction.text import CountVectorizer, TfidfTransformer
from sklearn.feature_selection import chi2
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score, f1_score, roc_auc_score
from sklearn.svm import LinearSVC

ROOT = os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../.."))
LINFA_COLUMNS = 300
START = time.time()


def told(what):
    print(f"[{time.time() - START:6.0f} s] {what}", file=sys.stderr, flush=True)


class Fold:
    """What one fold gives a peer: rows to learn from, rows to score twice."""

    def __init__(self, sets, train, test):
        self.y, self.weights = sets.y[train], sets.weights[train] / sets.weights[train].mean()
        self.texts = [sets.texts[0][i] for i in train]
        self.unseen = [[texts[i] for i in test] for texts in sets.texts]
        self.grams = [sets.grams[0][i] for i in train]
        self.unseen_grams = [[grams[i] for i in test] for grams in sets.grams]
        self.train, self.test, self.counts, self.blocks = train, test, sets.counts, {}

    def block(self, kind, binary=False):
        """TF-IDF by the vocabulary of the rows to learn from."""
        if (kind, binary) not in self.blocks:
            known = self.counts[kind][0][self.train]
            columns = np.flatnonzero(np.bincount(known.indices, minlength=known.shape[1]))
            known = known[:, columns]
            unseen = [counts[self.test][:, columns] for counts in self.counts[kind]]
            if binary:
                for matrix in (known, *unseen):
                    matrix.data[:] = 1.0
            else:
                tfidf = TfidfTransformer(sublinear_tf=True).fit(known)
                known, unseen = tfidf.transform(known), [tfidf.transform(x) for x in unseen]
            self.blocks[kind, binary] = known, unseen
        return self.blocks[kind, binary]

    def matrix(self, kinds, binary=False):
        blocks = [self.block(kind, binary) for kind in kinds]
        known = sparse.hstack([known for known, _ in blocks]).tocsr()
        unseen = [sparse.hstack([b[1][i] for b in blocks]).tocsr() for i in (0, 1)]
        return known, unseen


def scikit(model, kinds):
    def peer(fold):
        known, unseen = fold.matrix(kinds)
        fitted = model().fit(known, fold.y, sample_weight=fold.weights)
        return [fitted.decision_function(x) for x in unseen]
    return peer


def logistic(c=2.0):
    return LogisticRegression(C=c, solver="liblinear", dual=True, tol=1e-2, random_state=0)


def svm():
    return LinearSVC(C=0.5, random_state=0)


def nb_svm(fold):
    """Wang and Manning 2012: presence times log-count ratio, rows to length 1."""
    known, unseen = fold.matrix(("words", "chars"), binary=True)
    counts = [1.0 + known.T @ (fold.weights * (fold.y == label)) for label in (0, 1)]
    ratio = np.log(counts[1] / counts[1].sum()) - np.log(counts[0] / counts[0].sum())

    def scaled(x):
        x = x @ sparse.diags(ratio)
        length = np.sqrt(np.asarray(x.multiply(x).sum(1)).ravel())
        return sparse.diags(1.0 / np.maximum(length, 1e-12)) @ x
    fitted = svm().fit(scaled(known), fold.y, sample_weight=fold.weights)
    return [fitted.decision_function(scaled(x)) for x in unseen]


def fast_text(fold):
    import fasttext
    fasttext.FastText.eprint = lambda *_: None

    def line(text):
        return " ".join(text.lower().split())
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as file:
        for text, label in zip(fold.texts, fold.y):
            file.write(f"__label__{label} {line(text)}\n")
        file.flush()
        model = fasttext.train_supervised(
            file.name, wordNgrams=2, minn=3, maxn=5, dim=20, bucket=500_000, lr=0.3,
            epoch=25 if len(fold.y) < 10_000 else 8, thread=1, seed=1, verbose=0)

    def odds(text):
        p = {label: p for p, label in model.f.predict(line(text) + "\n", 2, 0.0, "strict")}
        return np.log(p.get("__label__1", 0) + 1e-9) - np.log(p.get("__label__0", 0) + 1e-9)
    return [np.array([odds(text) for text in texts]) for texts in fold.unseen]


def vowpal(fold):
    from vowpalwabbit import Workspace
    vw = Workspace("--loss_function logistic --link identity -b 22 --quiet --random_seed 1")
    rows = [vw.parse(f"{2 * label - 1} {weight:.6f} {grams}")
            for label, weight, grams in zip(fold.y, fold.weights, fold.grams)]
    order = np.random.RandomState(1)
    for _ in range(5):
        for row in order.permutation(len(rows)):
            vw.learn(rows[row])
    for row in rows:
        vw.finish_example(row)
    found = [np.array([vw.predict(grams) for grams in texts]) for texts in fold.unseen_grams]
    vw.finish()
    return found


def linfa(fold):
    known, unseen = fold.block("words")
    best = np.sort(np.argsort(-np.nan_to_num(chi2(known, fold.y)[0]), kind="stable")[:LINFA_COLUMNS])
    dense = known[:, best].toarray()
    both = np.vstack([x[:, best].toarray() for x in unseen])
    with tempfile.NamedTemporaryFile(suffix=".f64") as file:
        np.array([len(dense), len(both), len(best)], "<f8").tofile(file)
        np.hstack([fold.y[:, None], dense]).astype("<f8").tofile(file)
        both.astype("<f8").tofile(file)
        file.flush()
        out = subprocess.run(
            ["cargo", "run", "--quiet", "--release", "--manifest-path",
             f"{ROOT}/benches/peers/model/linfa/Cargo.toml", "--", file.name, "0.5"],
            check=True, capture_output=True, text=True).stdout
    scores = np.array(out.split(), float)
    return [scores[:len(fold.test)], scores[len(fold.test):]]


PEERS = {
    "scikit-learn words 1-2, logistic": scikit(logistic, ("words",)),
    "scikit-learn char_wb 3-5, logistic": scikit(logistic, ("chars",)),
    "scikit-learn both, logistic": scikit(logistic, ("words", "chars")),
    "scikit-learn both, logistic C=8": scikit(lambda: logistic(8.0), ("words", "chars")),
    "scikit-learn both, linear SVM": scikit(svm, ("words", "chars")),
    "scikit-learn both, NB-SVM": nb_svm,
    "fastText": fast_text,
    "Vowpal Wabbit": vowpal,
    f"linfa-logistic, {LINFA_COLUMNS} words": linfa,
}


class Sets:
    """The rows that `train --export` wrote, counted once in both readings."""

    def __init__(self, folder, mixed):
        export = json.load(open(f"{folder}/folds.json"))
        rows = self.rows = export["rows"]
        self.base_rate = export["base_rate"]
        of = lambda name: np.array([row[name] for row in rows])
        self.y, self.fold, self.group, self.part = of("label") * 1, of("fold"), of("group"), of("part")
        self.clickbait = np.array([row["clickbait"] == 1 for row in rows])
        # The posts alone: both labels count the same, as scikit-learn's "balanced".
        self.weights = of("weight") if mixed else 0.5 / np.bincount(self.y)[self.y]
        self.ours = [of("logit"), of("stripped_logit")]
        self.texts = [[row[name] for row in rows] for name in ("text", "stripped")]
        self.posts = self.part == ("posts" if mixed else "suryadikara2019_tweets.jsonl")
        kinds = {"words": CountVectorizer(ngram_range=(1, 2), dtype=np.float32),
                 "chars": CountVectorizer(analyzer="char_wb", ngram_range=(3, 5), dtype=np.float32)}
        self.counts, grams = {}, {}
        for kind, counter in kinds.items():
            raw = counter.fit_transform(self.texts[0])
            self.counts[kind] = [raw, counter.transform(self.texts[1])]
        # Vowpal Wabbit hashes the same counts; a column's number is its name.
        self.grams = []
        for reading in (0, 1):
            lines = []
            for row in range(len(rows)):
                line = ""
                for kind in kinds:
                    x = self.counts[kind][reading]
                    columns = x.indices[x.indptr[row]:x.indptr[row + 1]]
                    line += f"|{kind[0]}:{1 / max(len(columns), 1) ** 0.5:.4f} " + " ".join(map(str, columns)) + " "
                lines.append(line)
            self.grams.append(lines)


def held_out(sets, chosen):
    found = {"hoaks": sets.ours}
    for name in chosen:
        found[name] = [np.zeros(len(sets.y)) for _ in (0, 1)]
    for number in np.unique(sets.fold):
        train, test = np.flatnonzero(sets.fold != number), np.flatnonzero(sets.fold == number)
        fold = Fold(sets, train, test)
        for name in chosen:
            begin = time.time()
            for scores, new in zip(found[name], PEERS[name](fold)):
                scores[test] = new
            told(f"fold {number}: {name}, {time.time() - begin:.1f} s")
    return found


def roc_by_fold(scores, y, fold, weight):
    """Mean over the folds of the ROC area of weighted rows."""
    areas = []
    for order, ends in fold:
        hoax, valid = weight[order] * y[order], weight[order] * (1 - y[order])
        valid_sum = np.r_[0.0, np.cumsum(valid)][ends]
        hoax_sum = np.r_[0.0, np.cumsum(hoax)][ends]
        pairs = np.sum(np.diff(hoax_sum) * (valid_sum[1:] + valid_sum[:-1]) / 2)
        if hoax_sum[-1] > 0 and valid_sum[-1] > 0:
            areas.append(pairs / hoax_sum[-1] / valid_sum[-1])
    return np.mean(areas)


def interval(scores, y, fold, group, resamples=500):
    """Mean ROC by fold, and 95 % bootstrap limits: groups drawn, not rows."""
    views = []
    for number in np.unique(fold):
        rows = np.flatnonzero(fold == number)
        order = rows[np.argsort(scores[rows], kind="stable")]
        ends = np.r_[0, np.flatnonzero(np.diff(scores[order])) + 1, len(order)]
        views.append((order, ends))
    _, group = np.unique(group, return_inverse=True)
    draw = np.random.RandomState(1)
    count = group.max() + 1
    drawn = [roc_by_fold(scores, y, views, np.bincount(draw.randint(0, count, count), minlength=count)[group])
             for _ in range(resamples)]
    return (roc_by_fold(scores, y, views, np.ones(len(y))), *np.percentile(drawn, [2.5, 97.5]))


def log_odds(p):
    return np.log(p) - np.log1p(-p)


def ece(p, y, bins=10):
    at = np.minimum((p * bins).astype(int), bins - 1)
    return sum(abs(p[at == b].sum() - y[at == b].sum()) for b in range(bins)) / len(y)


def among_all(scores, sets, part):
    """ROC area of the part's hoaxes against the parts that hold none, each of
    which counts the same."""
    parts, number, counts = np.unique(sets.part, return_inverse=True, return_counts=True)
    harmless = np.array([not sets.y[number == n].any() for n in range(len(parts))])[number]
    hoaxes = (sets.part == part) & (sets.y == 1)
    if not harmless.any() or not hoaxes.any():
        return "-"
    rows = harmless | hoaxes
    return f"{roc_auc_score(hoaxes[rows], scores[rows], sample_weight=1 / counts[number][rows]):.3f}"


def line(protocol, name, sets, readings):
    y, posts = sets.y, sets.posts
    platt = LogisticRegression(C=1e9, tol=1e-8).fit(readings[0][:, None], y)
    share, own = y.mean(), y[posts].mean()
    bands = []
    for scores in readings:
        roc, low, high = interval(scores[posts], y[posts], sets.fold[posts], sets.group[posts])
        logit = platt.decision_function(scores[:, None]) - log_odds(share)
        on_posts = logit[posts] + log_odds(own)
        flags = logit + log_odds(sets.base_rate) >= 0
        tweets = np.char.startswith(sets.part, "tweets")
        debunks = np.char.startswith(sets.part, "debunks")
        rates = [f"{100 * flags[rows].mean():.1f}" if rows.any() else "-"
                 for rows in (tweets, sets.clickbait, debunks)]
        bands.append([
            f"{roc:.3f} [{low:.3f}-{high:.3f}]", f"{average_precision_score(y[posts], scores[posts]):.3f}",
            f"{f1_score(y[posts], on_posts >= 0, average='macro'):.3f}",
            f"{ece(1 / (1 + np.exp(-on_posts)), y[posts]):.3f}", " / ".join(rates),
            " / ".join(among_all(scores, sets, part) for part in ("claims2024 other", "posts"))])
    cells = [f"{raw} · {bare}" for raw, bare in zip(*bands)]
    return f"| {protocol} | {name} | " + " | ".join(cells) + " |"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", required=True, help="folder of the JSON-lines files")
    parser.add_argument("--peers", default="", help="only peers whose name holds this")
    parser.add_argument("--protocol", choices=("posts", "mixed"), help="only this one")
    parser.add_argument("--scores", help="folder for the held-out scores as .npz")
    options = parser.parse_args()
    chosen = [name for name in PEERS if options.peers in name]
    table = [
        "Each cell: raw text · stripped text. Flag rates in %: background tweets / clickbait headlines / fact-check prose. Among all: ROC area of claims of 2024 / posts against the parts without hoaxes.",
        "", "| trained on | model | ROC by fold [95 %] | PR | macro-F1 | ECE | flagged at 0.5 | among all |",
        "|---|---|---|---|---|---|---|---|"]
    for protocol, recipe in (("posts", "recipe-suryadikara"), ("mixed", "recipe")):
        if options.protocol not in (None, protocol):
            continue
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run(
                ["cargo", "run", "--quiet", "--release", "--example", "train", "--", "--data", os.path.abspath(options.data),
                 "--recipe", f"datasets/{recipe}.json", "--export", folder],
                check=True, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            sets = Sets(folder, protocol == "mixed")
        told(f"{protocol}: {len(sets.y)} rows counted")
        found = held_out(sets, chosen)
        if options.scores:
            np.savez(f"{options.scores}/{protocol}.npz", **{name: np.array(x) for name, x in found.items()})
        table += [line(protocol, name, sets, readings) for name, readings in found.items()]
        told("measured")
    print("\n".join(table))


if __name__ == "__main__":
    main()
