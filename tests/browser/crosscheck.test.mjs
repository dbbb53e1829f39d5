/* SPDX-License-Identifier: Apache-2.0 */
/* The cross-check and the samples: pages have the counts and forms that the other files of the same report have, and what
 * is to be compared stands beside one another. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { LANGUAGES, address, filesOf, folderOf, launch, openPage } from "./report.mjs";

let browser;
before(async () => { browser = await launch(); });
after(async () => { await browser.close(); });

function familiesOf(language) {
  return JSON.parse(readFileSync(join(process.env.FUHE_REPORTS, `${language}.json`), "utf8")).crosscheck;
}

function sampleOf(language, method) {
  const lines = readFileSync(join(folderOf(language), "sample.jsonl"), "utf8").trimEnd().split("\n").map((line) => JSON.parse(line));
  const own = lines.filter((line) => line.method === method);
  return { sample: own.find((line) => line.type === "sample"), forms: own.filter((line) => line.type === "form") };
}

const number = (text) => Number(text.replaceAll(",", ""));
const pagesOf = (page, selector) => page.$$eval(selector, (links) =>
  links.map((link) => Number(/(\d+)\.html/.exec(link.getAttribute("href"))[1])));

async function checkSummary(page, families) {
  const rows = await page.$$eval("main > div table tbody tr", (trs) => trs.map((tr) =>
    [tr.querySelector("a").getAttribute("href").slice(1), ...Array.from(tr.cells, (cell) => cell.textContent).slice(1)]));
  assert.equal(rows.length, families.length);
  const codes = rows.map(([code]) => code);
  for (const family of families) {
    const row = rows[codes.indexOf(family.code)];
    assert.deepEqual(row.slice(1).map(number), [family.findings, family.forms, family.n], family.code);
  }
}

/* A project with several forms: no two rows look the same, and each says what it claims and is worth. */
async function checkRepeats(page) {
  const heads = await page.locator("#duplicate-project tbody th").allTextContents();
  assert.ok(heads.length > 1);
  assert.equal(new Set(heads).size, heads.length);
  assert.ok(heads.every((head) => /\d+(\.\d+)?\D+\d+(\.\d+)?$/.test(head) || head.endsWith("—")), heads[0]);
}

/* The first columns of a table are seen on a phone without scrolling. */
async function checkNarrow(page, table, columns) {
  await page.setViewportSize({ width: 360, height: 800 });
  const ends = await page.$$eval(`${table} thead th`, (heads) => heads.map((head) => head.getBoundingClientRect().right));
  assert.ok(ends.slice(0, columns).every((end) => end <= 360), `${table}: ${ends}`);
}

/* Copies: two texts of the same group, both there. Uneven treatment: something on either side. */
async function checkBeside(page, family) {
  const sides = await page.$$eval(`#${family.code} .sides`, (pairs) => pairs.map((pair) =>
    Array.from(pair.children, (side) => side.textContent.replace(side.querySelector("h3").textContent, "").trim().length)));
  assert.equal(sides.length, family.code.startsWith("copied-") ? Math.min(family.findings, 3) : 0, family.code);
  assert.ok(sides.every((pair) => pair.length === 2 && pair.every((length) => length > 0)), family.code);
  if (family.code === "uneven-treatment") {
    const items = await page.$$eval(`#${family.code} td`, (cells) => cells.map((cell) => cell.querySelectorAll("li").length));
    assert.equal(items.length, 2 * Math.min(family.findings, 10));
    assert.ok(items.every((count) => count > 0));
  }
}

async function checkFamily(page, family) {
  const said = await page.locator(`#${family.code} .method`).textContent();
  assert.equal(said.includes(`n = ${family.n}`), family.left_out === undefined, said);
  assert.equal(await page.locator(`#${family.code} table`).count(), family.findings > 0 ? 1 : 0, family.code);
  await checkBeside(page, family);
}

for (const language of LANGUAGES) {
  test(`cross-check in ${language}`, async () => {
    const page = await openPage(browser);
    const families = familiesOf(language);
    assert.ok(families.filter((family) => family.findings > 0).length >= 3, "too little found to test with");
    await page.goto(address(folderOf(language), "crosscheck.html"));
    await checkSummary(page, families);
    for (const family of families) {
      await checkFamily(page, family);
    }
    await checkRepeats(page);
    await checkNarrow(page, "table.narrow", 4);
    assert.deepEqual(page.faults, []);
    await page.context().close();
  });

  test(`every line of the cross-check in ${language}`, async () => {
    const page = await openPage(browser);
    const parts = filesOf(folderOf(language), ".html").filter((path) => path.startsWith("lists/crosscheck-"));
    let lines = 0;
    for (const part of parts) {
      await page.goto(address(folderOf(language), part));
      lines += await page.locator("tbody tr").count();
    }
    assert.equal(lines, familiesOf(language).reduce((sum, family) => sum + family.lines, 0));
    await page.context().close();
  });

  test(`samples in ${language}`, async () => {
    const page = await openPage(browser);
    await page.goto(address(folderOf(language), "sample.html"));
    for (const method of ["money", "risk"]) {
      const { sample, forms } = sampleOf(language, method);
      assert.deepEqual(await pagesOf(page, `#${method} tbody th a`), forms.map((form) => form.page));
      const text = await page.locator(`#${method}`).textContent();
      assert.ok(method === "risk" || text.includes(`${sample.bound_percent}`), text.slice(0, 500));
    }
    const hits = await page.locator("#money tbody td:nth-child(10)").allTextContents();
    sampleOf(language, "money").forms.forEach((form, i) => assert.ok(form.certain || number(hits[i]) === form.hits));
    await checkNarrow(page, "#money table", 5);
    await page.context().close();
  });
}
