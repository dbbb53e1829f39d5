#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""How time and memory grow with the number of forms. Usage: growth.py --out docs [--largest N] [--build FOLDER]

For 1,000, 10,000 … forms: fuhe batch as JSON lines, fuhe batch into a store, and fuhe report of that store, one format
after the other. The forms are made up by another process and come through a pipe. Each finished step is added to
performance-growth.csv in the folder --out; at the end that is drawn as performance-time.svg and performance-memory.svg.
--draw draws again what was measured before. The largest run needs some 20 GB below --below (default /tmp).
"""
import argparse
import csv
import os
import shutil
import subprocess
import sys
import tempfile
import time
from math import log10

FORMATS = ("html", "notices", "xlsx", "csv", "jsonl", "xml")
COLUMNS = ("task", "forms", "wall_s", "processor_s", "peak_mb", "result_mb")


# Measuring

def peak_so_far(process):
    """The high-water mark of a process that runs, in kB; 0 when it is over."""
    try:
        with open(f"/proc/{process.pid}/status", encoding="ascii") as status:
            return next((int(line.split()[1]) for line in status if line.startswith("VmHWM:")), 0)
    except OSError:
        return 0


def measure(command, **streams):
    """Wall seconds, processor seconds and peak memory in MB of a command, which must not fail."""
    began = time.monotonic()
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL, **streams)
    peak, pid = 0, 0
    while pid == 0:
        peak = max(peak, peak_so_far(process))
        time.sleep(0.002)
        pid, code, usage = os.wait4(process.pid, os.WNOHANG)
    process.returncode = os.waitstatus_to_exitcode(code)
    if process.returncode not in (0, 1):
        sys.exit(f"{' '.join(command)}: exit code {process.returncode}")
    return time.monotonic() - began, usage.ru_utime + usage.ru_stime, (peak or usage.ru_maxrss) / 1024


def size_of(path):
    """MB of a file or a folder."""
    if os.path.isfile(path):
        return os.path.getsize(path) / 1e6
    return sum(os.path.getsize(os.path.join(folder, name)) for folder, _, names in os.walk(path) for name in names) / 1e6


def measure_batch(options, forms, arguments):
    """A batch that reads its forms from a process that makes them up."""
    generator = subprocess.Popen([os.path.join(options.build, "bench", "generate_forms"), "--forms", str(forms)],
                                 stdout=subprocess.PIPE)
    with generator, open(os.devnull, "wb") as nowhere:
        return measure([options.fuhe, "batch", "-q", *arguments, "-"], stdin=generator.stdout, stdout=nowhere)


def steps(options, forms, folder):
    """Each task with its figures and the size of what it wrote."""
    yield "batch as JSON lines", measure_batch(options, forms, ["--format", "jsonl"]), 0
    store = os.path.join(folder, "store")
    yield "batch into a store", measure_batch(options, forms, ["-o", store]), size_of(store)
    for kind in options.formats.split(","):
        report = os.path.join(folder, "report")
        yield f"report {kind}", measure([options.fuhe, "report", "-q", "-f", kind, "-o", report, store],
                                        stdout=subprocess.DEVNULL), size_of(report)
        shutil.rmtree(report)


def measure_all(options, path):
    options.fuhe = os.path.join(options.build, "bin", "fuhe")
    with open(path, "w", newline="", encoding="utf-8") as file:
        lines = csv.writer(file, lineterminator="\n")
        lines.writerow(COLUMNS)
        forms = 1000
        while forms <= options.largest:
            with tempfile.TemporaryDirectory(prefix="fuhe-growth-", dir=options.below) as folder:
                for task, (wall, processor, peak), size in steps(options, forms, folder):
                    line = (task, forms, f"{wall:.2f}", f"{processor:.2f}", f"{peak:.1f}", f"{size:.1f}")
                    lines.writerow(line)
                    file.flush()
                    print(*line, sep="\t", flush=True)
            forms *= 10


# Drawing

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 720, 400, 64, 190, 34, 44
COLOURS = ("#1b6ca8", "#c0392b", "#2e8b57", "#8e6bbf", "#d68910", "#00838f", "#795548", "#5d6d7e")


class Plot:
    def __init__(self, title, sizes, low, high):
        self.sizes, self.low, self.high = sizes, low, high
        self.parts = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
                      f'font-family="sans-serif" font-size="12"><title>{title}</title>',
                      f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>',
                      f'<text x="{LEFT}" y="20" font-size="14">{title}</text>']

    def across(self, forms):
        span = max(log10(self.sizes[-1]) - log10(self.sizes[0]), 1)
        return LEFT + (log10(forms) - log10(self.sizes[0])) / span * (WIDTH - LEFT - RIGHT)

    def up(self, value):
        return HEIGHT - BOTTOM - (value - self.low) / (self.high - self.low) * (HEIGHT - TOP - BOTTOM)

    def grid(self, marks):
        for value, label in marks:
            y = self.up(value)
            self.parts.append(f'<path d="M{LEFT} {y:.1f}H{WIDTH - RIGHT}" stroke="#ddd"/>'
                              f'<text x="{LEFT - 6}" y="{y + 4:.1f}" text-anchor="end">{label}</text>')
        for forms in self.sizes:
            self.parts.append(f'<text x="{self.across(forms):.1f}" y="{HEIGHT - BOTTOM + 18}" text-anchor="middle">'
                              f'{forms:,}</text>')
        self.parts.append(f'<text x="{(LEFT + WIDTH - RIGHT) / 2}" y="{HEIGHT - 8}" text-anchor="middle">forms</text>')

    def line(self, number, name, points):
        colour = COLOURS[number % len(COLOURS)]
        path = " ".join(f"{self.across(forms):.1f},{self.up(value):.1f}" for forms, value in points)
        dots = "".join(f'<circle cx="{self.across(forms):.1f}" cy="{self.up(value):.1f}" r="3" fill="{colour}"/>'
                       for forms, value in points)
        y = TOP + 14 + 18 * number
        self.parts.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="1.5"/>{dots}'
                          f'<path d="M{WIDTH - RIGHT + 14} {y - 4}h18" stroke="{colour}" stroke-width="3"/>'
                          f'<text x="{WIDTH - RIGHT + 38}" y="{y}">{name}</text>')

    def save(self, path):
        with open(path, "w", encoding="utf-8") as file:
            file.write("\n".join([*self.parts, "</svg>", ""]))


def draw(folder):
    with open(os.path.join(folder, "performance-growth.csv"), newline="", encoding="utf-8") as file:
        lines = list(csv.DictReader(file))
    sizes = sorted({int(line["forms"]) for line in lines})
    tasks = list(dict.fromkeys(line["task"] for line in lines))

    def points(task, column):
        return [(int(line["forms"]), float(line[column])) for line in lines if line["task"] == task]

    seconds = [max(float(line["processor_s"]), 0.01) for line in lines]
    low, high = int(log10(min(seconds)) // 1), int(-(-log10(max(seconds)) // 1))
    plot = Plot("Processor time, seconds", sizes, low, max(high, low + 1))
    plot.grid([(power, f"{10.0 ** power:g}") for power in range(low, max(high, low + 1) + 1)])
    for number, task in enumerate(tasks):
        plot.line(number, task, [(forms, log10(max(value, 0.01))) for forms, value in points(task, "processor_s")])
    plot.save(os.path.join(folder, "performance-time.svg"))

    most = max(64, *(float(line["peak_mb"]) for line in lines))
    step = 16 if most <= 128 else 64 if most <= 512 else 256
    top = int(-(-most // step)) * step
    plot = Plot("Peak memory, MB", sizes, 0, top)
    plot.grid([(value, str(value)) for value in range(0, top + 1, step)])
    for number, task in enumerate(tasks):
        plot.line(number, task, points(task, "peak_mb"))
    plot.save(os.path.join(folder, "performance-memory.svg"))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", required=True, help="folder of the table and the drawings")
    parser.add_argument("--largest", type=int, default=1_000_000, help="most forms (1000000)")
    parser.add_argument("--build", default="build/release", help="build with the program and the generator")
    parser.add_argument("--below", default="/tmp", help="where the stores and reports go meanwhile")
    parser.add_argument("--formats", default=",".join(FORMATS), help="of the report, with commas between")
    parser.add_argument("--draw", action="store_true", help="measure nothing")
    options = parser.parse_args()
    if not options.draw:
        measure_all(options, os.path.join(options.out, "performance-growth.csv"))
    draw(options.out)


if __name__ == "__main__":
    main()
