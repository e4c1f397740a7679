"""Writes linear.json: what scikit-learn and SciPy make of small random data.

    pip install scikit-learn==1.9.1 scipy==1.17.1 numpy==2.4.6
    python make_linear.py

All inputs are multiples of a power of two, so that they are the same numbers
as 32-bit floats, as 64-bit floats and as text.
"""

import json
import pathlib

import numpy as np
from scipy.optimize import root
from scipy.special import expit
from sklearn.calibration import _sigmoid_calibration, calibration_curve
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import (
    accuracy_score,
    average_precision_score,
    brier_score_loss,
    confusion_matrix,
    f1_score,
    log_loss,
    matthews_corrcoef,
    precision_recall_curve,
    precision_score,
    recall_score,
    roc_auc_score,
    roc_curve,
)

random = np.random.default_rng(20240214)
ROWS, FEATURES = 80, 30


def grid(values, step):
    return np.round(np.asarray(values) / step) * step


def logistic():
    dense = np.zeros((ROWS, FEATURES))
    for row in dense[1:]:  # the first row stays empty
        columns = random.choice(FEATURES, size=random.integers(1, 9), replace=False)
        row[columns] = grid(random.normal(size=len(columns)), 1 / 64)
    truth = random.normal(size=FEATURES)
    labels = random.uniform(size=ROWS) < expit(dense @ truth - 0.7)
    weights = grid(random.uniform(0.125, 3, size=ROWS), 1 / 8)
    weights[random.choice(ROWS, size=6, replace=False)] = 0

    fits = []
    for c, scale, weighted in [
        (1.0, 1.0, False),
        (1.0, 1.0, True),
        (0.01, 0.0, False),
        (100.0, 0.0, True),
        (30.0, 8.0, True),
        (1000.0, 1.0, False),
    ]:
        wide = np.hstack([dense, np.full((ROWS, 1), scale)])
        sample = weights if weighted else np.ones(ROWS)
        sign = np.where(labels, 1, -1)

        def objective(w):
            return 0.5 * w @ w + c * sample @ np.logaddexp(0, -sign * (wide @ w))

        newton = LogisticRegression(
            C=c, fit_intercept=False, solver="newton-cholesky", tol=1e-12, max_iter=1000
        ).fit(wide, labels, sample_weight=sample)
        w = newton.coef_[0]
        # The same problem by the other solver; zero weights it wants left out.
        kept = sample > 0
        dual = LogisticRegression(
            C=c, fit_intercept=False, solver="liblinear", dual=True, tol=1e-9,
            max_iter=100_000, random_state=0,
        ).fit(wide[kept], labels[kept], sample_weight=sample[kept])
        assert abs(objective(dual.coef_[0]) / objective(w) - 1) < 1e-9
        fits.append({
            "c": c,
            "intercept_scale": scale,
            "weighted": weighted,
            "objective": objective(w),
            "weights": w[:FEATURES].tolist(),
            "intercept": w[FEATURES] * scale,
        })
    rows = [np.flatnonzero(row) for row in dense]
    return {
        "features": FEATURES,
        "indices": [row.tolist() for row in rows],
        "values": [dense[i, row].tolist() for i, row in enumerate(rows)],
        "labels": labels.tolist(),
        "weights": weights.tolist(),
        "fits": fits,
    }


def calibration_error(probabilities, labels, bins):
    error = 0.0
    place = np.minimum((probabilities * bins).astype(int), bins - 1)
    for b in np.unique(place):
        inside = place == b
        gap = abs(labels[inside].mean() - probabilities[inside].mean())
        error += inside.mean() * gap
    return error


