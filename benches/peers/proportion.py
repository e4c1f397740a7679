#!/usr/bin/env python3
"""Intervals of shares: golden values for `tests/proportion.rs`, and coverage.

    pip install -r benches/peers/requirements.txt
    python3 benches/peers/proportion.py            # golden values
    python3 benches/peers/proportion.py coverage   # some minutes

Golden: Clopper and Pearson by scipy's `binomtest`; for groups, the variance of the share
by leaving out one group after the other, and quantiles by scipy. Coverage: how many of
500 simulated samples have the true share in their interval, by the bootstrap over
groups, by Wilson's interval and by that of Clopper and Pearson, the last two on the
effective number of rows after Korn and Graubard (1998).
"""
import sys

import numpy as np
from scipy.stats import beta, binomtest, norm, t


def clopper_pearson(p, n):
    low = 0.0 if p == 0 else beta.ppf(0.025, n * p, n * (1 - p) + 1)
    high = 1.0 if p == 1 else beta.ppf(0.975, n * p + 1, n * (1 - p))
    return low, high


def wilson(p, n):
    z = norm.ppf(0.975)
    middle = (p + z * z / (2 * n)) / (1 + z * z / n)
    half = z / (1 + z * z / n) * np.sqrt(p * (1 - p) / n + z * z / (4 * n * n))
    return max(0.0, middle - half), min(1.0, middle + half)


def effective(rows, cases):
    """Rows that would say as much if they were independent, from those of each group."""
    n, k, g = rows.sum(), cases.sum(), len(rows)
    p, least = k / n, n * n / (rows * rows).sum()
    freedom = min((cases > 0).sum(), (cases < rows).sum(), g - 1)
    if freedom == 0:
        return least
    without = (k - cases) / (n - rows)
    variance = (g - 1) / g * ((without - p) ** 2).sum()
    effect = max(1.0, variance / (p * (1 - p) / (n - 1)))
    student = (t.ppf(0.975, n - 1) / t.ppf(0.975, freedom)) ** 2
    return max(least, n / effect * min(1.0, student))


def golden():
    for cases, rows in [(0, 10), (1, 10), (10, 10), (7, 56), (3, 12514), (20000, 42665)]:
        found = binomtest(cases, rows).proportion_ci(method="exact")
        print(f"({cases}, {rows}, {found.low!r}, {found.high!r}),")
    for shape in [
        [(3, 1), (5, 0), (1, 1), (8, 2), (2, 0), (4, 0)],  # rows and cases of each group
        [(5, 5), (5, 0), (5, 0), (5, 0), (5, 0), (5, 0), (5, 0), (5, 0)],
        [(2, 1), (2, 1), (2, 1)],
        [(100, 99), (1, 0)],
        [(1, 1), (50, 3)] + [(1, 0)] * 19,
        [(m % 7 + 1, m % 3 % (m % 7 + 1)) for m in range(200)],
        [(4, 1 if m % 9 == 0 else 0) for m in range(300)],
    ]:
        rows, cases = np.array(shape).T
        low, high = clopper_pearson(cases.sum() / rows.sum(), effective(rows, cases))
        print(f"{shape}: {float(low)!r}, {float(high)!r}")


def coverage():
    random = np.random.default_rng(1)
    trials, names = 500, ["bootstrap", "Wilson", "Clopper-Pearson"]
    sizes = {
        "1": lambda g: np.ones(g, int),
        "5": lambda g: np.full(g, 5),
        "1-60": lambda g: np.minimum(random.zipf(2.0, g), 60),
    }
    worst = {name: [] for name in names}
    print("of 100 samples, width: " + ", ".join(names))
    for kind, draw in sizes.items():
        for g in (10, 40, 200):
            for truth in (0.005, 0.03, 0.2):
                for alike in (0.0,) if kind == "1" else (0.0, 0.3, 0.9, "half"):
                    held, width = np.zeros(3), np.zeros(3)
                    for _ in range(trials):
                        m = draw(g)
                        if alike == 0:
                            h = random.binomial(m, truth)
                        elif alike == "half":  # every second group is of one mind
                            h = np.where(np.arange(g) % 2 == 0, random.binomial(m, truth),
                                         m * random.binomial(1, truth, g))
                        else:
                            a, b = truth * (1 / alike - 1), (1 - truth) * (1 / alike - 1)
                            h = random.binomial(m, random.beta(a, b, g))
                        n, p = m.sum(), h.sum() / m.sum()
                        times = random.multinomial(g, np.ones(g) / g, size=200)
                        resampled, rows = (times @ h) / (times @ m), effective(m, h)
                        both = [np.quantile(resampled, [0.025, 0.975]), wilson(p, rows),
                                clopper_pearson(p, rows)]
                        held += [low <= truth <= high for low, high in both]
                        width += [high - low for low, high in both]
                    for name, it in zip(names, held):
                        worst[name].append(100 * it / trials)
                    line = ", ".join(f"{100 * a / trials:5.1f} ({b / trials:.3f})"
                                     for a, b in zip(held, width))
                    print(f"sizes {kind:>4}, {g:>3} groups, share {truth:<5}, alike {alike}: {line}",
                          flush=True)
    for name, it in worst.items():
        print(f"{name}: {min(it):.1f} to {max(it):.1f}, mean {np.mean(it):.1f}, "
              f"below 93 in {sum(x < 93 for x in it)} of {len(it)}")


coverage() if sys.argv[1:] == ["coverage"] else golden()
