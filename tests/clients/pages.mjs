// Drives a published page in headless Chromium and tells, as JSON, what a delegate would see.
// Usage: node pages.mjs BASE-ADDRESS FOLDER-ADDRESS SCENARIO
import { createRequire } from "node:module";
import { readFileSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const require = createRequire(new URL("../../.clients/pages/", import.meta.url));
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const [base, folder, scenario] = process.argv.slice(2);
const languages = ["ar", "zh", "en", "fr", "ru", "es"];

const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage"],
});
const PAGES = ["index.html", "timetable.html", "items/2b.html", "since/1.html"];
const asked = [], said = [];
async function open(address, { at, ...options } = {}) {
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 }, bypassCSP: !!options.bypassCSP, ...options });
  const page = await context.newPage();
  if (at) await page.clock.setFixedTime(new Date(at));
  page.on("request", (request) => asked.push(request.url()));
  page.on("console", (message) => said.push(message.text()));
  page.on("pageerror", (error) => said.push(String(error)));
  await page.goto(address);
  return page;
}
const cards = (page) => page.$$eval(".card", (all) => all.filter((card) => card.offsetParent !== null).map((card) => card.id));

const scenarios = {
  async finds() {
    const page = await open(`${base}/en/index.html`);
    const found = { all: await cards(page) };
    await page.selectOption("#item", { label: "2 (b) en title: en title" });
    found.item = await cards(page);
    found.told = await page.textContent(".found");
    await page.click("button[type=reset]");
    await page.selectOption("#forum", { label: "Committee I" });
    found.forum = await cards(page);
    await page.selectOption("#day", "2009-05-15");
    found.forumAndDay = await cards(page);
    await page.click("button[type=reset]");
    await page.selectOption("#interpreted", "zh");
    found.interpreted = await cards(page);
    await page.click("button[type=reset]");
    await page.selectOption("#person", { label: "Ann Lee" });
    found.person = await cards(page);
    await page.click("button[type=reset]");
    await page.fill("#words", "boardroom");
    found.words = await cards(page);
    await page.fill("#words", "nowhere");
    found.none = await cards(page);
    found.nothing = await page.textContent(".found");
    await page.click("button[type=reset]");
    await page.waitForFunction(() => !document.querySelector(".card[hidden]"));
    found.again = await cards(page);
    return found;
  },
  async mine() {
    const page = await open(`${base}/en/index.html`, { acceptDownloads: true });
    await page.check("#meeting-a [data-item='1']");
    await page.check("#meeting-c [data-item='2b']");
    const found = {
      address: await page.evaluate(() => location.hash.slice(1)),
      feeds: await page.$$eval(".mine-feeds .webcal", (links) => links.map((link) => link.getAttribute("href"))),
    };
    const [download] = await Promise.all([page.waitForEvent("download"), page.click(".mine-save")]);
    const path = join(mkdtempSync(join(tmpdir(), "mine-")), "mine.ics");
    await download.saveAs(path);
    found.saved = readFileSync(path, "utf8");
    const again = await open(page.url());
    found.kept = await again.$$eval("[data-item]:checked", (boxes) => boxes.map((box) => box.dataset.item));
    await page.goto("about:blank");
    await page.goto(`${base}/en/index.html`);
    found.remembered = await page.evaluate(() => location.hash.slice(1));
    await page.check("#only");
    found.only = await cards(page);
    found.rows = await page.$$eval(".card .rows li", (rows) => rows.filter((row) => row.offsetParent).length);
    return found;
  },
  async own() {
    const page = await open(`${base}/en/index.html`);
    await page.check("#meeting-c [data-item='2b']");
    await page.check("#meeting-a [data-item='1']");
    await page.waitForSelector(".mine-own .webcal");
    return {
      webcal: await page.getAttribute(".mine-own .webcal", "href"),
      several: await page.isVisible(".mine-feeds"),
    };
  },
  async fromDisk() {
    const page = await open(`${folder}/en/index.html`, { acceptDownloads: true });
    const found = { styled: await page.$eval(".card", (card) => getComputedStyle(card).borderTopWidth) };
    await page.check("#meeting-c [data-item='2b']");
    const [download] = await Promise.all([page.waitForEvent("download"), page.click(".mine-save")]);
    found.saved = download.suggestedFilename();
    return found;
  },
  async languages() {
    const found = {};
    const page = await open(`${base}/index.html`);
    for (const language of languages) {
      await page.goto(`${base}/index.html`);
      await page.click(`a[hreflang=${language}]`);
      found[language] = await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir,
        getComputedStyle(document.querySelector("h1")).direction]);
    }
    await page.click("nav a[hreflang=fr]");
    found.switched = page.url().slice(base.length);
    return found;
  },
  async keyboard() {
    const page = await open(`${base}/en/index.html`);
    const found = { order: [] };
    for (let step = 0; step < 60; step++) {
      await page.keyboard.press("Tab");
      const at = await page.evaluate(() => {
        const here = document.activeElement, style = getComputedStyle(here);
        return [here.className || here.id || here.tagName, style.outlineStyle !== "none"];
      });
      found.order.push(at);
    }
    await page.goto(`${base}/en/index.html`);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    found.skipped = await page.evaluate(() => document.activeElement.id);
    await page.focus("#meeting-c [data-item='2b']");
    await page.keyboard.press("Space");
    found.chosen = await page.evaluate(() => location.hash.slice(1));
    return found;
  },
  async copies() {
    const page = await open(`${base}/en/index.html`, { permissions: ["clipboard-read", "clipboard-write"] });
    await page.click(".subscribe > .feed .copy");
    return {
      copied: await page.evaluate(() => navigator.clipboard.readText()),
      told: await page.textContent(".subscribe > .feed .copy"),
      webcal: await page.getAttribute(".subscribe > .feed .webcal", "href"),
    };
  },
  async withoutScript() {
    const page = await open(`${base}/en/index.html`, { javaScriptEnabled: false });
    return {
      cards: (await page.$$(".card")).length,
      visible: await page.isVisible("#meeting-a .rows a"),
      filter: await page.isVisible(".filter"),
      mine: await page.isVisible(".mine"),
      subscribe: await page.getAttribute(".subscribe > .feed .webcal", "href"),
      box: await page.isVisible("[data-item]"),
    };
  },
  async phone() {
    const found = {};
    for (const language of languages) {
      for (const path of PAGES) {
        const page = await open(`${base}/${language}/${path}`, { viewport: { width: 360, height: 740 } });
        found[`${language}/${path}`] = await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
      }
    }
    return found;
  },
  async firstScreen() {
    const found = {};
    for (const language of languages) {
      const page = await open(`${base}/${language}/index.html`, { viewport: { width: 360, height: 740 }, timezoneId: "Europe/Vienna" });
      found[language] = await page.$eval(".card .rows li", (row) => row.getBoundingClientRect().bottom <= innerHeight);
    }
    return found;
  },
  async nowAndNext() {
    const found = {};
    for (const [name, moment] of Object.entries({ before: "2009-05-13T10:00:00Z", during: "2009-05-14T14:30:00Z", after: "2009-06-01T10:00:00Z" })) {
      const page = await open(`${base}/en/index.html`, { timezoneId: "Europe/Vienna", at: moment });
      found[name] = await page.$$eval(".now [data-when]", (parts) => Object.fromEntries(parts.filter((part) => part.offsetParent)
        .map((part) => [part.dataset.when, Array.from(part.querySelectorAll("a")).map((link) => [link.textContent, link.hash])])));
    }
    return found;
  },
  async ownZone() {
    const found = {};
    for (const zone of ["Europe/Vienna", "America/New_York", "Asia/Tokyo"]) {
      const page = await open(`${base}/en/index.html`, { timezoneId: zone });
      found[zone] = await page.$$eval(".own", (all) => all.map((each) => each.textContent.replace(/[\u2009\u202f\u00a0]/g, " ")));
    }
    for (const language of ["fr", "zh"]) {
      const page = await open(`${base}/${language}/index.html`, { timezoneId: "America/New_York" });
      found[language] = await page.$eval(".own", (own) => own.textContent.replace(/[\u2009\u202f\u00a0]/g, " "));
    }
    return found;
  },
  async switching() {
    const page = await open(`${base}/en/index.html`);
    await page.check("#meeting-a [data-item='1']");
    await page.selectOption("#forum", "committee");
    await page.click("nav a[hreflang=ar]");
    const there = async () => [page.url().slice(base.length), await page.$$eval("[data-item]:checked", (all) => all.map((box) => box.dataset.item)),
      await page.inputValue("#forum"), await cards(page)];
    const found = { ar: await there() };
    await page.click("nav a[hreflang=zh]");
    found.zh = await there();
    return found;
  },
  async print() {
    const page = await open(`${base}/en/index.html`);
    await page.emulateMedia({ media: "print" });
    return {
      filter: await page.isVisible(".filter"), subscribe: await page.isVisible(".subscribe"),
      programme: await page.isVisible("#meeting-a"), publications: await page.locator(".told:visible").count(), pages: (await page.pdf()).length > 5000,
    };
  },
  async accessible() {
    const found = {};
    for (const language of languages) {
      for (const path of PAGES) {
        for (const colorScheme of ["light", "dark"]) {
          const page = await open(`${base}/${language}/${path}`, { colorScheme, bypassCSP: true });
          await page.evaluate(() => document.querySelectorAll("details").forEach((each) => { each.open = true; }));
          if (path === "index.html") await page.check("[data-item]");
          await page.evaluate(axe);
          const judged = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
          found[`${language}/${path}/${colorScheme}`] = judged.violations.map((each) => [each.id, each.nodes.map((node) => node.html)]);
        }
      }
    }
    const page = await open(`${base}/index.html`, { bypassCSP: true });
    await page.evaluate(axe);
    found.choose = (await page.evaluate(() => window.axe.run(document))).violations.map((each) => each.id);
    return found;
  },
};
const found = await scenarios[scenario]();
await browser.close();
console.log(JSON.stringify({ found, asked, said }));
