#!/usr/bin/env python3
"""Whole assessments beside other systems: same texts, same machine, one go.

    pip install -r benches/peers/speed/requirements.txt
    python3 benches/peers/speed/run.py [--input FILE...] [--json FILE]
    python3 benches/peers/speed/train.py [--input FILE...] [--json FILE]

Prints Markdown. Texts are made from `datasets`, SHORT (posts, headlines) and
LONG (2.6 kB), without any download. They repeat themselves more than real text
does: some 5,600 different words, which a batch remembers. `--input` makes them
from texts of yours instead (JSON lines with `text`, maybe `label`), every short
text once.

Ours remembers words, and each round reads the texts again: one by one and in a
batch are of words that the thread has met, as in a stream that goes on. On a
new thread they are of a thread that has met none: the first megabytes of a program.
No peer remembers any. Whole processes read few texts several times over, up to
20 MB, so that what a start takes counts for little.

Every round runs every system once, in turn, starting with another each time, so
that whatever else the machine does meets all alike. A ratio is that of two
systems in the same round; written are the median and, in brackets, the least
and the largest. Time is CPU time of one thread unless it says otherwise. A slow
system reads only the first texts, as many as take it about a second.

Models of others learn from texts like those they score: word pairs and, where
it says so, character runs, as ours. How good they are is not asked here.
"""
import argparse
import json
import os
import statistics
import sys
import tempfile
import time

import systems

ROUNDS = 7
# Seconds of CPU that a system may take in a round.
SHARE = 1.0
# Peer, what of ours, its least ratio.
GOALS = [
    ("tantivy SimpleTokenizer", "SHORT", 1.0), ("tantivy SimpleTokenizer", "LONG", 1.0),
    ("fastText, subwords", "SHORT", 20), ("fastText, subwords", "LONG", 20),
    ("fastText, words", "SHORT", 8), ("fastText, words", "LONG", 8),
    ("scikit-learn, words 1-2", "SHORT", 60), ("scikit-learn, words 1-2", "LONG", 60),
    ("scikit-learn, char_wb 3-5", "SHORT", 250), ("scikit-learn, char_wb 3-5", "LONG", 250),
    ("Vowpal Wabbit, process", "SHORT", 5), ("Vowpal Wabbit, process", "LONG", 2),
]
OURS = {"assess": "one by one", "batch, 1 thread": "in a batch", "assess, new thread": "new thread"}
PROCESS = "ours, process"


