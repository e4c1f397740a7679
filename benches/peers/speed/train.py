#!/usr/bin/env python3
"""Texts to a model, beside scikit-learn's TF-IDF and LIBLINEAR.

    pip install -r benches/peers/speed/requirements.txt
    python3 benches/peers/speed/train.py [--input FILE...] [--json FILE]

20,000 LONG texts, made as in `run.py`. Equal features: words, word pairs and
runs of 3 to 5 characters inside words, counted, times inverse document
frequency, both scaled so that the squared length of a text is 2 in the mean.
Ours are hashed and names are masked; scikit-learn keeps a vocabulary. Since the
two matrices are therefore not the same, the objectives are compared on one:
LIBLINEAR also gets the very numbers that our solver saw.

Ours runs on one thread and on two; scikit-learn, which cannot use two here, on
one.
"""
import argparse
import json
import statistics
import subprocess
import tempfile
import time

import numpy as np
import scipy.sparse as sparse
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_union

import systems

# How close LIBLINEAR comes to the best there is; its loosest usual setting, and
# its default.
TOLERANCES = (0.1, 1e-4)
# Bytes, more than a text has in the mean.
ARTICLE = 3_600


def timed(work):
    wall, cpu = time.perf_counter(), time.process_time()
    result = work()
    return result, {"wall": time.perf_counter() - wall, "cpu": time.process_time() - cpu}


def liblinear(tolerance):
    return LogisticRegression(C=1.0, solver="liblinear", dual=True, tol=tolerance, random_state=0, max_iter=1000)


def scikit(texts, labels):
    union = make_union(TfidfVectorizer(ngram_range=(1, 2)), TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5)))
    x, vectorise = timed(lambda: union.fit_transform(texts))
    _, solve = timed(lambda: liblinear(TOLERANCES[0]).fit(x, labels))
    return {"vectorise": vectorise, "solve": solve, "values": int(x.nnz), "columns": x.shape[1],
            **{kind: vectorise[kind] + solve[kind] for kind in ("wall", "cpu")}}


def same_numbers(folder, labels):
    """LIBLINEAR on the matrix of ours: seconds and objective."""
    read = lambda name, kind: np.fromfile(f"{folder}/{name}", kind)
    ends, columns = read("ends", "<u8"), read("columns", "<u4").astype(np.int32)
    starts = np.concatenate([[0], ends]).astype(np.int64)
    if starts[-1] < 2 ** 31:
        starts = starts.astype(np.int32)
    x = sparse.csr_matrix((read("values", "<f4").astype(np.float64), columns, starts))
    signs = np.where(labels, 1.0, -1.0)
    found = []
    for tolerance in TOLERANCES:
        model, taken = timed(lambda: liblinear(tolerance).fit(x, labels))
        w, b = model.coef_[0], model.intercept_[0]
        loss = np.logaddexp(0, -signs * (x @ w + b)).sum()
        found.append({"tolerance": tolerance, **taken, "objective": 0.5 * (w @ w + b * b) + loss})
    return {"values": int(x.nnz), "columns": x.shape[1], "fits": found}


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    systems.add_arguments(parser)
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--tolerance", default="1e-8", help="of our duality gap")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        texts = systems.make(folder, options, [0, options.articles * ARTICLE / 1e6])
        program = systems.build("--target-dir", "target/peers", "--manifest-path", f"{systems.HERE}/Cargo.toml")
        path = f"{folder}/articles.jsonl"
        with open(f"{folder}/long.jsonl", encoding="utf-8") as file, open(path, "w", encoding="utf-8") as out:
            lines = file.readlines()[:options.articles]
            out.writelines(lines)
        rows = [json.loads(line) for line in lines]
        articles, labels = [row["text"] for row in rows], np.array([row["hoax"] for row in rows])

        def ours(threads, *more):
            command = [program, "train", path, str(threads), options.tolerance, *more]
            return json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout)
        rounds = []
        for number in range(options.rounds):
            # The last of them leaves its numbers behind.
            more = [folder] if number == options.rounds - 1 else []
            rounds.append({"one": ours(1, *more), "two": ours(2), "scikit": scikit(articles, labels)})
        same = same_numbers(folder, labels)

    def middle(value):
        values = [value(found) for found in rounds]
        return f"{statistics.median(values):.2f} [{min(values):.2f}-{max(values):.2f}]"
    del texts["short"]
    print("\n".join(systems.about(texts, options)) + f"; the first {len(articles)} are learned, {sum(len(text.encode()) for text in articles) / 1e6:.1f} MB\n")
    print("| | wall, s | CPU, s | first part: texts to numbers, s |\n|---|---:|---:|---:|")
    for name, key in (("ours, 1 thread", "one"), ("ours, 2 threads", "two")):
        cells = [middle(lambda found, what=what: found[key][what]) for what in ("wall", "cpu", "read")]
        print(f"| {name} | {' | '.join(cells)} |")
    cells = [middle(lambda found, kind=kind: found["scikit"][kind]) for kind in ("wall", "cpu")]
    print(f"| scikit-learn | {' | '.join(cells)} | {middle(lambda found: found['scikit']['vectorise']['wall'])} |")
    for name, key, kind in (("CPU, 1 thread", "one", "cpu"), ("wall, 1 thread", "one", "wall"), ("wall, 2 threads", "two", "wall")):
        print(f"| **scikit-learn over ours, {name}** | {middle(lambda found: found['scikit'][kind] / found[key][kind])} | | |")
    mine = rounds[-1]["one"]["primal"]
    print(f"\nOn the same {same['values']} numbers, {same['columns']} columns: objective of ours {mine:.6f}, "
          f"{rounds[-1]['one']['epochs']} passes")
    for fit in same["fits"]:
        print(f"- LIBLINEAR, tolerance {fit['tolerance']}: {fit['objective']:.6f} in {fit['cpu']:.2f} s; "
              f"ours over it {mine / fit['objective']:.9f}")
    alike = {found[key]["digest"] for found in rounds for key in ("one", "two")}
    print(f"- models by any number of threads: {'the same bits' if len(alike) == 1 else 'DIFFERENT'}")
    if options.json:
        with open(options.json, "w", encoding="utf-8") as file:
            json.dump({"machine": systems.machine(), "texts": texts, "rounds": rounds, "same": same}, file, indent=1)


if __name__ == "__main__":
    main()
