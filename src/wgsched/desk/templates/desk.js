// The desk's page: forms are sent and the board is morphed into the answer; rows are dragged; dialogs come from the desk.
const PATIENCE = 600; // milliseconds between two looks at planning
const dialog = document.getElementById("dialog");
const board = () => document.getElementById("board");
const chosen = () => [...document.querySelectorAll(".row > input:checked")].map((box) => box.parentElement);
const named = (row) => `${row.dataset.item}\t${row.dataset.meeting}`;

// --- morphing: what stays keeps its element, so that focus, scrolling and chosen boxes stay too

let same = new Map(); // what is only named in the answer, because the page shows it already
function morph(old, now) {
  if (old.tagName === "IFRAME" || now.hasAttribute("data-same")) return;
  for (const { name } of [...old.attributes]) {
    if (!now.hasAttribute(name) && !(name === "open" && old.tagName === "DETAILS")) old.removeAttribute(name);
  }
  for (const { name, value } of now.attributes) if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  const byId = (parent) => new Map([...parent.children].filter((each) => each.id).map((each) => [each.id, each]));
  const kept = byId(old), wanted = byId(now);
  for (const [id, each] of kept) if (!wanted.has(id)) each.remove();
  let here = old.firstChild;
  for (const next of [...now.childNodes]) {
    let match = next.id ? kept.get(next.id) ?? same.get(next.id) : here;
    while (match && !next.id && (match.id || match.nodeName !== next.nodeName)) match = match.nextSibling;
    if (!match) {
      old.insertBefore(next, here);
      continue;
    }
    if (match === here) here = here.nextSibling;
    else old.insertBefore(match, here);
    if (match.nodeType === Node.ELEMENT_NODE) morph(match, next);
    else if (match.nodeValue !== next.nodeValue) match.nodeValue = next.nodeValue;
  }
  while (here) {
    const after = here.nextSibling;
    here.remove();
    here = after;
  }
}

function show(html) {
  const focused = document.activeElement?.id;
  const now = new DOMParser().parseFromString(html, "text/html").getElementById("board");
  if (!now) return;
  same = new Map([...now.querySelectorAll("[data-same]")].map(({ id }) => [id, document.getElementById(id)]));
  morph(board(), now);
  if (focused && document.activeElement?.id !== focused) document.getElementById(focused)?.focus();
  filter();
  preview();
  wait();
}

// --- asking the desk

const shown = () => ({ shown: board().dataset.shown }); // what the page has is not sent again
let sending = Promise.resolve();
function send(action, fields) {
  sending = sending.then(() => sent(action, fields));
  return sending;
}

async function sent(action, fields) {
  if (fields.has("version")) fields.set("version", board().dataset.version);
  else fields.append("version", board().dataset.version);
  try {
    const answer = await fetch(action, { method: "POST", body: fields, headers: shown() });
    const html = await answer.text();
    if (answer.ok || answer.status === 409) show(html);
    else tell(html);
    return answer.ok;
  } catch {
    silent();
    return false;
  }
}

// What is answered to something that changes nothing, such as a dialog; why there is none is told beside the board.
async function read(name, options) {
  try {
    const answer = await fetch(name, options);
    const text = await answer.text();
    if (answer.ok) return text;
    tell(text);
  } catch {
    silent();
  }
  return null;
}

const silent = () => tell(document.documentElement.lang === "fr" ? "Le bureau ne répond pas." : "The desk does not answer.");

function tell(text) {
  document.getElementById("refused").textContent = text;
}

let waiting = 0;
function wait() {
  clearTimeout(waiting);
  if (board().hasAttribute("data-planning")) {
    waiting = setTimeout(() => {
      sending = sending.then(async () => {
        const answer = await fetch("board", { headers: shown() }).catch(() => null);
        if (answer?.ok) show(await answer.text());
      });
    }, PATIENCE);
  }
}

function put(element, html) {
  element.replaceChildren(...new DOMParser().parseFromString(html, "text/html").body.childNodes);
}

const post = (fields) => send("do", new URLSearchParams(fields));

document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (form.method === "dialog") return;
  event.preventDefault();
  const fields = new URLSearchParams(new FormData(form));
  const into = event.submitter?.dataset.into;
  if (into) {
    fields.set("version", board().dataset.version);
    const html = await read(event.submitter.getAttribute("formaction"), { method: "POST", body: fields });
    if (html !== null) put(document.getElementById(into), html);
    return;
  }
  if (dialog.contains(form)) dialog.close();
  const done = await send(form.getAttribute("action"), fields);
  if (done && form.hasAttribute("data-reload")) location.reload();
});

