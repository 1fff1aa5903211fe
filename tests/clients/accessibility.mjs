// Opens every page of a folder in one headless Chromium and tells, as JSON, what axe-core finds on each.
// Usage: node accessibility.mjs FOLDER
import { createRequire } from "node:module";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const require = createRequire(new URL("../../.clients/pages/", import.meta.url));
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const folder = process.argv[2];

const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
});
const context = await browser.newContext({ viewport: { width: 1200, height: 900 }, bypassCSP: true });
const found = {};
for (const name of readdirSync(folder).filter((name) => name.endsWith(".html")).sort()) {
  const page = await context.newPage();
  await page.goto(pathToFileURL(join(folder, name)).href);
  await page.evaluate(axe);
  found[name] = await page.evaluate(async () => {
    const told = await axe.run(document, { resultTypes: ["violations"] });
    return { passed: told.passes.length, violations: told.violations.map((each) => each.id) };
  });
  await page.close();
}
await browser.close();
console.log(JSON.stringify(found));
