"""Who is timed, and how: in our Rust program, here in Python, or as a process."""
import json
import math
import os
import subprocess
import sys
import time

from sklearn.feature_extraction.text import HashingVectorizer, TfidfVectorizer
from sklearn.linear_model import LogisticRegression, SGDClassifier

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.normpath(os.path.join(HERE, "../../.."))
# What a whole process reads at least.
PROCESS_BYTES = 20e6


def add_arguments(parser):
    parser.add_argument("--input", nargs="*", default=[], help="make the texts from these JSON lines")
    parser.add_argument("--json", help="write every single time into this file, too")


def build(*arguments):
    """Builds, and says where the program is."""
    out = subprocess.run(
        ["cargo", "build", "--quiet", "--release", "--message-format", "json", *arguments],
        check=True, cwd=ROOT, stdout=subprocess.PIPE, text=True).stdout
    found = [json.loads(line).get("executable") for line in out.splitlines()]
    return [program for program in found if program][-1]


def make(folder, options, megabytes):
    """Writes the texts; returns what is in them."""
    program = build("--target-dir", "target/peers", "--manifest-path", f"{HERE}/Cargo.toml")
    rows = [os.path.abspath(path) for path in options.input]
    out = subprocess.run([program, "workload", folder, f"{ROOT}/datasets", *map(str, megabytes), *rows],
                         check=True, stdout=subprocess.PIPE, text=True).stdout
    return json.loads(out)


def machine():
    model = "unknown processor"
    for line in open("/proc/cpuinfo", encoding="utf-8"):
        if line.startswith("model name"):
            model = line.split(":", 1)[1].strip()
    return {"processor": model, "cores": os.cpu_count(), "load": os.getloadavg()[0]}


def about(texts, options):
    here = machine()
    lines = [f"{here['cores']} cores of {here['processor']}, load {here['load']:.1f} at the end. "
             f"{texts['rows']} rows of {'`--input`' if options.input else '`datasets`'}.", ""]
    for name in ("short", "long"):
        if name in texts:
            of = texts[name]
            lines.append(
                f"- {name.upper()}: {of['texts']} texts ({of['distinct_texts']} different), {of['bytes'] / 1e6:.1f} MB, "
                f"{of['words']} words ({of['distinct_words']} different), "
                f"{100 * of['non_ascii_texts'] / of['texts']:.0f} % of the texts not ASCII")
    return lines


class Rust:
    """Our program, waiting for what to run."""

    def __init__(self, texts, train, folder):
        self.program = build("--target-dir", "target/peers", "--manifest-path", f"{HERE}/Cargo.toml")
        self.process = subprocess.Popen(
            [self.program, "serve", texts, train, folder], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.names = self.answer()["systems"]

    def answer(self):
        line = self.process.stdout.readline()
        if not line:
            sys.exit("the Rust program has ended")
        return json.loads(line)

    def ask(self, what):
        self.process.stdin.write(what + "\n")
        self.process.stdin.flush()
        return self.answer()

    def systems(self):
        return {name: lambda count, name=name: self.ask(f"run {count} {name}") for name in self.names}


def scikit(rows, train):
    texts = [row["text"] for row in rows]
    sizes = [len(text.encode()) for text in texts]
    known, labels = [row["text"] for row in train], [row["hoax"] for row in train]
    models = {
        "scikit-learn, words 1-2": (
            TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True), LogisticRegression(solver="liblinear")),
        "scikit-learn, char_wb 3-5": (
            TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True),
            LogisticRegression(solver="liblinear")),
        "scikit-learn, hashed words 1-2, SGD": (
            HashingVectorizer(ngram_range=(1, 2)), SGDClassifier(loss="log_loss", random_state=0)),
    }

    def run(count, vectorizer, model):
        some = texts[:count]
        wall, cpu = time.perf_counter(), time.process_time()
        total = model.predict_proba(vectorizer.transform(some))[:, 1].sum()
        return {"cpu": time.process_time() - cpu, "wall": time.perf_counter() - wall,
                "bytes": sum(sizes[:count]), "texts": len(some), "sum": float(total)}
    found = {}
    for name, (vectorizer, model) in models.items():
        model.fit(vectorizer.fit_transform(known), labels)
        found[name] = lambda count, v=vectorizer, m=model: run(count, v, m)
    return found


def measured(command, **files):
    """CPU time and wall of a process and its threads."""
    wall = time.perf_counter()
    process = subprocess.Popen(command, **files)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{command[0]} failed: {process.returncode}")
    return {"wall": time.perf_counter() - wall, "cpu": usage.ru_utime + usage.ru_stime}


def processes(rows, train, folder, program):
    """Whole processes: file in, probabilities out, the model loaded."""
    def line(text):
        # What Vowpal Wabbit takes for its own marks.
        return text.replace(":", " ").replace("|", " ")
    vowpal = [sys.executable, "-m", "vowpalwabbit", "--quiet"]
    model = f"{folder}/vowpal.model"
    with open(f"{folder}/vowpal.train", "w", encoding="utf-8") as file:
        file.writelines(f"{1 if row['hoax'] else -1} |t {line(row['text'])}\n" for row in train)
    subprocess.run([*vowpal, "-d", f"{folder}/vowpal.train", "-f", model, "--ngram", "2", "-b", "20",
                    "--loss_function", "logistic"], check=True)

    # All texts, several times if they are few: a start should not count for much.
    bytes_once = sum(len(row["text"].encode()) for row in rows)
    times = math.ceil(PROCESS_BYTES / bytes_once)
    size = {"bytes": times * bytes_once, "texts": times * len(rows)}
    with open(f"{folder}/texts", "w", encoding="utf-8") as file:
        file.write("".join(row["text"] + "\n" for row in rows) * times)
    with open(f"{folder}/vowpal", "w", encoding="utf-8") as file:
        file.write("".join(f"|t {line(row['text'])}\n" for row in rows) * times)

    def ours(_):
        with open(f"{folder}/ours.out", "w") as file:
            return {**size, **measured([program, "whole", f"{folder}/texts"], stdout=file)}

    def theirs(_):
        return {**size, **measured([*vowpal, "-t", "-i", model, "-d", f"{folder}/vowpal", "-p", f"{folder}/vowpal.out"])}

    def python(_):
        return {**size, **measured([sys.executable, "-c", "import vowpalwabbit.__main__"])}
    return {"ours, process": ours, "Vowpal Wabbit, process": theirs, "Python, process": python}


def peak_of_score(texts, million):
    """Runs the example `score` over a million lines; its high-water mark."""
    with open(texts, encoding="utf-8") as file, open(million, "w", encoding="utf-8") as out:
        lines = file.readlines()
        for at in range(1_000_000):
            out.write(lines[at % len(lines)])
    program = build("--example", "score")
    process = subprocess.Popen([program, "--input", million, "--output", "/dev/null"])
    start, kilobytes = time.perf_counter(), 0
    while process.poll() is None:
        # Of the process alone; `ru_maxrss` would know what Python had before it.
        for line in open(f"/proc/{process.pid}/status", encoding="utf-8"):
            if line.startswith("VmHWM"):
                kilobytes = max(kilobytes, int(line.split()[1]))
        time.sleep(0.02)
    os.remove(million)
    return {"megabytes": kilobytes * 1024 / 1e6, "seconds": time.perf_counter() - start}
