/* SPDX-License-Identifier: Apache-2.0 */
/* Every page at three widths: nothing sticks out, nothing is missing, nothing is asked of a network. */
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { after, before, test } from "node:test";
import { LANGUAGES, WIDTHS, address, filesOf, folderOf, launch, openPage } from "./report.mjs";

let browser;
before(async () => { browser = await launch(); });
after(async () => { await browser.close(); });

/* Links and what the page loads, as addresses; the id behind # is looked for in the target's text. */
async function linkFaults(page, folder) {
  const targets = await page.evaluate(() => Array.from(document.querySelectorAll("[href], [src]"), (element) =>
    element.href || element.src));
  const faults = [];
  for (const target of new Set(targets)) {
    const url = new URL(target);
    const id = decodeURIComponent(url.hash.slice(1));
    url.hash = "";
    const path = fileURLToPath(url);
    if (!path.startsWith(folder) || !existsSync(path)) {
      faults.push("leads nowhere: " + target);
    } else if (id !== "" && !id.includes("=") && !readFileSync(path, "utf8").includes(`id="${id}"`)) {
      faults.push("no such place: " + target);
    }
  }
  return faults;
}

async function widthFaults(page) {
  const faults = [];
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    if (wide > width) {
      faults.push(`${wide} wide on a screen of ${width}`);
    }
  }
  return faults;
}

/* What nobody can find by looking: names of controls, order of headings, words for pictures. */
async function accessFaults(page) {
  return page.evaluate(() => {
    const faults = [];
    const levels = Array.from(document.querySelectorAll("h1, h2, h3, h4"), (heading) => Number(heading.tagName[1]));
    if (levels.filter((level) => level === 1).length !== 1 || levels[0] !== 1) {
      faults.push("has not one h1, at its beginning");
    }
    if (levels.some((level, i) => i > 0 && level > levels[i - 1] + 1)) {
      faults.push("skips a level of headings");
    }
    for (const control of document.querySelectorAll("input, select")) {
      if (control.labels.length === 0) {
        faults.push("a control without a label: " + control.name);
      }
    }
    for (const picture of document.querySelectorAll("svg:not([aria-hidden]), img")) {
      if (picture.getAttribute("role") !== "img" || !(picture.querySelector("title") || picture.getAttribute("aria-label"))) {
        faults.push("a picture without words");
      }
    }
    const ids = Array.from(document.querySelectorAll("[id]"), (element) => element.id);
    if (new Set(ids).size !== ids.length) {
      faults.push("an id stands twice");
    }
    if (!document.documentElement.lang || document.title === "") {
      faults.push("has no language or title");
    }
    return faults;
  });
}

for (const language of LANGUAGES) {
  test(`every page in ${language}`, async () => {
    const folder = folderOf(language);
    const page = await openPage(browser);
    const faults = [];
    const paths = filesOf(folder, ".html");
    assert.ok(paths.length > 250, `${paths.length} pages`);
    for (const path of paths) {
      await page.goto(address(folder, path));
      const here = [...await widthFaults(page), ...await linkFaults(page, folder), ...await accessFaults(page),
        ...page.faults.splice(0)];
      faults.push(...here.map((fault) => `${path}: ${fault}`));
    }
    assert.deepEqual(faults.slice(0, 20), []);
    await page.context().close();
  });
}

test("lists work without script", async () => {
  const folder = folderOf("en");
  const page = await openPage(browser, { javaScriptEnabled: false });
  await page.goto(address(folder, "index.html"));
  assert.ok(await page.getByText("The search needs JavaScript").isVisible());
  assert.ok(!await page.locator("#search-box").isVisible());
  await page.getByRole("link", { name: "All forms" }).click();
  assert.equal(await page.locator("main tbody tr").count(), 200);
  await page.getByRole("link", { name: "Next" }).click();
  assert.ok(await page.locator("main tbody tr").count() > 40);
  await page.locator("main tbody th a").first().click();
  assert.ok(page.url().includes("/forms/"));
  assert.deepEqual(page.faults, []);
  await page.context().close();
});
