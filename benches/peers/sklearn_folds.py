#!/usr/bin/env python3
"""scikit-learn on the folds that `train --export DIR` wrote, beside ours.

    cargo run --release --example train -- --data DATA_DIR \
        --recipe datasets/recipe-suryadikara.json --export /tmp/folds
    pip install -r benches/peers/requirements.txt
    python3 benches/peers/sklearn_folds.py /tmp/folds

Two questions. Equal features: the same numbers go to scikit-learn's LIBLINEAR;
who reaches the lower objective, who ranks the unseen fold better? Own features:
what does the usual TF-IDF pipeline reach on the same texts and folds?
"""
import json
import sys

import numpy as np
from sklearn.datasets import load_svmlight_file
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.pipeline import make_union

folder = sys.argv[1]
export = json.load(open(f"{folder}/folds.json"))
c, columns = export["c"], export["columns"]


def rows_of(name):
    x, y = load_svmlight_file(f"{folder}/{name}.svm", n_features=columns)
    x.indices, x.indptr = x.indices.astype(np.int32), x.indptr.astype(np.int32)
    return x, y


def objective(w, b, x, y, weights):
    margins = y * (x @ w + b)
    loss = np.logaddexp(0, -margins)
    return 0.5 * (w @ w + b * b) + c * np.sum(weights * loss)


print("equal features: objective and ROC on the unseen fold")
print(f"{'fold':>4} {'rows':>6} {'ours':>14} {'scikit-learn':>14} {'ours/its':>12} {'ROC':>7} {'ROC':>7}")
mean = []
for fold in export["folds"]:
    k = fold["fold"]
    x, y = rows_of(f"{k}.train")
    xt, yt = rows_of(f"{k}.test")
    weights = np.array(fold["weights"])
    model = LogisticRegression(
        C=c, solver="liblinear", dual=True, tol=export["tolerance"], max_iter=10_000,
        intercept_scaling=1.0, random_state=0)
    model.fit(x, y, sample_weight=weights)
    w, b = model.coef_[0], model.intercept_[0]
    theirs = objective(w, b, x, y, weights)
    roc = roc_auc_score(yt, model.decision_function(xt))
    mean.append((fold["roc"], roc))
    print(f"{k:>4} {x.shape[0]:>6} {fold['primal']:>14.6f} {theirs:>14.6f} "
          f"{fold['primal'] / theirs:>12.8f} {fold['roc']:>7.4f} {roc:>7.4f}")
print(f"mean ROC, equal features: ours {np.mean(mean, 0)[0]:.4f}, scikit-learn {np.mean(mean, 0)[1]:.4f}")

rows = export["rows"]
text = np.array([row["text"] for row in rows], dtype=object)
label = np.array([row["label"] for row in rows])
part = np.array([row["fold"] for row in rows])
print("\nown features: TF-IDF of words 1-2 and char_wb 3-5, sublinear, balanced")
for c_tfidf in (0.5, 2.0, 8.0):
    scores, pooled = [], np.zeros(len(rows))
    for k in sorted(set(part)):
        train, test = part != k, part == k
        vectorizer = make_union(
            TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True),
            TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True))
        model = LogisticRegression(C=c_tfidf, solver="liblinear", class_weight="balanced")
        model.fit(vectorizer.fit_transform(text[train]), label[train])
        pooled[test] = model.decision_function(vectorizer.transform(text[test]))
        scores.append(roc_auc_score(label[test], pooled[test]))
    print(f"C={c_tfidf:<4} mean ROC {np.mean(scores):.4f}, pooled {roc_auc_score(label, pooled):.4f}")
