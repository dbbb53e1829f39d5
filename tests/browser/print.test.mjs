/* SPDX-License-Identifier: Apache-2.0 */
/* On A4: a notice is one page, and the overview fits the width of the paper. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { LANGUAGES, address, filesOf, folderOf, launch, openPage } from "./report.mjs";

const A4 = { width: 794, height: 1123 };
let browser, scratch;

before(async () => {
  browser = await launch();
  scratch = mkdtempSync(join(tmpdir(), "print-"));
});
after(async () => {
  await browser.close();
  rmSync(scratch, { recursive: true });
});

async function print(page, url) {
  const path = join(scratch, "page.pdf");
  await page.goto(url);
  await page.pdf({ path, preferCSSPageSize: true });
  const facts = execFileSync("pdfinfo", [path], { encoding: "utf8" });
  assert.match(facts, /Page size: +59[45]\.\d+ x 84[12]\.\d+ pts|A4/);
  return Number(/Pages: +(\d+)/.exec(facts)[1]);
}

for (const language of LANGUAGES) {
  test(`notices in ${language} are one page each`, async () => {
    const page = await openPage(browser);
    const folder = folderOf(language);
    const notices = filesOf(folder, ".html").filter((path) => path.startsWith("notices/") && !path.endsWith("-annex.html"));
    assert.ok(notices.length > 0);
    for (const notice of notices) {
      assert.equal(await print(page, address(folder, notice)), 1, notice);
    }
    await page.context().close();
  });

  test(`the overview in ${language} on paper`, async () => {
    const page = await openPage(browser, { viewport: A4 });
    const pages = await print(page, address(folderOf(language), "index.html"));
    assert.ok(pages <= 6, `${pages} pages`);
    await page.emulateMedia({ media: "print" });
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth) <= A4.width);
    await page.context().close();
  });
}