// --- dialogs

let opener = "";
let looking = null; // the desk looks where a row may go
async function open(name, fields) {
  opener = document.activeElement?.id ?? "";
  const html = await read(`${name}?${new URLSearchParams(fields)}`);
  if (html === null) return;
  put(dialog, html);
  if (!dialog.open) dialog.showModal();
  if (name === "row") look(fields);
}

async function look(row) {
  const list = dialog.querySelector("[data-places]");
  if (!list) return;
  const found = [];
  looking?.stop();
  looking = where(row, "yes", (told) => found.push(told));
  if (!(await looking.done)) return;
  found.sort((one, other) => one.rank.map((each, place) => each - other.rank[place]).find(Boolean) ?? 0);
  put(list, found.map((told) => told.line).join(""));
  list.removeAttribute("aria-busy");
  filter();
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-dialog]");
  if (!button) return;
  const { dialog: name, item, meeting } = button.dataset;
  if (name === "rows") open(name, chosen().map((row) => ["row", named(row)]));
  else open(name, item === undefined ? { meeting: meeting ?? "" } : { item, meeting });
});
dialog.addEventListener("close", () => {
  looking?.stop();
  document.getElementById(opener)?.focus();
});
dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());

// --- one more line of a form

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-more]");
  if (!button) return;
  const line = button.previousElementSibling.cloneNode(true);
  for (const field of line.querySelectorAll("input, select")) field.value = "";
  button.before(line);
  line.querySelector("select").focus();
});

// --- the keyboard, on a row or its button

document.addEventListener("keydown", (event) => {
  if (dialog.open || event.target.matches("input:not([type=checkbox]), select, textarea")) return;
  if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "z") {
    event.preventDefault();
    send(event.shiftKey ? "redo" : "undo", new URLSearchParams());
    return;
  }
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "y") {
    event.preventDefault();
    send("redo", new URLSearchParams());
    return;
  }
  const row = event.target.closest(".row");
  if (!row || event.ctrlKey || event.metaKey) return;
  const { item, meeting, up, down, pinned } = row.dataset;
  const before = { ArrowUp: up, ArrowDown: down }[event.key];
  if (event.altKey && before !== undefined) post({ verb: "move", item, meeting, to: meeting, before });
  else if (event.altKey) return;
  else if (event.key === "m") open("row", { item, meeting });
  else if (event.key === "p" && meeting) post({ verb: pinned ? "unpin" : "pin", item, meeting });
  else if (event.key === "Delete" && meeting) post({ verb: "take_out", item, meeting });
  else return;
  event.preventDefault();
});

// --- where a row may go: the desk tells of one meeting after another

function where({ item, meeting }, listed, tell) {
  const asked = new AbortController();
  const read = async () => {
    const answer = await fetch(`where?${new URLSearchParams({ item, meeting, listed })}`, { signal: asked.signal });
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    for (let rest = "", part; !(part = await reader.read()).done; ) {
      const lines = (rest + part.value).split("\n");
      rest = lines.pop();
      if (asked.signal.aborted) return false;
      for (const line of lines) tell(JSON.parse(line));
    }
    return answer.ok;
  };
  return { done: read().catch(() => false), stop: () => asked.abort() };
}

// --- dragging, by mouse, pen or finger

const NEAR = 5; // pixels that a mouse goes before it drags
const HOLD = 350; // milliseconds that a finger rests before it drags, and does not scroll
const EDGE = 50; // pixels from the edge of the window at which it scrolls
const SIGNS = { yes: "✓", breaks: "!", no: "✕" };
let press = null; // the row under a pointer that is down, and where
let drag = null; // once it is dragged

document.addEventListener("pointerdown", (event) => {
  const row = event.target.closest?.(".row");
  if (!row || event.button || event.target.closest("button, input, a")) return;
  letGo();
  const { pointerId: id, clientX: x, clientY: y } = event;
  press = { row, id, x, y, hold: event.pointerType === "touch" ? setTimeout(lift, HOLD) : 0 };
});
document.addEventListener("pointermove", (event) => {
  if (event.pointerId !== press?.id) return;
  if (!drag) {
    if (Math.hypot(event.clientX - press.x, event.clientY - press.y) < NEAR) return;
    if (press.hold) return letGo();
    lift();
  }
  [press.x, press.y] = [event.clientX, event.clientY];
  hover();
});
document.addEventListener("pointerup", (event) => {
  if (event.pointerId !== press?.id) return;
  const { over, row } = drag ?? {}, { y } = press;
  const may = over?.dataset.may, why = over?.querySelector(".may")?.textContent;
  letGo();
  if (!over || !row.isConnected) return;
  if (may === "no") tell(why);
  else putDown(row, over, y);
});
document.addEventListener("pointercancel", letGo);
document.addEventListener("keydown", (event) => drag && event.key === "Escape" && letGo());
document.addEventListener("touchmove", (event) => drag && event.preventDefault(), { passive: false });
document.addEventListener("contextmenu", (event) => press?.hold && event.preventDefault());

