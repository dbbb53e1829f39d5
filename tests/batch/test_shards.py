#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Scores a batch in shards and puts them together; wants what one run leaves. Usage: test_shards.py FUHE [TIMES]

What is compared, and the input, are those of test_resume.py. Then: shards that are killed and gone on with, a merge that
is killed, shards that do not belong together or come from other machines, odd ways to name folders, later runs on shards
and on what was put together. With TIMES, so many times as many runs and merges are killed.
"""
import os
import pathlib
import random
import shutil
import signal
import sqlite3
import sys
import tempfile
import time
import zipfile

from test_resume import ARGUMENTS, HEAD, TAIL, Program, connect, contents, dump, kill_at, make_input, report

SEED = 20241124
TIMES = int(sys.argv[2]) if len(sys.argv) > 2 else 1


def make_hard_input(folder):
    """Besides the input of test_resume.py: an archive without its usual name and one that is damaged, a long document
    that cannot be cut, one that breaks off, an empty one, twins under two names, a list, and departments."""
    make_input(folder)
    for number, path in enumerate(sorted((folder / "files").iterdir())):  # many departments, in no order of theirs
        path.write_text(path.read_text().replace("</project>", f"</project><department>第{number * 7 % 17}局</department>", 1))
    shutil.copy(folder / "more.zip", folder / "no-archive.xml")
    damaged = bytearray((folder / "more.zip").read_bytes())
    with zipfile.ZipFile(folder / "more.zip") as archive:
        for name in ("07.xml", "long.xml"):
            place = archive.getinfo(name).header_offset + 60
            damaged[place:place + 8] = b"\0" * 8
    (folder / "damaged.zip").write_bytes(damaged)
    long = (folder / "long.xml").read_text()
    (folder / "uncut.xml").write_text(long.replace("<forms", "<f:forms").replace("</forms>", "</f:forms>").replace("xmlns=", "xmlns:f="))
    (folder / "cut-off.xml").write_text(long[:len(long) * 2 // 3])
    (folder / "empty.xml").write_text("")
    (folder / "locked").mkdir()
    for number in range(6):
        shutil.copy(folder / "long.xml" if number == 5 else folder / "files" / "002.xml", folder / "locked" / f"{number}.xml")
    (folder / "list").write_text("files/005.xml\nempty.xml\nnowhere.xml\nmore.zip\n")


HARD = [*ARGUMENTS, "no-archive.xml", "damaged.zip", "uncut.xml", "cut-off.xml", "empty.xml", "locked", "--files-from", "list"]


def score_shards(program, name, count, arguments, jobs="2"):
    names = [f"{name}-{number}" for number in range(1, count + 1)]
    for number, out in enumerate(names, 1):
        code, said = program.batch(*arguments, "-q", "-j", jobs, "--shard", f"{number}/{count}", "-o", out)
        assert code in (0, 1, 3), (out, code, said)
    return names


def merge(program, names, out, expect=3):
    return program.run("merge", "-q", *names, "-o", out, expect=expect)[1]


def tables(program, name):
    """A report without pages, which check_reports compares on a smaller batch."""
    program.run("report", "-q", "-f", "csv,jsonl,xml", name)
    return contents(program.folder / name / "report")


def remove(program, *names):
    for name in names:
        shutil.rmtree(program.folder / name, ignore_errors=True)


def paths(out):
    database = connect(out)
    rows = [path for path, in database.execute("SELECT path FROM in_force ORDER BY ordinal")]
    database.close()
    return rows


# --- the same as one run ---

def check_same(program):
    generator = random.Random(SEED)
    program.batch(*HARD, "-q", "-j", "2", "-o", "whole", expect=3)
    whole = dump(program.folder / "whole")
    whole_report = tables(program, "whole")
    shares = {}
    for count, jobs in ((1, "4"), (2, "1"), (3, "4"), (7, "1")):
        names = score_shards(program, f"s{count}", count, HARD, jobs)
        shares[count] = [paths(program.folder / name) for name in names]
        assert sorted(sum(shares[count], [])) == sorted(paths(program.folder / "whole"))
        generator.shuffle(names)
        merge(program, names, f"m{count}")
        assert dump(program.folder / f"m{count}") == whole, f"{count} shards are not the same as one run"
        if count == 3:
            assert tables(program, f"m{count}") == whole_report, "the report is another"
            assert "statistics.jsonl" in whole_report, "statistics were not compared"
    assert min(len(share) for share in shares[7]) > 10, "shards are of very different sizes"
    reverse = [*reversed(HARD[:-2]), *HARD[-2:]]
    names = score_shards(program, "turned", 3, reverse)
    assert [sorted(paths(program.folder / name)) for name in names] == [sorted(share) for share in shares[3]], "another order"
    said = merge(program, [names[0], "s3-2", "s3-3"], "turned-m")
    assert "or in another order" in said, said


def check_reports(program):
    """Every file of the report, for other numbers of shards."""
    program.batch("files", "-q", "-o", "r-whole", expect=3)
    whole = report(program, "r-whole")
    for count, jobs in ((2, "1"), (7, "4")):
        merge(program, score_shards(program, f"r{count}", count, ["files"], jobs)[::-1], f"r{count}")
        assert report(program, f"r{count}") == whole, f"the report of {count} shards is another"


def check_small(program):
    """One form, no form at all, and more shards than forms."""
    (program.folder / "one").mkdir()
    shutil.copy(program.folder / "files" / "005.xml", program.folder / "one")
    program.batch("one", "-q", "-o", "one-whole")
    names = score_shards(program, "one-s", 4, ["one"])
    codes = [len(paths(program.folder / name)) for name in names]
    assert sorted(codes) == [0, 0, 0, 1]
    merge(program, names, "one-m", expect=1)
    assert dump(program.folder / "one-m") == dump(program.folder / "one-whole")
    assert report(program, "one-m") == report(program, "one-whole")
    (program.folder / "none").mkdir()
    merge(program, score_shards(program, "none-s", 2, ["none"]), "none-m", expect=5)
    assert dump(program.folder / "none-m")[0][1:] == [[], [], []]


# --- kills ---

def check_killed_shards(program):
    """A shard that was killed is refused; gone on with, it is as good as any other."""
    generator = random.Random(SEED)
    whole = dump(program.folder / "whole")
    killed = 0
    program.batch(*HARD, "-q", "-j", "2", "--shard", "1/2", "-o", "k-1", expect=3)
    for number in range(6 * TIMES):
        remove(program, "k-2", "k-m")
        arguments = [*HARD, "-q", "-j", "2", "--shard", "2/2", "-o", "k-2"]
        point = ("time", generator.uniform(0.01, 0.1)) if number % 2 else ("size", generator.uniform(0, 1 << 19))
        if not kill_at(program, arguments, program.folder / "k-2", point):
            continue
        said = merge(program, ["k-1", "k-2"], "k-m", expect=None)
        if not said:  # it was killed behind its end
            assert dump(program.folder / "k-m") == whole, number
            continue
        killed += 1
        assert any(words in said for words in ("fuhe batch --resume -o k-2", "holds no results", "no form has been scored")), said
        assert not (program.folder / "k-m").exists()
        code, said = program.batch("--resume", "-q", "-o", "k-2")
        if code == 2:
            program.batch(*arguments, expect=3)
        merge(program, ["k-2", "k-1"], "k-m")
        assert dump(program.folder / "k-m") == whole, number
        if killed == 1:
            assert tables(program, "k-m") == contents(program.folder / "whole" / "report"), "the report is another"
    print(f"{killed} shards killed")
    assert killed >= 2


def unfinished(out):
    return [path for path in out.glob("*") if path.name.startswith("review.sqlite.")]


def unfinished_size(out):
    try:
        return sum(path.stat().st_size for path in unfinished(out))
    except FileNotFoundError:  # it got its name between two looks
        return 0


def kill_merge(program, names, out, size, number):
    """Stops a merge when its file has reached a size; the exit code."""
    run = program.start("merge", "-q", *names, "-o", out.name)
    while run.poll() is None and unfinished_size(out) < size:
        time.sleep(0.0005)
    run.send_signal(number)
    run.communicate()
    return run.returncode


def check_killed_merge(program):
    """A merge that is killed leaves nothing that looks complete, and can be made again in the same folder."""
    generator = random.Random(SEED)
    whole = dump(program.folder / "whole")
    names = [f"s7-{number}" for number in range(1, 8)]
    out = program.folder / "km"
    largest = os.path.getsize(program.folder / "m7" / "review.sqlite")
    killed = half = 0
    for number in range(8 * TIMES):
        remove(program, "km")
        code = kill_merge(program, names, out, generator.uniform(0, largest), signal.SIGKILL if number % 4 else signal.SIGTERM)
        half += bool(unfinished(out))
        killed += code in (-signal.SIGKILL, 5)
        assert code != 5 or not unfinished(out), "what was asked to stop left half a store"
        if (out / "review.sqlite").exists():
            assert program.batch("--resume", "-q", "-o", "km")[0] == 3
        else:
            assert "holds no results" in program.run("report", "-q", "km")[1]
            merge(program, names, "km")
        assert dump(out) == whole, number
        assert not unfinished(out)
    print(f"{killed} merges killed, {half} of them with half a store")
    assert killed >= 3 and half >= 1, "too few merges were killed in their midst"


# --- what does not belong together ---

def change(program, name, copy, statement):
    """A copy of a folder with something else in its store."""
    remove(program, copy)
    shutil.copytree(program.folder / name, program.folder / copy)
    database = sqlite3.connect(program.folder / copy / "review.sqlite")
    database.executescript(statement)
    database.close()
    return copy


def check_refused(program):
    (program.folder / "other").mkdir()
    shutil.copy(program.folder / "files" / "002.xml", program.folder / "other" / "x.xml")
    shutil.copy(program.folder / "files" / "004.xml", program.folder / "other" / "y.xml")
    program.batch(*HARD, "-q", "--rules", "mof-2020", "--shard", "2/3", "-o", "ruled", expect=3)
    program.batch("other", "-q", "--shard", "2/3", "-o", "fewer")
    engine = "UPDATE run SET engine = '0.0.9'; UPDATE basis SET engine = '0.0.9', sha256 = zeroblob(32);"
    change(program, "s3-2", "older", engine)
    for number in (1, 2, 3):
        change(program, f"s3-{number}", f"old-{number}", engine)
    change(program, "s3-2", "renamed", "UPDATE run SET names = zeroblob(32);")
    change(program, "s3-2", "open", "UPDATE run SET complete = 0;")
    change(program, "s3-2", "newer", "PRAGMA user_version = 99;")
    change(program, "s3-2", "nothing", "PRAGMA foreign_keys = ON; DELETE FROM reading; DELETE FROM run;")
    change(program, "s3-2", "short", "UPDATE run SET taken = taken - 2;")
    change(program, "s3-2", "both", "UPDATE reading SET ordinal = 1 WHERE id = (SELECT max(id) FROM reading);")
    change(program, "s3-1", "first", "UPDATE reading SET ordinal = 1 WHERE id = (SELECT max(id) FROM reading);")
    change(program, "s3-2", "lacking", "PRAGMA foreign_keys = OFF; DELETE FROM department;")
    shutil.copytree(program.folder / "s3-2", program.folder / "twin")
    shutil.copytree(program.folder / "s3-2", program.folder / "damaged")
    os.truncate(program.folder / "damaged" / "review.sqlite", 70000)
    cases = [
        (["s3-1", "s3-3"], "missing: 2/3; score "),
        (["s3-3"], "missing: 1/3, 2/3; score "),
        (["s3-1", "s3-2", "m3", "s3-3"], "m3: is shard 1/1, but s3-1 is shard 1/3: they are not of one run; name all "),
        (["s3-1", "s3-2", "s3-3", "s3-2"], "s3-2: is shard 2/3, and so is s3-2"),
        (["s3-1", "twin", "s3-2", "s3-3"], "s3-2: is shard 2/3, and so is twin"),
        (["s3-1", "s2-2", "s3-3"], "s2-2: is shard 2/2, but s3-1 is shard 1/3"),
        (["s3-1", "whole"], "whole: is shard 1/1, but s3-1 is shard 1/3"),
        (["whole", "whole"], "whole: is shard 1/1, and so is whole"),
        (["s3-1", "ruled", "s3-3"], "ruled: was scored by other rule packs than s3-1"),
        (["s3-1", "older", "s3-3"], "older: was scored by fuhe 0.0.9, s3-1 by "),
        (["older", "s3-1", "s3-3"], "s3-1: was scored by fuhe "),
        (["old-2", "old-3", "old-1"], "old-1: the results are those of fuhe 0.0.9, this is "),
        (["s3-1", "fewer", "s3-3"], "fewer: was to read 2 documents, s3-1 was to read "),
        (["s3-1", "renamed", "s3-3"], "renamed: was to read other documents than s3-1"),
        (["s3-1", "open", "s3-3"], "open: its run has not ended; go on with it first: fuhe batch --resume -o open"),
        (["s3-1", "newer", "s3-3"], "newer: was made by a newer fuhe"),
        (["s3-1", "nothing", "s3-3"], "nothing: no form has been scored in it"),
        (["s3-1", "nowhere", "s3-3"], "nowhere: holds no results of fuhe batch"),
        (["s3-1", "damaged", "s3-3"], "damaged: the database is damaged"),
        (["s3-1", "lacking", "s3-3"], "lacking: the database is damaged"),
        (["s3-1", "short", "s3-3"], "documents that no shard has, for they changed between the runs or are not the same on every machine: 2;"),
        (["first", "both", "s3-3"], " is in two shards, for it changed between their runs"),
    ]
    for names, words in cases:
        said = merge(program, names, "refused", expect=5 if names[1:2] == ["nothing"] else 3)
        assert words in said, (names, said)
        assert said.count("\n") == 1, said
        left = {path.name for path in (program.folder / "refused").glob("*")}
        assert left <= {".fuhe-batch", "unscored"}, (names, left)
    assert "m3: holds results already" in merge(program, ["s3-1", "s3-2", "s3-3"], "m3", expect=6)
    assert "holds something else" in merge(program, ["s3-1", "s3-2", "s3-3"], "files", expect=6)
    assert dump(program.folder / "m3") == dump(program.folder / "whole")


def check_odd_names(program):
    """The new folder is one of the shards, by another name too, or lies in one; what was put together is put together
    again; a folder of a shard has another one later."""
    whole = dump(program.folder / "whole")
    names = ["s3-1", "s3-2/", str(program.folder / "s3-3")]
    before = [contents(program.folder / name) for name in names]
    (program.folder / "link").symlink_to("s3-2")
    for out in ("s3-1", "s3-2/", "./s3-3", "link"):
        assert "holds results already; name a new or empty folder" in merge(program, names, out, expect=6), out
    assert "link: is shard 2/3, and so is s3-2/;" in merge(program, [*names, "link"], "odd", expect=3)
    assert not (program.folder / "odd").exists()
    assert [contents(program.folder / name) for name in names] == before, "a merge changed a shard"
    merge(program, names, "s3-1/odd")
    merge(program, ["s3-1/odd"], "again")
    merge(program, ["whole"], "copy")
    for out in ("s3-1/odd", "again", "copy"):
        assert dump(program.folder / out) == whole, out
    remove(program, "s3-1/odd")
    shutil.copytree(program.folder / "s3-1", program.folder / "anew-1")
    program.batch(*HARD, "-q", "--shard", "2/2", "-o", "anew-1", expect=3)
    assert "s3-2/: is shard 2/3, but anew-1 is shard 2/2" in merge(program, ["anew-1", *names[1:]], "odd", expect=3)
    merge(program, ["anew-1", "s2-1"], "anew")
    assert dump(program.folder / "anew")[0][1:] == whole[0][1:]


def check_machines(program):
    """Machines with copies of their own: fine while these are the same, wherever they lie; else refused."""
    for number in (1, 2, 3):
        place = program.folder / f"machine-{number}"
        shutil.copytree(program.folder / "files", place / "files")
        shutil.copy(program.folder / "more.zip", place)
        Program(program.path, place).batch("files", "more.zip", "-q", "--shard", f"{number}/3", "-o", "out")
    names = [f"machine-{number}/out" for number in (2, 3, 1)]
    merge(program, names, "machines")
    program.batch("files", "more.zip", "-q", "-o", "machine", expect=3)
    assert dump(program.folder / "machines") == dump(program.folder / "machine")
    place = program.folder / "machine-2"
    forms = sorted(place.glob("files/*.xml"))
    for path, other in zip(forms, reversed([path.read_bytes() for path in forms])):
        path.write_bytes(other)  # the same names for other documents
    Program(program.path, place).batch("files", "more.zip", "-q", "--shard", "2/3", "-o", "out")
    said = merge(program, names, "mixed")
    assert "not the same on every machine" in said and "run fuhe batch for every shard again" in said, said


def check_shard_report(program):
    """What is made of one shard says that it is not the whole."""
    for command in (["report", "-f", "html"], ["stats"], ["sample", "-n", "3"]):
        assert "s3-1 has the results of shard 1/3 alone" in program.run(*command, "s3-1", expect=0)[1], command
    assert "alone" not in program.run("stats", "m3", expect=0)[1]
    index = (program.folder / "s3-1" / "report" / "index.html").read_text()
    assert "or is but one shard." in index
    assert "or is but one shard." not in (program.folder / "r2" / "report" / "index.html").read_text()
    remove(program, "s3-1/report")


def check_changed_documents(program):
    """A document that changes between the runs of two shards is in both or in none; one that moves is in the one it moves
    to, and the shard that it leaves keeps it as history only."""
    folder = program.folder / "changing"
    shutil.copytree(program.folder / "files", folder)
    words = set()
    for number in range(12):
        remove(program, "c-1", "c-2", "c-m")
        path = folder / f"{number:03}.xml"
        program.batch("changing", "-q", "--shard", "1/2", "-o", "c-1")
        path.write_text(path.read_text().replace("\n", "\n\n", 1))
        program.batch("changing", "-q", "--shard", "2/2", "-o", "c-2")
        code, said = program.run("merge", "-q", "c-1", "c-2", "-o", "c-m")
        words.add("two" if "is in two shards" in said else "no" if "no shard has" in said else "fine")
        if len(words) == 3:
            break
    assert words == {"two", "no", "fine"}, words
    for name in ("c-1", "c-2"):
        program.batch("changing", "-q", "--shard", f"{name[2:]}/2", "-o", name)
    remove(program, "c-m")
    merge(program, ["c-2", "c-1"], "c-m")
    program.batch("changing", "-q", "-o", "c-whole", expect=3)
    assert dump(program.folder / "c-m") == dump(program.folder / "c-whole")


# --- later runs ---

def check_later_runs(program):
    """What was put together is a store like any other: a later run scores only what has changed, and goes on."""
    folder = program.folder / "later"
    shutil.copytree(program.folder / "files", folder)
    program.batch("later", "-q", "-o", "l-whole", expect=3)
    merge(program, score_shards(program, "l", 2, ["later"]), "l-m")
    assert "the last run was complete" in program.batch("--resume", "-o", "l-m", expect=3)[1]
    shutil.copy(folder / "002.xml", folder / "001.xml")
    (folder / "120.xml").write_text(HEAD + '<form id="new" year="2024"><project>新</project></form>' + TAIL)
    for name in ("l-m", "l-whole"):
        assert "files not changed since an earlier run 119;" in program.batch("later", "-o", name)[1], name
    assert dump(program.folder / "l-m") == dump(program.folder / "l-whole")
    assert report(program, "l-m") == report(program, "l-whole")
    assert program.run("diff", "l-m", "l-whole", expect=0)


def check_read_only(program):
    """Shards on a medium that is only for reading."""
    names = [f"s3-{number}" for number in (1, 2, 3)]
    before = [contents(program.folder / name) for name in names]
    if os.geteuid() == 0:
        print("root may write everywhere: only looked whether shards stay as they are")
    for name in names:
        (program.folder / name).chmod(0o555)
    merge(program, names, "from-fixed")
    for name in names:
        (program.folder / name).chmod(0o755)
    assert [contents(program.folder / name) for name in names] == before, "a merge changed a shard"
    assert dump(program.folder / "from-fixed") == dump(program.folder / "whole")


def main(path):
    with tempfile.TemporaryDirectory() as scratch:
        program = Program(path, pathlib.Path(scratch))
        make_hard_input(program.folder)
        for check in (check_same, check_reports, check_small, check_killed_shards, check_killed_merge, check_refused,
                      check_odd_names, check_machines, check_shard_report, check_changed_documents, check_later_runs, check_read_only):
            began = time.monotonic()
            check(program)
            print(f"{check.__name__}: {time.monotonic() - began:.1f} s", flush=True)


main(sys.argv[1])
