#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Fills the column "reviewed" of the table on standard input, line by line. Usage: fill_reviewed.py SCORE…"""
import csv
import io
import sys

rows = list(csv.DictReader(io.StringIO(sys.stdin.buffer.read().decode("utf-8-sig"), newline="")))
text = io.StringIO()
table = csv.DictWriter(text, rows[0].keys())
table.writeheader()
table.writerows({**row, "reviewed": score} for row, score in zip(rows, sys.argv[1:]))
sys.stdout.buffer.write(text.getvalue().encode())
