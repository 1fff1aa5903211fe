// Drives the desk in headless Chromium and tells, as JSON, what an officer would see.
// Usage: node desk.mjs ADDRESS SCENARIO [FOLDER FOR PICTURES]
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const require = createRequire(new URL("../../.clients/pages/", import.meta.url));
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const [address, scenario, pictures] = process.argv.slice(2);
const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage"],
});
const asked = [], said = [];
async function open(options = {}, at = address) {
  const context = await browser.newContext({ viewport: { width: 1300, height: 950 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  page.on("request", (request) => asked.push(request.url()));
  page.on("console", (message) => said.push(message.text()));
  page.on("pageerror", (error) => said.push(String(error)));
  await page.goto(at);
  return page;
}
const version = (page) => page.getAttribute("#board", "data-version").then(Number);
async function changing(page, act) {
  const before = await version(page);
  await act();
  await page.waitForFunction((old) => Number(document.getElementById("board").dataset.version) !== old, before);
}
const rows = (page) => page.$$eval("#grid .row", (all) => all.map((row) => `${row.dataset.meeting} ${row.dataset.item}`));
const row = (page, item, meeting = "") => page.locator(`.row[data-item="${item}"]${meeting && `[data-meeting="${meeting}"]`}`).first();
const meeting = (page, key) => page.locator(`.meeting[data-meeting="${key}"]`);
const picture = (page, name) => pictures && page.screenshot({ path: join(pictures, `${name}.png`) });
async function planned(page) {
  await changing(page, () => page.click("text=Plan the rest"));
  await page.waitForFunction(() => !document.querySelector("[data-planning]"));
}
async function look(page, view) {
  await page.click("#view > summary");
  for (const [name, value] of Object.entries(view)) await page.selectOption(`#view [name=${name}]`, value);
  await Promise.all([page.waitForEvent("load"), page.click("#view button")]);
}
async function drag(page, item, to) {
  const from = await row(page, item).boundingBox();
  const there = await meeting(page, to).boundingBox();
  await page.mouse.move(from.x + from.width / 2, from.y + 8);
  await page.mouse.down();
  await page.mouse.move(from.x + from.width / 2 + 6, from.y + 14, { steps: 3 });
  await page.waitForSelector(`[data-meeting="${to}"][data-may]`);
  const may = await meeting(page, to).evaluate((each) => [each.dataset.may, each.querySelector(".may").textContent]);
  await page.mouse.move(there.x + there.width / 2, there.y + there.height - 4, { steps: 4 });
  await picture(page, `drag-${may[0]}`);
  await page.mouse.up();
  return may;
}

const scenarios = {
  async evening() {
    const page = await open({ viewport: { width: 1300, height: 6400 } });
    const found = { empty: (await rows(page)).length };
    await planned(page);
    found.planned = await rows(page);
    await picture(page, "planned");
    const [am, pm, tuesday] = ["plenary-2027-07-12-am", "plenary-2027-07-12-pm", "plenary-2027-07-13-pm"];
    await changing(page, async () => { found.dragged = await drag(page, "6", "plenary-2027-07-16-pm"); });
    found.broken = await page.textContent("#said");
    await changing(page, async () => {
      await meeting(page, "informal-2027-07-14-am").locator("[data-dialog=meeting]").click();
      await page.click("dialog >> text=Cancel this meeting");
    });
    const before = await rows(page);
    found.refused = await drag(page, "5", "informal-2027-07-14-am");
    found.unchanged = JSON.stringify(before) === JSON.stringify(await rows(page));
    await row(page, "3").locator(".more").focus();
    await changing(page, () => page.keyboard.press("p"));
    found.pinned = await row(page, "3").locator(".marks").textContent();
    await planned(page);
    found.planned_again = await page.textContent("#verdict-sum");
    await changing(page, () => page.keyboard.press("Control+z"));
    await changing(page, () => page.keyboard.press("Control+y"));
    await changing(page, async () => {
      await meeting(page, "informal-2027-07-12-am").locator("[data-dialog=meeting]").click();
      await page.click("dialog >> text=Cancel this meeting");
    });
    await row(page, "panel").locator(".more").click();
    await page.waitForSelector("dialog[open] h2");
    const heading = () => page.locator("dialog h2").boundingBox();
    const opened = await heading();
    await page.waitForFunction(() => !document.querySelector("dialog [aria-busy]"));
    found.stays = JSON.stringify(opened) === JSON.stringify(await heading());
    const there = page.locator("dialog .places button", { hasText: "Tuesday, 13 July, 3" });
    const named = page.locator("button", { hasText: "Tuesday, 13 July, 3" });
    found.panel = await page.locator("dialog .places > li", { has: named }).getAttribute("class");
    await picture(page, "move-to");
    await changing(page, () => there.click());
    found.panel_moved = await page.textContent("#said");
    await page.click("#preview summary");
    await page.selectOption("#preview-language", "ar");
    const frame = page.frameLocator("#preview-paper");
    found.arabic = await frame.locator("html").getAttribute("dir") ?? await frame.locator("[dir=rtl]").first().getAttribute("dir");
    await page.click("button:text-is('Save')");
    await page.waitForFunction(() => document.getElementById("said").textContent.startsWith("Saved"));
    await page.click("#open-publish");
    await page.fill("dialog [name=moment]", "2027-06-01 09:00");
    await page.click("dialog >> text=Look first");
    await page.waitForSelector("#previewed pre");
    found.notices = await page.$$eval("#previewed pre:not(details pre)", (all) => all.map((each) => each.lang));
    await page.click("dialog button.main");
    await page.waitForFunction(() => document.getElementById("said").textContent.startsWith("Publication"));
    found.published = await page.textContent("#said");
    found.rows = await rows(page);
    await page.click("button:text-is('Done')");
    await page.waitForFunction(() => document.getElementById("said").textContent.includes("ended"));
    return found;
  },
  async pictures() {
    const page = await open({ viewport: { width: 1200, height: 780 } });
    await planned(page);
    const from = await row(page, "2c").boundingBox();
    const there = await meeting(page, "plenary-2009-05-15-am").boundingBox();
    await page.mouse.move(from.x + 200, from.y + 8);
    await page.mouse.down();
    await page.mouse.move(from.x + 206, from.y + 14, { steps: 3 });
    await page.waitForSelector("[data-may]");
    await page.mouse.move(there.x + 200, there.y + there.height - 4, { steps: 4 });
    await page.mouse.move(there.x + 190, there.y + there.height - 10, { steps: 3 }); // the first event is only an entering
    await page.waitForSelector(".meeting.over[data-may]");
    await picture(page, "desk-drag");
    await changing(page, () => page.mouse.up());
    await row(page, "3").locator(".more").click();
    await page.waitForSelector("dialog[open] .places button");
    await picture(page, "desk-move");
    return rows(page);
  },
  async lanes() {
    const found = {};
    for (const columns of ["hours", "forums"]) {
      for (const width of [1300, 390]) {
        const page = await open({ viewport: { width, height: 950 } });
        await look(page, { columns });
        found[`${columns} ${width}`] = await page.evaluate(() => ({
          lanes: document.querySelector(".lane-row").children.length,
          sideways: [document.documentElement, ...document.querySelectorAll(".lane-row")].filter((each) => each.scrollWidth > each.clientWidth).length,
          level: [...document.querySelectorAll(".level")].every((row) => new Set([...row.querySelectorAll(".lane")].slice(0, 2)
            .map((lane) => lane.querySelector(".slot:last-child").getBoundingClientRect().top)).size === 1),
        }));
        await picture(page, `lanes-${columns}-${width}`);
      }
    }
    return found;
  },
  async keyboard() {
    const page = await open();
    await planned(page);
    const found = {};
    await page.keyboard.press("Tab");
    await row(page, "1b").locator(".more").focus();
    await changing(page, () => page.keyboard.press("Alt+ArrowDown"));
    found.later = await rows(page);
    found.focus = await page.evaluate(() => document.activeElement.closest(".row")?.dataset.item);
    await changing(page, () => page.keyboard.press("Alt+ArrowUp"));
    await changing(page, () => page.keyboard.press("Delete"));
    found.tray = await page.$$eval("#tray .row", (all) => all.map((each) => each.dataset.item));
    await changing(page, () => page.keyboard.press("Control+z"));
    await row(page, "1b").locator(".more").focus();
    await page.keyboard.press("m");
    await page.waitForSelector("dialog[open] .places button");
    for (let step = 0; step < 40; step++) {
      if (await page.evaluate(() => document.activeElement.closest(".places") !== null)) break;
      await page.keyboard.press("Tab");
    }
    await changing(page, () => page.keyboard.press("Enter"));
    found.moved = await page.textContent("#said");
    await row(page, "1a").locator("input").focus();
    await page.keyboard.press("Space");
    await row(page, "2a").locator("input").focus();
    await page.keyboard.press("Space");
    await page.focus("#move-chosen");
    await page.keyboard.press("Enter");
    await page.waitForSelector("dialog[open] .places button");
    await changing(page, async () => { await page.locator("dialog .places button").last().focus(); await page.keyboard.press("Enter"); });
    found.several = await page.textContent("#said");
    await row(page, "3").locator(".more").focus();
    await page.keyboard.press("m");
    await page.waitForSelector("dialog[open]");
    await page.keyboard.press("Escape");
    found.back = await page.evaluate(() => document.activeElement.closest(".row")?.dataset.item);
    return found;
  },
  async every_action() {
    const page = await open({ viewport: { width: 1300, height: 2000 } });
    const key = (name) => page.keyboard.press(name);
    const reach = async (selector) => {
      for (let step = 0; step < 400; step++) {
        if (await page.evaluate((wanted) => document.activeElement.matches(wanted), selector)) return;
        await key("Tab");
      }
      throw new Error(`Tab never reaches ${selector}`);
    };
    const said = {};
    const act = async (name, selector, press = "Enter") => {
      await reach(selector);
      const before = await page.getAttribute("#board", "data-shown");
      await key(press);
      await page.waitForFunction((old) => document.getElementById("board").dataset.shown !== old, before);
      await page.waitForFunction(() => !document.querySelector("[data-planning]"));
      said[name] = await page.textContent("#said");
    };
    const opened = async (selector) => {
      await reach(selector);
      await key("Enter");
      await page.waitForSelector("dialog[open] h2");
      await page.waitForFunction(() => !document.querySelector("dialog [aria-busy]"));
    };
    const more = (item) => `#grid [data-item="${item}"] .more`;
    const form = (verb, field = "button") => `dialog form:has([value="${verb}"]) ${field}`;
    await act("plan", "form[action=plan] button");
    await act("pin", more("3"), "p");
    await act("unpin", more("3"), "p");
    await act("undo", "form[action=undo] button");
    await act("redo", "form[action=redo] button");
    await opened(more("2c"));
    await reach(form("split", "input[name=minutes]"));
    await page.keyboard.type("30");
    await act("split", form("split", "button"));
    await opened(more("1b"));
    await act("later", "dialog .tools form:has([value=move]) button");
    await opened(more("1b"));
    await act("swap", form("swap"));
    await opened(more("3"));
    await act("take out", form("take_out"));
    await opened("#tray .more");
    await act("place", "dialog .places button");
    await opened(more("3"));
    await act("move", "dialog .places button");
    for (const item of ["1a", "3"]) {
      await reach(`#grid [data-item="${item}"] input`);
      await key("Space");
    }
    await opened("#move-chosen");
    await act("several", "dialog .places button");
    const meeting = "#m-plenary-2009-05-15-pm-more";
    await opened(meeting);
    await reach(form("retime", "input[name=opens]"));
    await key("ArrowUp");
    await act("hours", form("retime"));
    await opened(meeting);
    await reach(form("room", "input[name=room]"));
    await page.keyboard.type("C1");
    await act("room", form("room"));
    await opened(meeting);
    await act("exchange", form("swap_meetings"));
    await opened(meeting);
    await act("cancel", form("cancel"));
    await opened(meeting);
    await act("hold", form("hold"));
    await act("help", "form[action=help] button");
    await act("use", "form[action=use] button, form[action=forget] button");
    await reach("#preview summary");
    await key("Enter");
    await page.waitForSelector("#preview[open]");
    await act("save", "form[action=save] button");
    await opened("#open-publish");
    await reach("dialog [name=moment]");
    await page.keyboard.type("2009-04-20 09:00");
    await reach("dialog [formaction=notices]");
    await key("Enter");
    await page.waitForSelector("#previewed pre");
    await act("publish", "dialog button.main");
    await opened("#open-tonight");
    await key("Escape");
    await act("done", "form[action=done] button");
    return said;
  },
  async failing() {
    const page = await open();
    await planned(page);
    const before = await rows(page), found = {};
    const refused = async (name, act) => {
      await page.evaluate(() => { document.getElementById("refused").textContent = ""; });
      await act();
      await page.waitForFunction(() => document.getElementById("refused").textContent);
      found[name] = [await page.textContent("#refused"), JSON.stringify(before) === JSON.stringify(await rows(page))];
    };
    const remove = async () => { await row(page, "3").locator(".more").focus(); await page.keyboard.press("Delete"); };
    const dialog = () => row(page, "3").locator(".more").click();
    for (const [name, answer] of [["failed", (route) => route.fulfill({ status: 500, body: "Internal Server Error" })], ["silent", (route) => route.abort()]]) {
      await page.route("**/*", answer);
      await refused(name, remove);
      await refused(`${name}, dialog`, dialog);
      await page.unroute("**/*");
    }
    await changing(page, remove);
    found.after = await page.textContent("#said");
    said.length = 0; // what the browser complains of was meant
    return found;
  },
  async touch() {
    const page = await open({ viewport: { width: 700, height: 900 }, hasTouch: true, isMobile: true });
    await planned(page);
    const cdp = await page.context().newCDPSession(page);
    const touch = (type, ...at) => cdp.send("Input.dispatchTouchEvent", { type, touchPoints: at.map(([x, y]) => ({ x, y })) });
    const middle = async (here) => { const box = await here.boundingBox(); return [box.x + box.width / 2, box.y + box.height - 6]; };
    const to = meeting(page, "plenary-2009-05-15-am");
    const found = {};
    await row(page, "3").scrollIntoViewIfNeeded();
    const [x, y] = await middle(row(page, "3").locator("bdi"));
    await touch("touchStart", [x, y]); // a finger that moves at once scrolls
    for (let step = 1; step < 9; step++) await touch("touchMove", [x, y - 30 * step]);
    await touch("touchEnd");
    await page.waitForTimeout(300);
    found.scrolled = await page.evaluate(() => scrollY > 0 && !document.querySelector(".dragging"));
    await page.evaluate(() => scrollTo(0, 0));
    await row(page, "3").scrollIntoViewIfNeeded();
    await page.waitForTimeout(300);
    const from = await middle(row(page, "3").locator("bdi"));
    await touch("touchStart", from);
    await page.waitForFunction(() => document.querySelectorAll("[data-may]").length === 3);
    found.marks = await page.$$eval(".meeting", (all) => all.map((each) => each.dataset.may ?? ""));
    const before = await page.evaluate(() => scrollY);
    for (let step = 1; step < 9; step++) await touch("touchMove", [from[0] + step, from[1] - 3 * step]);
    found.stays = before === await page.evaluate(() => scrollY);
    const there = await middle(to);
    await touch("touchMove", there);
    found.over = await page.$$eval(".over", (all) => all.map((each) => each.dataset.meeting));
    await picture(page, "touch");
    await changing(page, () => touch("touchEnd"));
    found.moved = await page.textContent("#said");
    found.left = await page.$$eval(".ghost, .dragging, .over, [data-may]", (all) => all.length);
    return found;
  },
  async accessible() {
    const found = {};
    for (const [language, titles] of [["en", "ar"], ["fr", "zh"], ["en", "en"]]) {
      for (const colorScheme of ["light", "dark"]) {
        const page = await open({ colorScheme, bypassCSP: true });
        await look(page, { language, titles });
        if (!(await rows(page)).length) await planned(page);
        await page.evaluate(axe);
        const judge = async (name) => {
          const told = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"], iframes: false }));
          found[`${language} ${titles} ${colorScheme} ${name}`] = told.violations.map((each) => [each.id, each.nodes.map((node) => node.html)]);
        };
        await page.evaluate(() => document.querySelectorAll("details").forEach((each) => { each.open = true; }));
        await judge("page");
        await picture(page, `${titles}-${colorScheme}`);
        for (const opener of [".row .more", ".meeting [data-dialog=meeting]", "#move-chosen", "#open-publish", "#open-tonight"]) {
          await page.locator(opener).first().click();
          await page.waitForSelector("dialog[open] h2");
          await judge(opener);
          await page.keyboard.press("Escape");
        }
        await page.context().close();
      }
    }
    return found;
  },
  async states() {
    const page = await open({ colorScheme: "dark", bypassCSP: true }), found = {};
    const judge = async (name) => {
      await page.evaluate(axe);
      const told = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"], iframes: false }));
      found[name] = told.violations.map((each) => [each.id, each.nodes.map((node) => node.html)]);
      await picture(page, `state-${name}`);
    };
    if (!(await rows(page)).length) await planned(page);
    await look(page, { titles: "ar", columns: "rooms", days: "down" });
    await judge("rooms");
    await look(page, { columns: "hours", empty: "hidden" });
    await judge("hours");
    await look(page, { columns: "forums", days: "across" });
    await row(page, "5").locator(".more").focus();
    await changing(page, () => page.keyboard.press("Delete"));
    await page.locator('.broken a[href="#t-5"]').first().click();
    found.marked = await page.evaluate(() => document.querySelector(":target")?.dataset.item);
    await page.click("#preview > summary");
    await page.selectOption("#preview-paper-kind", "notice");
    await page.selectOption("#preview-language", "ar");
    found.notice = await page.frameLocator("#preview-paper").locator("pre").textContent();
    await judge("broken");
    await page.click("#open-tonight");
    await page.waitForSelector("dialog[open] .line");
    for (let more = 0; more < 3; more++) await page.locator("dialog [data-more]").first().click();
    found.lines = await page.locator("dialog [name='held.item']").count();
    await page.locator("dialog [name='held.item']").nth(3).selectOption({ index: 1 });
    await page.locator("dialog [name='held.outcome']").nth(3).selectOption("concluded");
    await page.fill("dialog [name=moment]", "2027-07-12 18:00");
    await page.selectOption("dialog [name=reason]", "progress-of-work");
    await page.click("dialog [data-into]");
    await page.waitForSelector("#previewed > *");
    await judge("tonight");
    found.outlook = await page.$$eval("#previewed summary", (all) => all.map((each) => each.textContent.split(" (")[0]));
    return found;
  },
  async narrow() {
    const found = {};
    for (const [name, width] of [["phone", 390], ["zoomed", 325]]) { // 325: 1300 at 400 %
      const page = await open({ viewport: { width, height: 800 } });
      if (!(await rows(page)).length) await planned(page);
      found[name] = await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
      await picture(page, name);
    }
    return found;
  },
  async timing() {
    const page = await open({}, "about:blank");
    const began = performance.now();
    await page.goto(address, { waitUntil: "commit" });
    await page.waitForSelector("#grid .row");
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    const found = { opened: performance.now() - began, rows: (await rows(page)).length, moves: [] };
    const cdp = await page.context().newCDPSession(page);
    await cdp.send("Performance.enable", { timeDomain: "threadTicks" });
    const busy = async () => (await cdp.send("Performance.getMetrics")).metrics.find((each) => each.name === "TaskDuration").value;
    const before = await busy();
    for (let step = 0; step < 50; step++) {
      found.moves.push(await page.evaluate(async (step) => {
        const all = [...document.querySelectorAll("#grid .row")].filter((row) => row.dataset.down !== undefined);
        const row = all[(step * 7) % all.length];
        const changed = new Promise((done) => new MutationObserver((_, observer) => (observer.disconnect(), done()))
          .observe(document.getElementById("board"), { attributeFilter: ["data-version"] }));
        const began = performance.now();
        row.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowDown", altKey: true, bubbles: true }));
        await changed;
        await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0))); // painted
        return performance.now() - began;
      }, step));
    }
    found.processor = (await busy() - before) * 1000 / 50;
    found.moves.sort((one, other) => one - other);
    found.median = found.moves[25];
    delete found.moves;
    return found;
  },
  async random() {
    const page = await open({ viewport: { width: 1300, height: 3000 } });
    const file = process.argv[5];
    await page.evaluate(() => {
      const fetched = window.fetch;
      window.asked = null;
      window.fetch = async (name, options) => {
        const answer = fetched(name, options);
        if (options?.method === "POST") window.asked = { name, fields: String(options.body), answer: answer.then((each) => each.status) };
        return answer;
      };
    });
    let seed = 20261128;
    const next = (below) => { seed = (seed * 1103515245 + 12345) % 2147483648; return Math.floor(seed / 65536) % below; };
    const shown = (page) => page.evaluate(() => ["grid", "tray", "verdict"].map((id) => document.getElementById(id).outerHTML.replace(/>\s+</g, "><")));
    const steps = [];
    let reloaded = 0, same = 0;
    for (let done = 0; done < Number(pictures); ) {
      const told = await page.evaluate(async ([kind, pick, other, where]) => {
        const all = [...document.querySelectorAll(".row")], placed = [...document.querySelectorAll("#grid .row")];
        const meetings = [...document.querySelectorAll(".meeting")];
        const any = (some, number) => some[number % some.length];
        const names = ["drag", "away", "pin", "remove", "up", "down", "undo", "redo", "move", "place", "split", "swap", "several", "unpin",
          "cancel", "hold", "retime", "room", "exchange", "save"];
        const name = any(names, kind), cancelled = [...document.querySelectorAll(".meeting.cancelled")];
        const waiting = [...document.querySelectorAll("#tray .row")], pinned = [...document.querySelectorAll("#grid .row.pinned")];
        // most are possible, some are refused
        const fit = { drag: all, place: waiting, unpin: pinned, undo: all, redo: all, save: all, cancel: all, hold: all }[name] ?? placed;
        const row = any(pick % 16 && fit.length ? fit : all, pick);
        const to = any(name === "hold" && cancelled.length ? cancelled : meetings, where), there = to.dataset.meeting;
        if (name === "cancel" && cancelled.length) return null;
        const { item, meeting } = row.dataset, two = placed[other % placed.length]?.dataset;
        const hours = [["15:30", "17:00"], ["10:00", "12:30"], ["15:00", "18:00"], ["10:00", "13:00"]][other % 4];
        const submit = (action, fields) => {
          const form = document.createElement("form");
          form.setAttribute("action", action);
          form.method = "post";
          for (const [name, value] of fields) {
            const input = document.createElement("input");
            [input.type, input.name, input.value] = ["hidden", name, value];
            form.append(input);
          }
          document.body.append(form);
          form.requestSubmit();
          form.remove();
        };
        const press = (key, altKey) => row.dispatchEvent(new KeyboardEvent("keydown", { key, altKey, bubbles: true, cancelable: true }));
        const point = (type, here, box, y) => here.dispatchEvent(new PointerEvent(type, {
          pointerId: 1, pointerType: "mouse", bubbles: true, clientX: box.x + box.width / 2, clientY: y }));
        const drag = (over) => {
          const from = row.getBoundingClientRect(), box = over.getBoundingClientRect();
          point("pointerdown", row, from, from.y + 4);
          point("pointermove", row, from, from.y + 14);
          point("pointermove", over, box, box.bottom - 4);
          point("pointerup", over, box, box.bottom - 4);
        };
        const form = (verb, more) => () => submit("do", Object.entries({ verb, ...more }));
        const acts = {
          drag: () => drag(to), away: () => drag(document.getElementById("tray")),
          pin: () => press("p"), remove: () => press("Delete"), up: () => press("ArrowUp", true), down: () => press("ArrowDown", true),
          undo: () => row.dispatchEvent(new KeyboardEvent("keydown", { key: "z", ctrlKey: true, bubbles: true })),
          redo: () => row.dispatchEvent(new KeyboardEvent("keydown", { key: "y", ctrlKey: true, bubbles: true })),
          move: form("move", { item, meeting, to: there }), place: form("place", { item, to: there }),
          split: form("split", { item, meeting, to: there, minutes: ["", "30"][other % 2] }),
          swap: form("swap", { item, meeting, other_row: `${two?.item}\t${two?.meeting}` }),
          several: () => submit("do", [["verb", "move"], ["to", there], ["row", `${item}\t${meeting}`], ["row", `${two?.item}\t${two?.meeting}`]]),
          unpin: form("unpin", { item, meeting }), cancel: form("cancel", { meeting: there }), hold: form("hold", { meeting: there }),
          retime: form("retime", { meeting: there, opens: hours[0], closes: hours[1] }),
          room: form("room", { meeting: there, room: ["", "C1", "C2"][other % 3] }),
          exchange: form("swap_meetings", { meeting: there, other: meetings[other % meetings.length].dataset.meeting }),
          save: () => submit("save", []),
        };
        const before = document.getElementById("board").dataset.shown;
        window.asked = null;
        acts[name]();
        await new Promise((done) => setTimeout(done, 0));
        if (!window.asked) return null;
        const { name: route, fields, answer } = window.asked, status = await answer;
        while (document.getElementById("board").dataset.shown === before) await new Promise((done) => setTimeout(done, 0));
        const rows = [...document.querySelectorAll("#grid .row")].map(({ dataset }) => [dataset.meeting, dataset.item, dataset.pinned]);
        return { act: name, route, fields, status, rows };
      }, [next(1000), next(1000), next(1000), next(1000)]);
      if (!told) continue;
      if (told.route === "save" && told.status === 200) told.file = readFileSync(file, "utf8");
      steps.push(told);
      done += told.status === 200;
      if (told.status === 200 && done % 50 === 0) {
        const live = await shown(page);
        const fresh = await page.context().newPage();
        await fresh.setViewportSize({ width: 1300, height: 3000 });
        await fresh.goto(address);
        const anew = await shown(fresh);
        await fresh.close();
        reloaded += 1;
        same += await page.evaluate((both) => {
          const [one, other] = both.map((html) => new DOMParser().parseFromString(html.join(""), "text/html").body);
          return one.isEqualNode(other);
        }, [live, anew]);
      }
    }
    return { steps, reloaded, same };
  },
};
const found = await scenarios[scenario]();
await browser.close();
console.log(JSON.stringify({ found, asked, said }));