function lift() {
  const ghost = press.row.cloneNode(true);
  for (const each of [ghost, ...ghost.querySelectorAll("[id]")]) each.removeAttribute("id");
  ghost.classList.replace("row", "ghost");
  ghost.setAttribute("aria-hidden", "true");
  ghost.style.width = `${press.row.offsetWidth}px`;
  document.body.append(ghost);
  document.body.classList.add("dragging");
  press.row.classList.add("dragged");
  drag = { row: press.row, ghost, over: null, asked: where(press.row.dataset, "", mark) };
  hover();
}

function mark({ meeting: key, may, text }) {
  const meeting = document.querySelector(`.meeting[data-meeting="${CSS.escape(key)}"]`);
  if (!meeting) return;
  meeting.dataset.may = may;
  meeting.querySelector(".may").textContent = `${SIGNS[may]} ${text}`;
}

function hover() {
  drag.ghost.style.transform = `translate(${press.x + 8}px, ${press.y + 8}px)`;
  const over = document.elementFromPoint(press.x, press.y)?.closest(".meeting, [data-tray]") ?? null;
  if (over !== drag.over) {
    drag.over?.classList.remove("over");
    over?.classList.add("over");
    drag.over = over;
  }
  if (!drag.scrolling) scroll();
}

function scroll() {
  if (!drag) return;
  const by = press.y < EDGE ? press.y - EDGE : Math.max(0, press.y - innerHeight + EDGE);
  drag.scrolling = by && requestAnimationFrame(() => { drag && (drag.scrolling = 0, hover()); });
  if (by) scrollBy(0, by / 3);
}

function letGo() {
  clearTimeout(press?.hold);
  press = null;
  if (!drag) return;
  drag.asked.stop();
  drag.ghost.remove();
  drag.row.classList.remove("dragged");
  document.body.classList.remove("dragging");
  drag = null;
  for (const each of document.querySelectorAll(".over")) each.classList.remove("over");
  for (const each of document.querySelectorAll("[data-may]")) {
    delete each.dataset.may;
    each.querySelector(".may").textContent = "";
  }
}

function putDown(dragged, over, y) {
  const rows = dragged.querySelector("input").checked ? chosen() : [dragged];
  const fields = rows.filter((row) => !over.matches("[data-tray]") || row.dataset.meeting).map((row) => ["row", named(row)]);
  if (!fields.length) return;
  if (over.matches("[data-tray]")) {
    post([["verb", "take_out"], ...fields]);
    return;
  }
  const below = [...over.querySelectorAll(".row")].find((row) => {
    const box = row.getBoundingClientRect();
    return !rows.includes(row) && y < box.top + box.height / 2;
  });
  post([["verb", "move"], ["to", over.dataset.meeting], ["before", below?.dataset.item ?? ""], ...fields]);
}

// --- finding among what is not placed, or among the meetings of a dialog

function filter() {
  for (const input of document.querySelectorAll("[data-filter]")) {
    const words = input.value.toLocaleLowerCase();
    for (const each of document.querySelectorAll(input.dataset.filter)) each.hidden = !(each.dataset.words ?? each.textContent).toLocaleLowerCase().includes(words);
  }
}
document.addEventListener("input", (event) => event.target.matches("[data-filter]") && filter());

// --- the preview: the paper as it would be, renewed when the programme changes

function preview() {
  const frame = document.getElementById("preview-paper");
  const language = document.getElementById("preview-language").value;
  const kind = document.getElementById("preview-paper-kind").value;
  const address = `paper?${new URLSearchParams({ kind, language, version: board().dataset.version })}`;
  if (document.getElementById("preview").open && frame.getAttribute("src") !== address) frame.setAttribute("src", address);
}
document.addEventListener("change", (event) => event.target.matches("[data-preview]") && preview());
document.addEventListener("toggle", preview, true);
wait();
