/* SPDX-License-Identifier: Apache-2.0 */
/* Reports under test and a browser for them. Whatever a page complains about, and whatever it asks for outside of its
 * folder, is a fault. */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

export const LANGUAGES = ["zh", "en"];
export const WIDTHS = [360, 768, 1280];

export function folderOf(language) {
  return join(process.env.FUHE_REPORTS, language, "report");
}

/* All files of a folder with this ending, as paths from it. */
export function filesOf(folder, ending) {
  const paths = [];
  const walk = (below) => {
    for (const entry of readdirSync(join(folder, below), { withFileTypes: true })) {
      const path = join(below, entry.name);
      if (entry.isDirectory()) {
        walk(path);
      } else if (path.endsWith(ending)) {
        paths.push(path);
      }
    }
  };
  walk("");
  return paths.sort();
}

/* What the machine-readable output of the same report says of each form. */
export function recordsOf(language) {
  const lines = readFileSync(join(folderOf(language), "reviews.jsonl"), "utf8").trimEnd().split("\n");
  return lines.map((line) => JSON.parse(line)).filter((record) => record.type === "form");
}

export async function launch() {
  const root = process.getuid() === 0;
  return chromium.launch({ executablePath: "/usr/bin/chromium", args: root ? ["--no-sandbox"] : [] });
}

/* A page that keeps what went wrong in page.faults. */
export async function openPage(browser, options = {}) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  page.faults = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") {
      page.faults.push(message.text());
    }
  });
  page.on("dialog", (dialog) => { page.faults.push("asks " + dialog.message()); dialog.dismiss(); });
  page.on("pageerror", (error) => page.faults.push(error.message));
  page.on("request", (request) => {
    if (!request.url().startsWith("file://")) {
      page.faults.push("asks for " + request.url());
    }
  });
  page.on("requestfailed", (request) => page.faults.push("has not got " + request.url()));
  return page;
}

export function address(folder, path, hash = "") {
  return pathToFileURL(join(folder, path)).href + hash;
}
