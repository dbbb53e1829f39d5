/* SPDX-License-Identifier: Apache-2.0 */
/* How long overview and search take on a large report: figures to read, not a test. Usage: node large.mjs REPORT */
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { address, filesOf, launch, openPage } from "./report.mjs";

const folder = process.argv[2];
const browser = await launch();
const page = await openPage(browser, { viewport: { width: 1280, height: 900 } });

async function timed(name, work) {
  const start = process.hrtime.bigint();
  await work();
  console.log(`${name}: ${(process.hrtime.bigint() - start) / 1000000n} ms`);
}

/* From a change of a control to the answer, in the page: no time of the driver in it. */
function answer(name, control, value) {
  return page.evaluate(([label, field, text]) => {
    const form = document.querySelector("#search-box form");
    form.elements[field].value = text;
    const start = performance.now();
    form.dispatchEvent(new Event("input", { bubbles: true }));
    document.body.getBoundingClientRect();
    return `${label}: ${(performance.now() - start).toFixed(0)} ms, ${document.getElementById("search-count").textContent}`;
  }, [name, control, value]).then((line) => console.log(line));
}

console.log(`index.html: ${statSync(join(folder, "index.html")).size} bytes, ` +
  `data: ${readdirSync(join(folder, "data")).length} files, ` +
  `${filesOf(folder, ".js").reduce((sum, path) => sum + statSync(join(folder, path)).size, 0)} bytes`);
await timed("overview opens", () => page.goto(address(folder, "index.html")));
await timed("search loads its data and answers", async () => {
  await page.locator("#search-box input[name=q]").focus();
  await page.waitForFunction(() => document.querySelectorAll("#search-results tbody tr").length > 0, null, { timeout: 60000 });
});
await answer("a word", "q", "经费");
await answer("a word and a digit", "q", "经费 1");
await answer("sorted by deviation, first time", "sort", "deviation");
await answer("another digit", "q", "2");
await answer("too much", "deviation", "over");
await answer("too much, any word", "q", "");
console.log("memory of the page: " + await page.evaluate(() => Math.round(performance.memory.usedJSHeapSize / 1048576)) + " MiB");
console.log(page.faults.length === 0 ? "no fault" : page.faults.join("\n"));
await browser.close();
