#!/usr/bin/env python3
"""Measures LoopNet beside its rivals, in turn, round after round, and prints tables in Markdown.

usage: compare.py MNIST_DIR [--rounds 5] [--work DIR] [--python PROGRAM]

    MNIST_DIR   the four files of MNIST as published, gzipped or not
    --rounds    how often everything is measured
    --work      where prepared files and programs go, and stay; a folder that is removed by default
    --python    the Python of the NumPy rivals; this one by default

Every epoch is a measurement, training alone: reading files and turning pixels into numbers comes before it. Before the rounds
everybody runs once for the check number, the sum of |W1| after the same work: where it differs by more than 1e-9 from LoopNet's,
the comparison ends with an error. README.md of the benchmarks says what has to be installed.
"""
import argparse
import os
import re
import statistics
import subprocess
import sys
import tempfile

from machine import HERE, blas, clean_environment, cpu_field, fail, has_avx512, is_x86, load, output_of, require_tools

TOP = os.path.dirname(os.path.dirname(os.path.dirname(HERE)))
PROJECT = os.path.join(TOP, "tests", "LoopNet.Benchmarks")
LOOPNET = ["dotnet", os.path.join(PROJECT, "bin", "Release", "net10.0", "LoopNet.Benchmarks.dll"), "work"]
FAST = "LoopNet"
TOLERANCE = 1e-9
CHECK_SAMPLES = 12000
PREPARATION = re.compile(r"^\S+ preparation seconds (\S+)$", re.MULTILINE)
EPOCH = re.compile(r"^\S+ epoch \d+ samples (\d+) seconds (\S+) check (\S+)$", re.MULTILINE)


class Rival:
    """Somebody who does a kind of work: how to start it, and what was measured."""

    def __init__(self, name, command, check_command=None, threads=1):
        self.name = name
        self.command = [str(word) for word in command]
        self.check_command = [str(word) for word in check_command or command]
        self.threads = threads
        self.check = None   # the check number
        self.epochs = []    # (samples, seconds) of every epoch
        self.firsts = []    # the same of the first epoch of every run
        self.preparations = []  # the seconds before it, of LoopNet

    def run(self, command):
        printed = output_of(command, clean_environment(self.threads))
        self.preparations += [float(seconds) for seconds in PREPARATION.findall(printed)]
        epochs = [(int(samples), float(seconds), float(check)) for samples, seconds, check in EPOCH.findall(printed)]
        if not epochs:
            fail(f"{' '.join(command)} printed no epoch:\n{printed}")
        return epochs

    def verify(self):
        self.check = self.run(self.check_command)[-1][2]
        self.preparations.clear()

    def measure(self):
        epochs = [epoch[:2] for epoch in self.run(self.command)]
        self.epochs += epochs
        self.firsts.append(epochs[0])


def speed(epochs):
    """The median, in samples per second."""
    return statistics.median(samples / seconds for samples, seconds in epochs)


def best_speed(epochs):
    return max(samples / seconds for samples, seconds in epochs)


