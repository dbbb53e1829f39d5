#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""fuhe batch beside a script of lxml and Decimal (score_lxml.py) that does scores and totals only, on the same made-up
forms, each with one processor. Usage: compare_lxml.py [--build FOLDER] [--forms N] [--rounds N]

Prints processor time a form of both and how many times faster fuhe is: median of the rounds, which are interleaved, with
output to /dev/null. What fuhe does beyond the script (places of all cells, checks, causes, ladder, full records) counts
against it. Start and end of both programs are in it, so let there be many forms. The totals of both are compared form by form; those that differ must be of forms whose weights do not close, which the
script takes as listed.
"""
import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile


def run(command, output):
    """A finished command, which must have gone well."""
    done = subprocess.run(command, stdout=output, check=False)
    if done.returncode not in (0, 1):
        sys.exit(f"{command[0]}: exit code {done.returncode}")
    return done


def processor_seconds(command):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    run(command, subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def fuhe_totals(output):
    """By id: the total, and whether the weights close."""
    forms = (record for record in map(json.loads, output.splitlines()) if record["type"] == "form")
    return {form["id"]: (form["totals"]["verified"], form["totals"]["weights_close"]) for form in forms}


def compare(ours, theirs):
    if ours.keys() != theirs.keys():
        sys.exit("not the same forms were scored")
    odd = sum(not closes for _, closes in ours.values())
    differ = [name for name, (total, _) in ours.items() if total != theirs[name]]
    unexplained = [name for name in differ if ours[name][1]]
    print(f"totals: {len(ours) - len(differ)} of {len(ours)} are the same; {len(differ) - len(unexplained)} differ among "
          f"the {odd} forms whose weights do not close to 100")
    for name in unexplained[:10]:
        print(f"  {name}: {ours[name][0]}, by the script {theirs[name]}")
    if unexplained:
        sys.exit(f"{len(unexplained)} totals differ without that reason")


def measure(name, commands, forms, rounds):
    seconds = {key: [] for key in commands}
    for _ in range(rounds):
        for key, command in commands.items():
            seconds[key].append(processor_seconds(command))
    ratio = statistics.median(b / a for a, b in zip(seconds["fuhe"], seconds["script"]))
    micro = {key: statistics.median(taken) / forms * 1e6 for key, taken in seconds.items()}
    print(f"{name:<14}{micro['fuhe']:10.1f}{micro['script']:12.1f}{ratio:14.1f}", flush=True)


def compare_outputs(commands):
    outputs = {key: run(command, subprocess.PIPE).stdout.decode() for key, command in commands.items()}
    compare(fuhe_totals(outputs["fuhe"]), dict(line.split() for line in outputs["script"].splitlines()))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--build", default="build/release")
    parser.add_argument("--forms", type=int, default=20000)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    program = os.path.join(options.build, "bin", "fuhe")
    generate = [os.path.join(options.build, "bench", "generate_forms"), "--forms", str(options.forms)]
    script = [sys.executable, os.path.join(os.path.dirname(__file__), "score_lxml.py")]
    batch = [program, "batch", "-q", "-j", "1", "--format", "jsonl"]

    with tempfile.TemporaryDirectory(prefix="fuhe-lxml-") as folder:
        document, files = os.path.join(folder, "forms.xml"), os.path.join(folder, "files")
        os.mkdir(files)
        with open(document, "wb") as output:
            subprocess.run(generate, stdout=output, check=True)
        subprocess.run([*generate, "--folder", files], check=True)
        print(f"{options.forms} forms, {options.rounds} rounds, processor time\n"
              f"{'':<14}{'fuhe us':>10}{'script us':>12}{'times faster':>14}")
        for name, path in (("one document", document), ("many files", files)):
            commands = {"fuhe": [*batch, path], "script": [*script, path]}
            measure(name, commands, options.forms, options.rounds)
            compare_outputs(commands)


main()