class Workload:
    """One set of texts, all systems on it, and the times of every round."""

    def __init__(self, name, folder, train):
        self.name, self.rounds = name, []
        path = f"{folder}/{name.lower()}.jsonl"
        rows = [json.loads(line) for line in open(path, encoding="utf-8")]
        self.folder = f"{folder}/{name.lower()}"
        os.mkdir(self.folder)
        learn = f"{self.folder}/train.jsonl"
        # Spread over the whole, so that every part of the texts is known.
        step = max(1, len(rows) // train)
        with open(learn, "w", encoding="utf-8") as file:
            file.writelines(json.dumps(row) + "\n" for row in rows[::step])
        self.rust = systems.Rust(path, learn, self.folder)
        self.runs = dict(self.rust.systems())
        self.runs |= systems.scikit(rows, rows[::step])
        self.runs |= systems.processes(rows, rows[::step], self.folder, self.rust.program)
        self.counts = {}
        for run in self.runs:
            found = self.runs[run](min(len(rows), max(20, len(rows) // 100)))
            rate = found["texts"] / max(found["cpu"], 1e-6)
            self.counts[run] = min(len(rows), int(rate * SHARE))
        told(f"{name}: models trained, sizes chosen")

    def round(self, number):
        names = list(self.runs)
        at = number % len(names)
        found = {name: self.runs[name](self.counts[name]) for name in names[at:] + names[:at]}
        # What starting Python takes is none of Vowpal Wabbit's work.
        python = found.pop("Python, process")["cpu"]
        found["Vowpal Wabbit, process"]["cpu"] -= python
        self.rounds.append(found)
        told(f"{self.name}: round {number + 1}")

    def speed(self, name):
        return [found[name]["bytes"] / 1e6 / found[name]["cpu"] for found in self.rounds]

    def ratio(self, name, peer, kind="cpu"):
        def pace(found):
            return found["bytes"] / found[kind]
        return [pace(found[name]) / pace(found[peer]) for found in self.rounds]


def told(what):
    print(f"[{time.monotonic() - START:5.0f} s] {what}", file=sys.stderr, flush=True)


START = time.monotonic()


def middle(values):
    value = statistics.median(values)
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def shown(values):
    """Median, least and largest."""
    return f"{middle(values)} [{middle([min(values)])}-{middle([max(values)])}]"


def table(workloads):
    heads = []
    for workload in workloads:
        heads += [f"{workload.name}, MB/s", *OURS.values()]
    lines = ["| ours over: | " + " | ".join(heads) + " |", "|---|" + "---:|" * len(heads)]
    for name in workloads[0].rounds[0]:
        cells = []
        for workload in workloads:
            of = [PROCESS, *[None] * (len(OURS) - 1)] if "process" in name else OURS
            cells.append(middle(workload.speed(name)))
            mine = name.startswith(("assess", "batch", "ours"))
            cells += [middle(workload.ratio(own, name)) if own and not mine else "" for own in of]
        lines.append(f"| {name} | " + " | ".join(cells) + " |")
    return lines


def goals(workloads, singles):
    lines = ["| goal | at least | " + " | ".join(OURS.values()) + " |", "|---|---:|" + "---:|" * len(OURS)]

    def line(what, least, *cells):
        cells = [*cells, *[""] * (len(OURS) - len(cells))]
        lines.append(f"| {what} | {least} | " + " | ".join(cells) + " |")
    for peer, name, goal in GOALS:
        workload = next(one for one in workloads if one.name == name)
        of = [PROCESS] if "process" in peer else OURS
        line(f"over {peer}, {name}", goal, *[shown(workload.ratio(own, peer)) for own in of])
    for workload in workloads:
        one, two = "batch, 1 thread", "batch, 2 threads"
        wall = shown(workload.ratio(two, one, "wall"))
        cpu = shown([1 / ratio for ratio in workload.ratio(two, one)])
        line(f"2 threads over 1, {workload.name}: wall", 1.85, "", wall)
        line(f"2 threads over 1, {workload.name}: CPU, at most", 1.05, "", cpu)
    long = next(one for one in workloads if one.name == "LONG")
    for what, copy in (("one accented letter in each", "one accent"), ("the text as it is", "")):
        cells = []
        for kind, plain in (("assess", "assess"), ("batch", "batch, 1 thread")):
            other = f"{kind}, {copy}" if copy else plain
            cells.append(shown(long.ratio(other, f"{kind}, ASCII copy")))
        line(f"LONG, {what}, over its ASCII copy", 0.9, *cells)
    for name, least, value in singles:
        line(name, least, value)
    return lines


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    systems.add_arguments(parser)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--short-mb", type=float, default=20)
    parser.add_argument("--long-mb", type=float, default=30)
    parser.add_argument("--no-memory", action="store_true", help="leave out `score` over 1 M lines")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        texts = systems.make(folder, options, [options.short_mb, options.long_mb])
        told("texts made")
        workloads = [Workload("SHORT", folder, 20_000), Workload("LONG", folder, 3_000)]
        for number in range(options.rounds):
            for workload in workloads:
                workload.round(number)
        rust = workloads[0].rust
        latency, cold = rust.ask("latency"), rust.ask("cold")
        singles = [
            ("median short text, µs, at most", 1, f"{latency['p50']:.2f} (p99 {latency['p99']:.2f})"),
            ("first score after process start, ms, at most", 5,
             f"{shown(cold['first'])}; without a score {shown(cold['nothing'])}"),
        ]
        peak = None
        if not options.no_memory:
            peak = systems.peak_of_score(f"{folder}/short.jsonl", f"{folder}/million.jsonl")
            singles.append(("peak of `score` over 1 M lines, MB, at most", 64, f"{peak['megabytes']:.1f} (in {peak['seconds']:.1f} s)"))
    print("\n".join([*systems.about(texts, options), "", *table(workloads), "", *goals(workloads, singles)]))
    if options.json:
        with open(options.json, "w", encoding="utf-8") as file:
            json.dump({"machine": systems.machine(), "texts": texts, "latency": latency, "cold": cold,
                       "peak": peak, "rounds": {w.name: w.rounds for w in workloads}}, file, indent=1)


if __name__ == "__main__":
    main()
