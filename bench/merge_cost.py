#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What sharing a batch out costs, and putting it together. Usage: merge_cost.py [--forms N,…] [--shards N,…] [--rounds N]

Documents of one form each are scored by one run, then in shards one after the other, then merged: the least processor
time of the rounds, which alternate. Ratios are to the one run of the same forms. Nothing here is compared with a limit.
"""
import argparse
import os
import shutil
import subprocess
import sys
import tempfile

from growth import measure, size_of

FOLDER_FORMS = 10000
HEAD = f"{'forms':>9} {'shards':>6} {'run':>7} {'shard':>7} {'looking':>8} {'merge':>7} {'merge/run':>10} {'wall/run':>9} {'peak':>6} {'store':>8}"
UNITS = f"{'':9} {'':6} {'us/form':>7} {'us/form':>7} {'us/form':>8} {'us/form':>7} {'ratio':>10} {'ratio':>9} {'MB':>6} {'MB':>8}"


def make_forms(options, forms, folder):
    """Folders of some thousand documents; a share of their own seeds, so that no two are alike."""
    for seed in range((forms + FOLDER_FORMS - 1) // FOLDER_FORMS):
        part = os.path.join(folder, f"{seed:04}")
        os.makedirs(part)
        count = min(FOLDER_FORMS, forms - seed * FOLDER_FORMS)
        subprocess.run([os.path.join(options.build, "bench", "generate_forms"), "--forms", str(count), "--seed",
                        str(2024 + seed), "--folder", part], check=True)


class Least:
    """Of several measurements the least of each figure; of peaks the greatest."""

    def __init__(self):
        self.wall = self.processor = float("inf")
        self.peak = 0

    def add(self, wall, processor, peak):
        self.wall, self.processor, self.peak = min(self.wall, wall), min(self.processor, processor), max(self.peak, peak)


def batch(options, documents, out, *more):
    return measure([options.fuhe, "batch", "-q", "-j", "1", "--fail-on", "never", *more, documents, "-o", out])


def measure_shards(options, documents, count, folder, least):
    """Scores all shards, each measured, and merges them."""
    outs = [os.path.join(folder, f"shard-{number}") for number in range(1, count + 1)]
    for number, out in enumerate(outs, 1):
        least["shard"].setdefault(number, Least()).add(*batch(options, documents, out, "--shard", f"{number}/{count}"))
    whole = os.path.join(folder, "all")
    least["merge"].add(*measure([options.fuhe, "merge", "-q", "--fail-on", "never", *outs, "-o", whole]))
    least["size"] = size_of(whole)
    for out in [*outs, whole]:
        shutil.rmtree(out)


def show(forms, count, run, least):
    each = 1e6 / forms
    shards = [shard.processor for shard in least["shard"].values()]
    looking = (sum(shards) - run.processor) / (count - 1)  # a form is looked at by all shards but one
    merge = least["merge"]
    print(f"{forms:9} {count:6} {run.processor * each:7.2f} {max(shards) * each:7.2f} {looking * each:8.2f} "
          f"{merge.processor * each:7.2f} {merge.processor / run.processor:10.3f} {merge.wall / run.wall:9.3f} "
          f"{merge.peak:6.1f} {least['size']:8.1f}", flush=True)


def measure_size(options, forms):
    with tempfile.TemporaryDirectory(prefix="fuhe-merge-", dir=options.below) as folder:
        documents, out = os.path.join(folder, "documents"), os.path.join(folder, "one")
        make_forms(options, forms, documents)
        run = Least()
        figures = {count: {"shard": {}, "merge": Least()} for count in options.shards}
        for _ in range(options.rounds):
            run.add(*batch(options, documents, out))
            shutil.rmtree(out)
            for count in options.shards:
                measure_shards(options, documents, count, folder, figures[count])
        for count in options.shards:
            show(forms, count, run, figures[count])


def numbers(text):
    return [int(number) for number in text.split(",")]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--forms", type=numbers, default=[10000, 100000])
    parser.add_argument("--shards", type=numbers, default=[4, 16])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--build", default="build/release")
    parser.add_argument("--below", default=tempfile.gettempdir())
    options = parser.parse_args()
    if min(options.shards) < 2:
        sys.exit("at least two shards")
    options.fuhe = os.path.join(options.build, "bin", "fuhe")
    print(HEAD, UNITS, sep="\n")
    for forms in options.forms:
        measure_size(options, forms)


main()
