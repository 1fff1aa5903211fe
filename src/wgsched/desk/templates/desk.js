// The desk's page: forms are sent and the board is morphed into the answer; rows are dragged; dialogs come from the desk.
const PATIENCE = 600; // milliseconds between two looks at planning
const dialog = document.getElementById("dialog");
const board = () => document.getElementById("board");
const chosen = () => [...document.querySelectorAll(".row > input:checked")].map((box) => box.parentElement);
const named = (row) => `${row.dataset.item}\t${row.dataset.meeting}`;

// --- morphing: what stays keeps its element, so that focus, scrolling and chosen boxes stay too

function morph(old, now) {
  if (old.tagName === "IFRAME" || now.hasAttribute("data-same")) return;
  for (const { name } of [...old.attributes]) {
    if (!now.hasAttribute(name) && !(name === "open" && old.tagName === "DETAILS")) old.removeAttribute(name);
  }
  for (const { name, value } of now.attributes) if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  const kept = new Map([...old.children].filter((each) => each.id).map((each) => [each.id, each]));
  let here = old.firstChild;
  for (const next of [...now.childNodes]) {
    let match = next.id ? kept.get(next.id) : here;
    if (!match && next.dataset?.same !== undefined) match = document.getElementById(next.id);
    if (match && !next.id && (match.id || match.nodeName !== next.nodeName)) match = null;
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
    tell(document.documentElement.lang === "fr" ? "Le bureau ne répond pas." : "The desk does not answer.");
    return false;
  }
}

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
    const answer = await fetch(event.submitter.getAttribute("formaction"), { method: "POST", body: fields });
    put(document.getElementById(into), await answer.text());
    return;
  }
  if (dialog.contains(form)) dialog.close();
  const done = await send(form.getAttribute("action"), fields);
  if (done && form.hasAttribute("data-reload")) location.reload();
});

// --- dialogs

let opener = "";
async function open(name, fields) {
  opener = document.activeElement?.id ?? "";
  const answer = await fetch(`${name}?${new URLSearchParams(fields)}`);
  put(dialog, await answer.text());
  if (!dialog.open) dialog.showModal();
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-dialog]");
  if (!button) return;
  const { dialog: name, item, meeting } = button.dataset;
  if (name === "rows") open(name, chosen().map((row) => ["row", named(row)]));
  else open(name, item === undefined ? { meeting: meeting ?? "" } : { item, meeting });
});
dialog.addEventListener("close", () => document.getElementById(opener)?.focus());
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

// --- dragging: where a row may go is shown as soon as the desk knows

let dragged = null;
const target = (event) => event.target.closest?.(".meeting, [data-tray]");
function marked(where) {
  for (const meeting of document.querySelectorAll(".meeting")) {
    const told = where?.[meeting.dataset.meeting];
    const may = meeting.querySelector(".may");
    if (told) {
      meeting.dataset.may = told.split(" ", 1)[0];
      may.textContent = { yes: "✓ ", breaks: "! ", no: "✕ " }[meeting.dataset.may] + told.slice(told.indexOf(" ") + 1);
    } else {
      delete meeting.dataset.may;
      may.textContent = "";
    }
  }
}

document.addEventListener("dragstart", async (event) => {
  const row = event.target.closest?.(".row");
  if (!row) return;
  dragged = row;
  event.dataTransfer.effectAllowed = "move";
  event.dataTransfer.setData("text/plain", row.dataset.item);
  row.classList.add("dragged");
  const answer = await fetch(`where?${new URLSearchParams({ item: row.dataset.item, meeting: row.dataset.meeting })}`);
  if (answer.ok && dragged === row) marked(await answer.json());
});
document.addEventListener("dragover", (event) => {
  const over = dragged && target(event);
  document.querySelectorAll(".over").forEach((each) => each !== over && each.classList.remove("over"));
  if (!over || over.dataset.may === "no") return;
  event.preventDefault();
  over.classList.add("over");
});
document.addEventListener("dragend", () => {
  dragged?.classList.remove("dragged");
  dragged = null;
  marked(null);
  document.querySelectorAll(".over").forEach((each) => each.classList.remove("over"));
});
document.addEventListener("drop", (event) => {
  const over = dragged && target(event);
  if (!over) return;
  event.preventDefault();
  const rows = dragged.querySelector("input").checked ? chosen() : [dragged];
  const fields = rows.filter((row) => !over.matches("[data-tray]") || row.dataset.meeting).map((row) => ["row", named(row)]);
  if (!fields.length) return;
  if (over.matches("[data-tray]")) {
    post([["verb", "take_out"], ...fields]);
    return;
  }
  const below = [...over.querySelectorAll(".row")].find((row) => {
    const box = row.getBoundingClientRect();
    return !rows.includes(row) && event.clientY < box.top + box.height / 2;
  });
  post([["verb", "move"], ["to", over.dataset.meeting], ["before", below?.dataset.item ?? ""], ...fields]);
});

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