class Table:
    """A kind of work, and those who do it; LoopNet is the one that the others are compared with, at the same number of threads."""

    def __init__(self, title, rivals, full_batch):
        self.title = title
        self.rivals = rivals
        self.full_batch = full_batch

    def reference(self, rival):
        return next(other for other in self.rivals if other.name == FAST and other.threads == rival.threads)

    def check_difference(self, rival):
        check = self.reference(rival).check
        return abs(rival.check - check) / check

    def figure(self, epochs, middle):
        if self.full_batch:
            return f"{epochs[0][0] / middle(epochs):.4f}"
        return f"{middle(epochs):,.0f}"

    def markdown(self):
        unit = "s/epoch" if self.full_batch else "samples/s"
        heads = ["threads"] if self.full_batch else []
        heads += ["rival", f"median {unit}", f"best {unit}"]
        heads += ["LoopNet is ... times as fast", "in its first epoch", "check number differs by"]
        lines = ["| " + " | ".join(heads) + " |", "|---" * len(heads) + "|"]
        for rival in self.rivals:
            fast = self.reference(rival)
            cells = [str(rival.threads)] if self.full_batch else []
            cells += [f"**{rival.name}**" if rival is fast else rival.name]
            cells += [self.figure(rival.epochs, speed), self.figure(rival.epochs, best_speed)]
            cells += [f"{speed(fast.epochs) / speed(rival.epochs):.2f}", f"{speed(fast.firsts) / speed(rival.epochs):.2f}"]
            difference = self.check_difference(rival)
            cells += [f"{difference:.0e}" if difference else "0"]
            lines.append("| " + " | ".join(cells) + " |")
        return f"**{self.title}**\n\n" + "\n".join(lines) + "\n\n" + self.preparation()

    def preparation(self):
        """What comes before LoopNet's first epoch, and how fast that epoch is if it is counted."""
        fast = next(rival for rival in self.rivals if rival.name == FAST)
        seconds = statistics.median(fast.preparations)
        first = [(samples, time + before) for (samples, time), before in zip(fast.firsts, fast.preparations)]
        unit = "s/epoch" if self.full_batch else "samples/s"
        return (f"Before its first epoch LoopNet lists the inputs that are not 0, once: {seconds:.3f} s (median), not counted above.\n"
                f"With it, the first epoch on one thread has {self.figure(first, speed)} {unit}.\n")


def compile_rivals(folder):
    """Where each C rival's program is; no limit where the machine has no AVX-512."""
    flags = ["-O3", "-march=native"]
    wide = [*flags, "-mprefer-vector-width=512"] if is_x86() else flags
    builds = {"literal.c": ["gcc", *flags], "sparse.c": ["gcc", *wide]}
    if has_avx512():
        builds["limit_avx512.cpp"] = ["g++", *wide, "-Wno-maybe-uninitialized"]
    programs = {}
    for source, compiler in builds.items():
        programs[source] = os.path.join(folder, source.split(".")[0])
        output_of([*compiler, os.path.join(HERE, source), "-o", programs[source], "-lm"])
    return programs


def per_sample(python, folder, programs):
    def numpy(way):
        start = [python, os.path.join(HERE, "per_sample_numpy.py"), way, folder, 1]
        return Rival(f"NumPy, {way}", [*start, 12000], [*start, CHECK_SAMPLES])

    def compiled(name, source, epochs, samples):
        program = programs[source]
        return Rival(name, [program, folder, epochs, samples], [program, folder, 1, CHECK_SAMPLES])

    def loopnet(name, epochs, samples, *options):
        start = [*LOOPNET, "per-sample", folder]
        return Rival(name, [*start, epochs, "--samples", samples, *options], [*start, 1, "--samples", CHECK_SAMPLES, *options])

    rivals = [numpy("jacobians"), numpy("plain")]
    rivals += [compiled("plain C loops", "literal.c", 1, 30000), compiled("tuned C", "sparse.c", 3, 60000)]
    if "limit_avx512.cpp" in programs:
        rivals.append(compiled("limit, AVX-512 by hand", "limit_avx512.cpp", 3, 60000))
    rivals += [loopnet("LoopNet, literal loops", 1, 12000, "--engine", "literal"), loopnet(FAST, 3, 60000)]
    return Table("One update per sample: 784-32-32-10, one thread", rivals, full_batch=False)


def full_batch(python, folder, document, title):
    epochs = 7
    rivals = []
    for threads in (1, 2):
        script = os.path.join(HERE, f"full_batch_{document}_numpy.py")
        rivals.append(Rival("NumPy", [python, script, folder, threads, epochs], threads=threads))
        rivals.append(Rival(FAST, [*LOOPNET, f"full-batch-{document}", folder, threads, epochs], threads=threads))
    return Table(title, rivals, full_batch=True)


