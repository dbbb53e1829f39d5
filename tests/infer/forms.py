# SPDX-License-Identifier: Apache-2.0
"""Forms for the tests of fuhe infer: made up by a seed, then claimed as a rule pack would score them."""
import json
import random
import subprocess
import xml.etree.ElementTree as ET

NAMESPACE = "urn:fuhe:form:1"


def tag(name):
    return f"{{{NAMESPACE}}}{name}"


def run(program, *arguments, expect=0):
    done = subprocess.run([program, *arguments], check=False, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          text=True)
    assert done.returncode == expect, f"{arguments}: exit code {done.returncode}\n{done.stderr}"
    return done.stdout


def infer(program, *arguments, expect=0):
    return json.loads(run(program, "infer", "--format", "json", *arguments, expect=expect))


def indicator(form, level1, name, target, actual, weight):
    row = ET.SubElement(form, tag("indicator"), level1=level1, name=name, weight=str(weight), score="0")
    ET.SubElement(row, tag("target")).text = target
    ET.SubElement(row, tag("actual")).text = actual


def make_form(rnd, number, rate, cost_points):
    """cost_points: of each of two cost rows; the rest of 40 points goes to outputs."""
    form = ET.Element(tag("form"), id=f"form-{number}", year="2023")
    ET.SubElement(form, tag("project")).text = f"project {number}"
    budget = rnd.randrange(100, 4000)
    executed = budget * rate / 100
    funds = ET.SubElement(form, tag("funds"), unit="万元")
    ET.SubElement(funds, tag("fund"), label="年度资金总额", budget=str(budget), executed=f"{executed:.4f}", score="0")
    rows = ET.SubElement(form, tag("indicators"))
    for i in range(2):
        target = rnd.randrange(10, 90)
        spent = rnd.choice([target, round(target * rnd.uniform(0.3, 0.95), 2), round(target * rnd.uniform(1.1, 1.7), 2)])
        indicator(rows, "成本指标", f"cost {i}", f"{target}万元", f"{spent}万元", cost_points)
    target = rnd.randrange(20, 200)
    indicator(rows, "产出指标", "reached", f"{target}人", f"{rnd.choice([target, int(target * rnd.uniform(0.4, 1))])}人", 20)
    target = rnd.randrange(7, 19)
    indicator(rows, "产出指标", "at most", f"≤{target}次", f"{int(target * rnd.uniform(0.8, 1.8))}次", 20)
    indicator(rows, "效益指标", "equal", "＝30项", f"{rnd.choice([30, 23, 37])}项", 20)
    indicator(rows, "满意度指标", "satisfied", "≥90%", f"{rnd.randrange(70, 99)}%", 10)
    ET.SubElement(form, tag("total"), claimed="0")
    return form


def make_forms(seed, count, cost_points=10):
    rnd = random.Random(seed)
    forms = ET.Element(tag("forms"))
    for number in range(count):
        rate = 100 if number % 4 == 0 else round(rnd.uniform(5, 99.9), 2)
        forms.append(make_form(rnd, number, rate, cost_points))
    return forms


def claim_by(program, forms, rules, path):
    """Writes the forms with every claim as the rule pack scores it."""
    save(forms, path)
    scored = json.loads(run(program, "score", "--format", "json", "--rules", rules, "--allow-draft", "--fail-on", "never",
                            path))
    for form, result in zip(forms, scored["forms"]):
        scores = [row["recomputed"] for row in result["rows"]]
        for row, score in zip(form.iter(tag("indicator")), scores):
            row.set("score", score)
        execution = result["execution"]["recomputed"]
        form.find(f"./{tag('funds')}/{tag('fund')}").set("score", execution)
        total = sum(int(score.replace(".", "")) for score in [*scores, execution])
        form.find(tag("total")).set("claimed", f"{total // 100}.{total % 100:02}")
    save(forms, path)


def save(forms, path):
    ET.register_namespace("", NAMESPACE)
    ET.ElementTree(forms).write(path, encoding="utf-8", xml_declaration=True)