def at_threshold(probabilities, labels, threshold):
    flags = probabilities >= threshold
    tn, fp, fn, tp = confusion_matrix(labels, flags, labels=[False, True]).ravel()
    return {
        "threshold": threshold,
        "counts": [int(tp), int(fp), int(tn), int(fn)],
        "accuracy": accuracy_score(labels, flags),
        "precision": precision_score(labels, flags, zero_division=0),
        "recall": recall_score(labels, flags),
        "f1": f1_score(labels, flags),
        "macro_f1": f1_score(labels, flags, average="macro"),
        "mcc": matthews_corrcoef(labels, flags),
    }


def curves(probabilities, labels):
    fpr, tpr, thresholds = roc_curve(labels, probabilities, drop_intermediate=False)
    precision, recall, at = precision_recall_curve(labels, probabilities)
    # From high to low, without the point that belongs to no threshold.
    pr = [recall[:-1][::-1], precision[:-1][::-1], at[::-1]]
    found = {"roc": [[*map(float, point)] for point in zip(fpr, tpr)][1:],
             "roc_thresholds": thresholds[1:].tolist(),
             "pr": [[*map(float, point)] for point in zip(*pr)]}
    # No probability lies on an edge of these bins, 0 and 1 aside.
    for bins in [3, 7]:
        rate, mean = calibration_curve(labels, probabilities, n_bins=bins)
        found[f"reliability_{bins}"] = [[*map(float, b)] for b in zip(mean, rate)]
    return found


def metrics():
    cases = []
    for size, step, share in [(7, 1 / 4, 0.5), (60, 1 / 16, 0.3), (150, 1 / 1024, 0.6)]:
        labels = random.uniform(size=size) < share
        labels[:2] = [True, False]
        scores = random.normal(size=size) + labels
        probabilities = np.clip(grid(expit(scores), step), 0, 1)
        probabilities[2] = 1.0
        probabilities[3] = 0.0
        fpr, tpr, _ = roc_curve(labels, probabilities, drop_intermediate=False)
        rates = [0.0, 0.01, 0.1, 0.25, 0.5, 1.0]
        cases.append({
            "probabilities": probabilities.tolist(),
            "labels": labels.tolist(),
            "roc_auc": roc_auc_score(labels, probabilities),
            "average_precision": average_precision_score(labels, probabilities),
            "brier_score": brier_score_loss(labels, probabilities),
            "log_loss": log_loss(labels, probabilities),
            "calibration_error_10": calibration_error(probabilities, labels, 10),
            "calibration_error_3": calibration_error(probabilities, labels, 3),
            "rates": rates,
            "recalls": [tpr[fpr <= rate].max() for rate in rates],
            "at": [
                at_threshold(probabilities, labels, threshold)
                for threshold in [0.0, 0.25, 0.5, 0.75, 1.5]
            ],
            "curves": curves(probabilities, labels),
        })
    return cases


def platt():
    cases = []
    for size, stretch, shift in [(40, 1.0, 0.0), (200, 4.0, 3.0), (120, -0.25, 1.0)]:
        logits = random.normal(scale=2, size=size)
        labels = random.uniform(size=size) < expit(logits)
        scores = grid(stretch * logits + shift, 1 / 256)

        positives, negatives = labels.sum(), (~labels).sum()
        targets = np.where(
            labels, (positives + 1) / (positives + 2), 1 / (negatives + 2)
        )

        def gradient(line):
            excess = expit(line[0] * scores + line[1]) - targets
            return [excess @ scores, excess.sum()]

        found = root(gradient, [0.0, 0.0], tol=1e-14)
        slope, intercept = found.x
        a, b = _sigmoid_calibration(scores, labels)
        assert np.allclose([-a, -b], [slope, intercept], atol=1e-4), (a, b, found)
        cases.append({
            "scores": scores.tolist(),
            "labels": labels.tolist(),
            "slope": slope,
            "intercept": intercept,
        })
    return cases


golden = {"logistic": logistic(), "metrics": metrics(), "platt": platt()}
path = pathlib.Path(__file__).with_name("linear.json")
path.write_text(json.dumps(golden, separators=(",", ":")) + "\n")