def verify(tables):
    for table in tables:
        for rival in table.rivals:
            say(f"check number: {rival.name}")
            rival.verify()
        for rival in table.rivals:
            difference = table.check_difference(rival)
            if not difference < TOLERANCE:
                fail(f"{table.title}: the check number of {rival.name} is {rival.check!r}, LoopNet's {table.reference(rival).check!r}; "
                     f"they did different work (relative difference {difference:.1e}, allowed {TOLERANCE:.0e})")


def environment(python, folder):
    """The machine and the versions, as a list in Markdown."""
    numpy, kind, files = blas(python)
    probe = output_of([*LOOPNET, "per-sample", folder, "1", "--samples", "1"])
    commit = subprocess.run(["git", "-C", TOP, "describe", "--always", "--dirty"], capture_output=True, text=True).stdout.strip()
    lines = [f"processor: {cpu_field('model name') or 'unknown'}, {os.cpu_count()} threads, {'with' if has_avx512() else 'without'} AVX-512"
             + ("" if has_avx512() else ", so that the limit is left out"),
             output_of(["gcc", "--version"]).splitlines()[0],
             f"{output_of([python, '--version']).strip()}, NumPy {numpy} with {files}",
             f"{re.search(r'runs on (.*)', probe)[1]}; LoopNet at {commit or 'an unknown commit'}"]
    if kind != "tuned":
        which = "the reference one" if kind == "reference" else "not one that is known"
        lines.append(f"**NumPy's BLAS is {which}: without OpenBLAS or its like (on Debian: apt install libopenblas0) its full batch "
                     "is some ten times slower, and the comparison is not fair**")
    return lines


def say(text):
    print(text, file=sys.stderr, flush=True)


def compare(arguments, folder):
    output_of([arguments.python, os.path.join(HERE, "prep.py"), arguments.mnist, folder], clean_environment())
    programs = compile_rivals(folder)
    say("building LoopNet")
    output_of(["dotnet", "build", "-c", "Release", PROJECT])
    tables = [per_sample(arguments.python, folder, programs),
              full_batch(arguments.python, folder, "004", "All samples in every update: document 004, 784-10-10, 63,000 samples"),
              full_batch(arguments.python, folder, "003", "All samples in every update: document 003, 784-72-36-10, 41,000 samples")]
    lines = environment(arguments.python, folder)
    verify(tables)

    before = load()
    for number in range(1, arguments.rounds + 1):
        say(f"round {number} of {arguments.rounds}")
        for table in tables:
            for rival in table.rivals:
                rival.measure()

    lines.append(f"load average (1 / 5 / 15 minutes) before {before}, after {load()}; {arguments.rounds} rounds, everybody in turn")
    print("\n".join(f"- {line}" for line in lines))
    print("\nWhat else the machine does changes these figures. Compare only within one run, and run it where nothing else runs.\n")
    print("\n".join(table.markdown() for table in tables), end="")


def main():
    parser = argparse.ArgumentParser(description="Measures LoopNet beside its rivals; prints Markdown.")
    parser.add_argument("mnist", metavar="MNIST_DIR", help="the four files of MNIST as published")
    parser.add_argument("--rounds", type=int, default=5, help="how often everything is measured (5)")
    parser.add_argument("--work", metavar="DIR", help="where prepared files and programs go, and stay")
    parser.add_argument("--python", default=sys.executable, help="the Python of the NumPy rivals (this one)")
    arguments = parser.parse_args()
    if arguments.rounds < 1:
        parser.error("--rounds is at least 1")
    require_tools(arguments.python)
    if arguments.work:
        folder = os.path.abspath(arguments.work)
        os.makedirs(folder, exist_ok=True)
        compare(arguments, folder)
    else:
        with tempfile.TemporaryDirectory() as folder:
            compare(arguments, folder)


if __name__ == "__main__":
    main()
