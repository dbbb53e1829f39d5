/* SPDX-License-Identifier: Apache-2.0 */
/* What the batch shows as a whole: every figure on the page is the one that the command gives, and charts keep their
 * words inside. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { LANGUAGES, address, folderOf, launch, openPage } from "./report.mjs";

let browser;
before(async () => { browser = await launch(); });
after(async () => { await browser.close(); });

function statistics(language) {
  return JSON.parse(readFileSync(join(process.env.FUHE_REPORTS, `${language}.json`), "utf8"));
}

/* Rows of the tables of a section, cell by cell; small print apart. */
async function tablesOf(page, section) {
  return page.$$eval(`#${section} table`, (tables) => tables.map((table) =>
    Array.from(table.tBodies[0].rows, (row) => Array.from(row.cells, (cell) => {
      const small = cell.querySelector("small")?.textContent ?? "";
      const whole = cell.textContent;
      return { text: whole.slice(0, whole.length - small.length).trim(), small, link: cell.querySelector("a")?.getAttribute("href") ?? "" };
    }))));
}

/* A figure without group separators, sign of more, and percent sign; nothing for none. */
function figure(cell) {
  const digits = cell.text.replaceAll(",", "").replace(/^\+/, "").replace(/%$/, "");
  return digits === "—" || digits === "" ? undefined : digits;
}

function same(cells, values, what) {
  assert.deepEqual(cells.map(figure), values.map((value) => value === undefined ? undefined : String(value)), what);
}

const probability = (p) => Number(p) < 0.0001 ? "<0.0001" : Number(Number(p).toFixed(4)).toFixed(4);
const pageOf = (cell) => Number(/(\d+)\.html$/.exec(cell.link)[1]);

function checkSpread(row, spread) {
  same(row.slice(1), [spread.n, ...["least", "q05", "q25", "median", "q75", "q95", "most", "mad"]
    .map((name) => spread[name]), spread.outliers], row[0].text);
}

function checkSigns(cells, gauge) {
  gauge.signs.forEach((sign, i) => {
    assert.equal(figure(cells[i]), sign.percent);
    const scale = sign.sign === "words" ? 100 : 1;
    const counts = cells[i].small.replaceAll(",", "").split(" / ").map(Number);
    assert.deepEqual(counts, [sign.part / scale, sign.n / scale], sign.sign);
  });
}

async function checkDeviations(page, expected) {
  const [rows] = await tablesOf(page, "deviations");
  [expected.deviations, ...expected.kinds].forEach((spread, i) => checkSpread(rows[i], spread));
  assert.equal(await page.locator("#deviations svg .box").count(), rows.filter((row) => row[1].text !== "0").length);
}

async function checkTests(page, expected) {
  const [rows = []] = await tablesOf(page, "tests");
  assert.equal(rows.length, expected.over_claiming.departments.length);
  expected.over_claiming.departments.forEach((department, i) => {
    const [, n, under, , over, p, adjusted, look] = rows[i];
    same([n, under, over], [department.n, department.n - department.over, department.over], department.name);
    assert.equal(p.text, probability(department.p));
    assert.equal(adjusted.text, probability(department.p_adjusted));
    assert.equal(look.text !== "", department.look_here);
  });
}

async function checkOutliers(page, expected) {
  const [rows = []] = await tablesOf(page, "outliers");
  assert.equal(rows.length, expected.outliers.forms.length);
  expected.outliers.forms.forEach((form, i) => {
    assert.equal(pageOf(rows[i][0]), form.page);
    same(rows[i].slice(2), [form.deviation, form.score], form.id);
  });
}

async function checkAll(page, expected) {
  const tiles = await page.locator("#correlation dd").allTextContents();
  const { n, rho, p } = expected.execution_and_performance;
  assert.deepEqual(tiles, [n.toLocaleString("en"), rho, probability(p)]);
  const [rows] = await tablesOf(page, "shares");
  ["full_rows", "full_totals", "whole_totals", "multiples_of_five"].forEach((name, i) => {
    const { n: count, claimed, verified } = expected[name];
    const cells = rows[i].filter((cell, column) => ![0, 4].includes(column));
    same(cells, [count, claimed.count, claimed.percent, verified.count, verified.percent], name);
  });
}

async function checkStability(page, expected) {
  const [rows] = await tablesOf(page, "stability");
  assert.equal(rows.length, expected.stability.forms.length);
  expected.stability.forms.forEach((form, i) => {
    assert.equal(pageOf(rows[i][0]), form.page);
    same([2, 4, 5].map((column) => rows[i][column]), [form.verified, form.margin, form.risk], form.id);
    assert.equal(figure(rows[i][7]), (Number(form.share) * 100).toFixed(2));
  });
}

async function checkGauge(page, expected) {
  const [all, departments, forms] = await tablesOf(page, "gauge");
  expected.gauge.all.signs.forEach((sign, i) => assert.equal(figure(all[i][2]), sign.percent));
  assert.equal(all.at(-1)[2].text, expected.gauge.all.index);
  expected.gauge.departments.forEach((department, i) => {
    assert.equal(departments[i][0].text, department.name);
    assert.equal(departments[i][1].text, department.index);
    checkSigns(departments[i].slice(2), department);
  });
  expected.gauge.forms.forEach((form, i) => {
    assert.equal(pageOf(forms[i][0]), form.page);
    assert.equal(forms[i][2].text, form.index);
    checkSigns(forms[i].slice(3), form);
  });
}

/* Words of a chart that stick out of its picture are cut off. */
async function cutWords(page) {
  return page.$$eval("svg.plot", (charts) => charts.flatMap((chart) => {
    const frame = chart.getBoundingClientRect();
    return Array.from(chart.querySelectorAll("text")).filter((text) => {
      const box = text.getBoundingClientRect();
      return box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 ||
        box.bottom > frame.bottom + 1;
    }).map((text) => text.textContent);
  }));
}

for (const language of LANGUAGES) {
  test(`statistics in ${language}`, async () => {
    const page = await openPage(browser);
    const expected = statistics(language);
    await page.goto(address(folderOf(language), "statistics.html"));
    assert.ok((await page.locator("main > p").first().textContent()).includes(expected.forms.toLocaleString("en")));
    for (const check of [checkDeviations, checkTests, checkOutliers, checkAll, checkStability, checkGauge]) {
      await check(page, expected);
    }
    assert.deepEqual(await cutWords(page), []);
    assert.equal(await page.locator("section").count(), await page.locator("section > .method").count());
    await page.context().close();
  });

  test(`the page of a form in ${language} has its own gauge`, async () => {
    const page = await openPage(browser);
    const [form] = statistics(language).gauge.forms;
    const folder = String(Math.ceil(form.page / 1000)).padStart(4, "0");
    await page.goto(address(folderOf(language), `forms/${folder}/${String(form.page).padStart(6, "0")}.html`));
    const cells = await page.locator("table.gauge tbody tr td:nth-child(3)").allTextContents();
    assert.deepEqual(cells, [...form.signs.map((sign) => sign.percent === undefined ? "—" : `${sign.percent}%`), form.index]);
    await page.context().close();
  });
}
