/* SPDX-License-Identifier: Apache-2.0 */
/* The search against the JSON lines of the same report: each filter gives these forms and no others. */
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { after, before, test } from "node:test";
import { address, folderOf, launch, openPage, recordsOf } from "./report.mjs";

const PAGE_ROWS = 50;
/* Of all rule packs, with the points that they are given from and the ids that they go by. */
const GRADES = [[90, "excellent"], [80, "good"], [60, "fair", "medium"], [-Infinity, "poor"]];
const folder = folderOf("en");
const records = recordsOf("en");
let browser, page;

before(async () => {
  browser = await launch();
  page = await openPage(browser, { viewport: { width: 1280, height: 900 } });
});
after(async () => { await browser.close(); });

/* --- what must be found --- */

/* The forms have no grade printed on them: it follows from the claimed total. */
function claimedGrade(record) {
  const claimed = record.totals.claimed;
  return claimed === undefined ? -1 : GRADES.findIndex(([from]) => Number(claimed) >= from);
}

function isLowered(record) {
  const recommended = GRADES.findIndex((grade) => grade.includes(record.grading.grade));
  return claimedGrade(record) >= 0 && recommended > claimedGrade(record);
}

function has(record, ...severities) {
  return record.findings.some((finding) => severities.includes(finding.severity));
}

function sign(record) {
  const deviation = record.totals.deviation_points;
  return deviation === undefined ? undefined : Math.sign(Number(deviation));
}

const FILTERS = [
  ["nothing", "sort=risk-up", () => true],
  ["a word of a project", "q=hotline", (record) => (record.id ?? "").includes("hotline")],
  ["full-width letters by plain ones", "q=full-1", (record) => record.id === "ＦＵＬＬ-１"],
  ["markup as text", "q=" + encodeURIComponent("<script>"), (record) => (record.project ?? "").includes("<script>")],
  ["a department", "department=" + encodeURIComponent("数字化"), (record) => (record.department ?? record.unit ?? "").includes("数字化")],
  ...["excellent", "good", "fair", "poor"].map((id) => ["grade " + id, "grade=" + id, (record) => record.grading.grade === id]),
  ["no grade", "grade=none", (record) => record.grading.grade === undefined],
  ["lowered", "lowered=1", isLowered],
  ["not lowered", "lowered=0", (record) => !isLowered(record)],
  ...["scored", "partial", "unscored"].map((state) => ["state " + state, "state=" + state, (record) => record.state === state]),
  ["errors", "severity=error", (record) => has(record, "error")],
  ["errors or warnings", "severity=warning", (record) => has(record, "error", "warning")],
  ["neither", "severity=none", (record) => !has(record, "error", "warning")],
  ["too much", "deviation=over", (record) => sign(record) === 1],
  ["too little", "deviation=under", (record) => sign(record) === -1],
  ["none", "deviation=none", (record) => sign(record) === 0],
  ["a code", "code=item-score", (record) => record.findings.some((finding) => finding.code === "item-score")],
  ["several at once", "code=total-sum&deviation=over&severity=error",
    (record) => sign(record) === 1 && record.findings.some((finding) => finding.code === "total-sum") && has(record, "error")],
];

/* --- what is found --- */

async function ask(hash) {
  await page.goto("about:blank");
  await page.goto(address(folder, "index.html", "#" + hash));
  await page.waitForFunction(() => /^[\d,]+ of [\d,]+ forms$/.test(document.getElementById("search-count").textContent));
}

function count() {
  return page.evaluate(() => document.getElementById("search-count").textContent);
}

async function rows() {
  return page.evaluate(() => Array.from(document.querySelectorAll("#search-results tbody tr"), (row) =>
    ({ page: Number(/(\d+)\.html$/.exec(row.querySelector("a").href)[1]),
      cells: Array.from(row.children, (cell) => cell.textContent) })));
}

/* Numbers of all forms found, over all pages of results: pages of forms are numbered in the order of the records. */
async function found() {
  const pages = [];
  for (;;) {
    const shown = await rows();
    assert.ok(shown.length <= PAGE_ROWS);
    pages.push(...shown.map((row) => row.page));
    const next = page.getByRole("button", { name: "Next" });
    if (shown.length === 0 || await next.isDisabled()) {
      return pages;
    }
    await next.click();
  }
}

for (const [name, hash, wanted] of FILTERS) {
  test("filter: " + name, async () => {
    const expected = records.map((record, i) => wanted(record) ? i + 1 : 0).filter((number) => number > 0);
    await ask(hash);
    assert.equal(await count(), `${expected.length} of ${records.length} forms`);
    assert.deepEqual((await found()).sort((a, b) => a - b), expected);
    assert.deepEqual(page.faults.splice(0), []);
  });
}

