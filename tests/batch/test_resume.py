#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Kills fuhe batch at 50 random points, goes on, and wants what an uninterrupted run leaves.
Usage: test_resume.py FUHE [KILLS]

What is compared: everything in force in the store but row numbers, summary.json, unscored/ and, for some, the files of
fuhe report, byte by byte. The input is small files, an archive, a document of several parts, broken ones, one that is
named twice and a link to nothing. Then: files that change, come and go over runs; a stop by Ctrl-C; a full disk.
"""
import os
import pathlib
import random
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import zipfile

KILLS = 50
SEED = 20241123
SOURCE = pathlib.Path("tests/forms/yanbian-2024/department.xml").read_text(encoding="utf-8")
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<forms xmlns="urn:fuhe:form:1" region="延边">\n'
TAIL = "</forms>\n"
UNSCORED = '  <form id="empty" year="2024"><project>空表</project></form>\n'
ARGUMENTS = ["files", "more.zip", "long.xml", "files/007.xml", "broken.xml", "nowhere.xml", "gb.xml"]

DUMP = [
    "SELECT number, engine, rules, hex(arguments), complete FROM run ORDER BY number",
    """SELECT reading.path, hex(reading.sha256), hex(basis.sha256), first_run, last_run, whole, hex(around), findings
       FROM in_force AS reading JOIN basis ON basis.id = reading.basis ORDER BY ordinal""",
    """SELECT reading.path, form.seq, number, line, form_id, year, kind, project, department.name, pack.name, state,
       claimed_printed, claimed, verified, deviation, rate, grade_claimed, grade, firmness, budget_fen, errors, warnings,
       notes, codes, form.findings, risk, hex(cells)
       FROM in_force AS reading JOIN form ON form.reading = reading.id JOIN department ON department.id = department
       JOIN pack ON pack.id = form.pack JOIN transcript ON transcript.form = form.id ORDER BY reading.ordinal, form.seq""",
    """SELECT reading.path, seq, problem, line, "column", subject, found, expected FROM in_force AS reading JOIN failure ON failure.reading = reading.id
       ORDER BY reading.ordinal, seq""",
]


def make_input(folder):
    forms = re.findall(r"  <form .*?</form>\n", SOURCE, re.DOTALL)
    (folder / "files").mkdir()
    for number in range(120):
        text = UNSCORED if number % 40 == 3 else forms[number % len(forms)].replace(' id="', f' id="f{number}-', 1)
        text = text.replace("</form>", "") if number % 30 == 11 else text
        (folder / "files" / f"{number:03}.xml").write_text(HEAD + text + TAIL)
    with zipfile.ZipFile(folder / "more.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(30):
            archive.writestr(f"{number:02}.xml", HEAD + forms[number % len(forms)] + TAIL)
        archive.writestr("long.xml", HEAD + "".join(forms * 20) + TAIL)
        archive.writestr("last.xml", HEAD + forms[0])
    (folder / "long.xml").write_text(HEAD + '<statement projects="3"/>' + "".join(forms * 30) + TAIL)
    (folder / "broken.xml").write_text(HEAD + "".join(forms * 15 + [forms[1].replace("</form>", "")] + forms * 5) + TAIL)
    (folder / "gb.xml").write_bytes((HEAD.replace("UTF-8", "GB18030") + forms[2] + TAIL).encode("gb18030"))


class Program:
    def __init__(self, path, folder):
        self.path = str(pathlib.Path(path).resolve())
        self.folder = folder

    def start(self, *arguments):
        return subprocess.Popen([self.path, *arguments, "--lang", "en"], cwd=self.folder, stdin=subprocess.DEVNULL,
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def run(self, *arguments, expect=None):
        run = self.start(*arguments)
        said = run.communicate()[1].decode()
        assert expect is None or run.returncode == expect, (arguments, run.returncode, said)
        return run.returncode, said

    def batch(self, *arguments, expect=None):
        return self.run("batch", *arguments, expect=expect)


def connect(out):
    return sqlite3.connect(f"file:{out / 'review.sqlite'}?mode=ro", uri=True)


def contents(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def dump(out):
    """What a folder for results says, but for what may differ."""
    database = connect(out)
    rows = [database.execute(query).fetchall() for query in DUMP]
    assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    assert database.execute("SELECT count(*) FROM reading WHERE done = 0 OR ordinal < 1").fetchone() == (0,)
    database.close()
    return rows, (out / "summary.json").read_bytes(), contents(out / "unscored")


def report(program, name):
    program.run("report", "-q", name)
    return contents(program.folder / name / "report")


# --- kills ---

def log_size(out):
    try:
        return os.path.getsize(out / "review.sqlite-wal")
    except FileNotFoundError:
        return 0


def kill_at(program, arguments, out, point):
    """Kills a run at a share of its time, or when the log has reached a size. False when it had ended before."""
    kind, value = point
    run = program.start("batch", *arguments)
    began = time.monotonic()
    while run.poll() is None:
        reached = time.monotonic() - began >= value if kind == "time" else log_size(out) >= value
        if reached:
            run.kill()
            break
        time.sleep(0.001)
    run.communicate()
    return run.returncode == -signal.SIGKILL


def kept_readings(out):
    try:
        database = connect(out)
        count, = database.execute("SELECT count(*) FROM reading WHERE done = 1").fetchone()
        database.close()
        return count
    except sqlite3.Error:
        return 0


def check_kills(program):
    jobs = ("1", "4")
    began = time.monotonic()
    code, said = program.batch(*ARGUMENTS, "-q", "-j", "4", "-o", "whole")
    full_time = time.monotonic() - began
    assert code == 3, said
    whole = dump(program.folder / "whole")
    assert len(whole[0][1]) == 120 + 32 + 4 and len(whole[0][3]) >= 7, "the input is not what it should be"
    whole_report = report(program, "whole")
    size = os.path.getsize(program.folder / "whole" / "review.sqlite")
    generator = random.Random(SEED)
    killed = kept = 0
    for number in range(KILLS):
        name = f"killed-{number}"
        out = program.folder / name
        arguments = [*ARGUMENTS, "-q", "-j", jobs[number % 2], "-o", name]
        for _ in range(1 + (number % 5 == 0)):
            point = ("time", generator.uniform(0, full_time)) if number % 2 else ("size", generator.uniform(0, size))
            killed += kill_at(program, arguments, out, point)
            kept += kept_readings(out) > 0
            arguments = ["--resume", "-q", "-j", jobs[number // 2 % 2], "-o", name]
        code, said = program.batch("--resume", "-q", "-j", jobs[number // 2 % 2], "-o", name)
        if "holds no results" in said or "no form has been scored" in said:
            code, said = program.batch(*ARGUMENTS, "-q", "-o", name)
        assert code == 3, (number, code, said)
        assert dump(out) == whole, f"kill {number} (seed {SEED}) leaves something else"
        if number % 16 == 0:
            assert report(program, name) == whole_report, f"kill {number}: the report is another"
        shutil.rmtree(out)
    print(f"{killed} runs killed, {kept} of them with some documents done")
    assert killed >= KILLS * 3 // 5 and kept >= KILLS // 4, "too few runs were killed in their midst"


# --- several runs ---

def check_runs(program):
    """Only what has changed is scored again; old reviews stay as history; what is no longer named is not in force."""
    folder = program.folder / "runs"
    folder.mkdir()
    for number in range(5):
        shutil.copy(program.folder / "files" / f"00{number}.xml", folder)
    shutil.copy(program.folder / "long.xml", folder)
    unchanged = "files not changed since an earlier run"
    assert unchanged not in program.batch("runs", "-o", "history")[1]
    database = connect(program.folder / "history")
    first = dict(database.execute("SELECT path, id FROM reading"))
    assert f"{unchanged} 6;" in program.batch("runs", "-o", "history")[1]
    assert dict(database.execute("SELECT path, id FROM reading")) == first, "something was scored again"

    shutil.copy(program.folder / "files" / "010.xml", folder / "000.xml")
    text = (folder / "long.xml").read_text()
    (folder / "long.xml").write_text(text.replace("延边", "延 边", 1))
    (folder / "001.xml").unlink()
    assert f"{unchanged} 3;" in program.batch("runs", "-o", "history")[1]
    runs = database.execute("SELECT path, first_run, last_run FROM reading ORDER BY path, id").fetchall()
    assert [(path[5:], *numbers) for path, *numbers in runs] == [
        ("000.xml", 1, 2), ("000.xml", 3, 3), ("001.xml", 1, 2), ("002.xml", 1, 3), ("003.xml", 1, 3), ("004.xml", 1, 3),
        ("long.xml", 1, 2), ("long.xml", 3, 3)]
    assert [path[5:] for path, in database.execute("SELECT path FROM in_force ORDER BY ordinal")] == [
        "000.xml", "002.xml", "003.xml", "004.xml", "long.xml"]

    program.batch("runs/002.xml", "runs/003.xml", "runs/002.xml", "-o", "history")
    assert [path[5:] for path, in database.execute("SELECT path FROM in_force ORDER BY ordinal")] == ["002.xml", "003.xml"]
    program.batch("runs/002.xml", "--rules", "mof-2020", "-o", "history")
    assert database.execute("SELECT file, pack FROM review").fetchall() == [("runs/002.xml", "mof-2020")]
    database.close()


def check_files_that_go(program):
    """Between a kill and going on, one file has changed and one is gone: neither leaves a trace of what it was."""
    folder = program.folder / "going"
    shutil.copytree(program.folder / "files", folder)
    program.batch("going", "-q", "-o", "gone")
    database = sqlite3.connect(program.folder / "gone" / "review.sqlite")
    database.execute("UPDATE run SET complete = 0")
    database.commit()
    database.close()
    (folder / "000.xml").unlink()
    shutil.copy(folder / "002.xml", folder / "001.xml")
    program.batch("--resume", "-q", "-o", "gone", expect=3)
    program.batch("going", "-q", "-o", "fresh", expect=3)
    assert dump(program.folder / "gone") == dump(program.folder / "fresh")
    assert connect(program.folder / "gone").execute("SELECT count(*) FROM reading").fetchone() == (119,)


def check_stop(program):
    """Ctrl-C: what was done is kept, the program says how to go on, and going on completes it."""
    for documents in (40, 20, 60, 5, 100):
        out = program.folder / "stopped"
        shutil.rmtree(out, ignore_errors=True)
        run = program.start("batch", *ARGUMENTS, "-j", "1", "-o", "stopped")
        while run.poll() is None and kept_readings(out) < documents:
            time.sleep(0.001)
        run.send_signal(signal.SIGINT)
        said = run.communicate()[1].decode()
        if run.returncode == 5:
            break
    assert run.returncode == 5 and "to go on: fuhe batch --resume -o stopped" in said, (run.returncode, said)
    assert b'"complete":false' in (out / "summary.json").read_bytes()
    program.batch("--resume", "-q", "-o", "stopped", expect=3)
    assert dump(out) == dump(program.folder / "whole")


def check_full_disk(program):
    """On a small file system: a clear message, and it goes on when there is room."""
    small = program.folder / "small"
    small.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=3m", "none", str(small)]
    if os.geteuid() != 0 or subprocess.run(mount, check=False, stderr=subprocess.DEVNULL).returncode != 0:
        print("no small file system can be made here: left out")
        return
    try:
        said = program.batch(*ARGUMENTS, "-q", "-o", "small/out", expect=6)[1]
        assert "No space left on device" in said, said
        subprocess.run(["mount", "-o", "remount,size=64m", str(small)], check=True)
        program.batch("--resume", "-q", "-o", "small/out", expect=3)
        left = dump(small / "out")
    finally:
        subprocess.run(["umount", str(small)], check=True)
    program.batch(*ARGUMENTS, "-q", "-o", "whole", expect=3)
    whole = dump(program.folder / "whole")
    assert left[0][2:] == whole[0][2:] and left[1:] == whole[1:]


def check_damage(program):
    """A store that was cut short is refused, not mended in silence."""
    path = program.folder / "stopped" / "review.sqlite"
    os.truncate(path, os.path.getsize(path) // 2)
    assert "damaged" in program.batch("files", "-q", "-o", "stopped", expect=6)[1]


def main(path):
    with tempfile.TemporaryDirectory() as scratch:
        program = Program(path, pathlib.Path(scratch))
        make_input(program.folder)
        for check in (check_kills, check_runs, check_files_that_go, check_stop, check_full_disk, check_damage):
            began = time.monotonic()
            check(program)
            print(f"{check.__name__}: {time.monotonic() - began:.1f} s")


if __name__ == "__main__":
    KILLS = int(sys.argv[2]) if len(sys.argv) > 2 else KILLS
    main(sys.argv[1])