/* --- order --- */

const COLUMNS = { claimed: 2, verified: 3, deviation: 4, risk: 9 };
for (const [column, place] of Object.entries(COLUMNS)) {
  for (const rising of [false, true]) {
    test(`order: ${column} ${rising ? "rising" : "falling"}`, async () => {
      await ask(`sort=${column}${rising ? "-up" : ""}&q=0`);
      const figures = (await rows()).map((row) => row.cells[place]).filter((text) => text !== "—").map(Number);
      const sorted = figures.slice().sort((a, b) => rising ? a - b : b - a);
      assert.ok(figures.length > 10);
      assert.deepEqual(figures, sorted);
    });
  }
}

/* --- use --- */

test("by keyboard alone", async () => {
  await page.goto("about:blank");
  await page.goto(address(folder, "index.html"));
  await page.keyboard.press("/");
  await page.keyboard.type("hotline");
  await page.waitForFunction(() => document.querySelectorAll("#search-results tbody tr").length > 0);
  const wanted = records.filter((record) => (record.id ?? "").includes("hotline")).length;
  assert.equal(await count(), `${wanted} of ${records.length} forms`);
  for (let i = 0; i < 40; i++) {
    await page.keyboard.press("Tab");
    if (await page.evaluate(() => document.activeElement.closest("#search-results tbody a") !== null)) {
      break;
    }
  }
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/forms\//);
});

test("the address leads to the same list", async () => {
  await page.goto("about:blank");
  await page.goto(address(folder, "index.html"));
  const search = page.getByRole("search");
  await search.getByLabel("Deviation").selectOption("over");
  await search.getByLabel("Words in project").fill("form");
  await search.getByLabel("Order").selectOption("claimed");
  await page.waitForFunction(() => document.querySelectorAll("#search-results tbody tr").length > 0);
  const first = [await count(), await rows()];
  const shared = page.url();
  assert.match(shared, /#.*deviation=over/);
  await page.goto("about:blank");
  await page.goto(shared);
  await page.waitForFunction(() => document.querySelectorAll("#search-results tbody tr").length > 0);
  assert.deepEqual([await count(), await rows()], first);
  assert.equal(await search.getByLabel("Order").inputValue(), "claimed");
});

test("pages of results", async () => {
  await ask("sort=claimed");
  const pages = Math.ceil(records.length / PAGE_ROWS);
  await page.getByRole("button", { name: "Last" }).click();
  assert.equal(await page.locator("#search-position").textContent(), `Page ${pages} of ${pages}`);
  assert.equal((await rows()).length, records.length - (pages - 1) * PAGE_ROWS);
  assert.match(page.url(), new RegExp(`page=${pages}`));
  await page.goto(page.url());
  await page.getByRole("button", { name: "First" }).click();
  assert.ok(await page.getByRole("button", { name: "Previous" }).isDisabled());
});

test("a link of the overview asks, the back button forgets", async () => {
  await page.goto("about:blank");
  await page.goto(address(folder, "index.html"));
  await page.locator("#findings a[href='#code=item-score']").click();
  await page.waitForFunction(() => document.querySelectorAll("#search-results tbody tr").length > 0);
  const wanted = records.filter((record) => record.findings.some((finding) => finding.code === "item-score"));
  assert.equal(await count(), `${wanted.length} of ${records.length} forms`);
  await page.getByRole("button", { name: "Clear" }).click();
  await page.waitForFunction((text) => document.getElementById("search-count").textContent === text,
    `${records.length} of ${records.length} forms`);
});

test("results lead to pages", async () => {
  await ask("sort=risk");
  const links = await page.evaluate(() => Array.from(document.querySelectorAll("#search-results tbody a"), (link) => link.href));
  assert.equal(links.length, 2 * PAGE_ROWS);
  for (const link of links) {
    assert.ok(existsSync(fileURLToPath(link)), link);
  }
});

test("nothing found, and a strange hash", async () => {
  await ask("q=nobody-has-this-word");
  assert.equal(await count(), `0 of ${records.length} forms`);
  assert.ok(!await page.locator("#search-results").isVisible());
  await ask("page=99999&sort=nonsense&grade=nonsense&unknown=1&code=nonsense");
  assert.equal(await count(), `${records.length} of ${records.length} forms`);
  assert.deepEqual(page.faults.splice(0), []);
});

test("the count is announced", async () => {
  const status = page.locator("#search-count");
  assert.equal(await status.getAttribute("aria-live"), "polite");
  assert.equal(await status.getAttribute("role"), "status");
});
