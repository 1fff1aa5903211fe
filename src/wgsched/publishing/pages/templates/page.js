// Works on the page alone: no other host is asked. What a reader chooses is kept in their own browser, and nowhere else.
// Without it the page shows everything.
(function () {
  "use strict";
  const root = document.documentElement;
  root.classList.add("script");
  const all = (what, where) => Array.from((where || document).querySelectorAll(what));
  const one = (what, where) => (where || document).querySelector(what);
  const served = location.protocol === "http:" || location.protocol === "https:";

  // Addresses: where the folder's address was not known when it was written, the page's own tells it.
  const address = (feed) => feed.dataset.address || new URL(feed.dataset.file, location.href).href;
  const webcal = (found) => (/^https?:/.test(found) ? found.replace(/^https?:/, "webcal:") : found);
  if (served) {
    all(".feed").forEach((feed) => {
      one(".webcal", feed).href = webcal(address(feed));
      one(".plain", feed).href = address(feed);
    });
  }

  async function copy(text, button) {
    try {
      await navigator.clipboard.writeText(text);
    } catch (refused) {
      const field = document.createElement("textarea");
      field.value = text;
      document.body.append(field);
      field.select();
      document.execCommand("copy");
      field.remove();
    }
    const said = button.textContent;
    button.textContent = button.dataset.copied;
    setTimeout(() => { button.textContent = said; }, 1500);
  }
  document.addEventListener("click", (event) => {
    const button = event.target.closest(".copy");
    if (button) copy(address(button.closest(".feed")), button);
  });

  const form = one(".filter");
  if (!form) return;
  if (matchMedia("(min-width: 48rem)").matches) one(".finding").open = true;

  // The reader's own hours beside those of the place, where the two differ; an estimate has none.
  const zone = (form.ownerDocument.documentElement.lang || "en") + "-u-nu-latn";
  const hours = all(".hour").map((block) => ({
    block, from: new Date(block.dataset.from), to: new Date(block.dataset.to), said: one("h4", block).textContent,
  }));
  const offset = (text) => { const found = /([+-])(\d\d):?(\d\d)$/.exec(text); return found ? (found[1] + 1) * (found[2] * 60 + +found[3]) : 0; };
  hours.forEach(({ block, from, to }) => {
    if ("estimated" in block.dataset || offset(block.dataset.from) === -from.getTimezoneOffset()) return;
    const shown = { hour: "numeric", minute: "2-digit", hourCycle: one(".now").dataset.clock };
    const day = (moment) => moment.toLocaleDateString("sv");
    if ([from, to].some((moment) => day(moment) !== block.closest(".day").dataset.day)) shown.weekday = "short";
    const own = document.createElement("span");
    own.className = "own";
    own.textContent = one(".now").dataset.own.replace("#", new Intl.DateTimeFormat(zone, shown).formatRange(from, to));
    one("h4", block).append(own);
  });

  // Now and next, looked up again each minute.
  function line(card, hour) {
    const item = document.createElement("li"), link = document.createElement("a");
    const title = one(".title", card), room = "room" in card.dataset ? one(".room", card).textContent : "";
    const said = [hour.said, title ? title.textContent : "", card.dataset.brief, room];
    link.href = "#" + card.id;
    link.textContent = said.filter((text, place) => text && said.indexOf(text) === place).join(" \u00b7 ");
    item.append(link);
    return item;
  }
  function look() {
    const moment = new Date();
    const held = hours.map((hour) => ({ hour, cards: all(".card:not(.cancelled)", hour.block) })).filter(({ cards }) => cards.length);
    const later = held.filter(({ hour }) => hour.from > moment);
    const first = later.length ? Math.min(...later.map(({ hour }) => +hour.from)) : 0;
    const found = {
      now: held.filter(({ hour }) => hour.from <= moment && moment < hour.to),
      next: later.filter(({ hour }) => +hour.from === first),
    };
    Object.entries(found).forEach(([when, there]) => {
      const part = one(`.now [data-when=${when}]`);
      part.hidden = !there.length;
      const day = (hour) => (hour.from.toDateString() === moment.toDateString() ? "" : one("h3", hour.block.closest(".day")).textContent.trim() + ", ");
      one("ul", part).replaceChildren(...there.flatMap(({ hour, cards }) => cards.map((card) => line(card, { said: day(hour) + hour.said.trim() }))));
    });
    one(".now").hidden = !found.now.length && !found.next.length;
  }
  look();
  setInterval(look, 60000);

  // Finding: a card is shown when it answers every question that is asked.
  const cards = all(".day .card");
  const texts = new Map(cards.map((card) => [card, plainly(card.textContent + card.closest(".day").querySelector("h3").textContent)]));
  function plainly(text) {
    return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  }
  const field = (name) => form.elements.namedItem(name);
  const asked = (name) => {
    const box = field(name);
    return !box || (box.type === "checkbox" && !box.checked) ? "" : box.value;
  };
  const has = (card, name, value) => !value || (card.dataset[name] || "").split(" ").includes(value);
  function find() {
    const words = plainly(asked("words")).split(/\s+/).filter(Boolean);
    let count = 0;
    cards.forEach((card) => {
      const shown = words.every((word) => texts.get(card).includes(word))
        && has(card, "items", asked("item")) && has(card, "forum", asked("forum"))
        && has(card, "people", asked("person")) && has(card, "languages", asked("interpreted"))
        && (!asked("only") || (card.dataset.items || "").split(" ").some((key) => chosen.has(key)))
        && (!asked("day") || card.closest(".day").dataset.day === asked("day"));
      card.hidden = !shown;
      count += shown ? 1 : 0;
    });
    boxes.filter((box) => box.closest(".rows")).forEach((box) => { box.closest("li").hidden = !!asked("only") && !chosen.has(box.dataset.item); });
    all(".hour").forEach((hour) => { hour.hidden = !one(".card:not([hidden])", hour); });
    all(".day").forEach((day) => { day.hidden = !one(".card:not([hidden])", day); });
    const status = one(".found", form);
    const asking = words.length || sought.some(asked);
    if (asking) one(".finding").open = true;
    status.textContent = !asking ? "" : count ? status.dataset.found.replace("#", count) : status.dataset.nothing;
  }
  const sought = ["item", "forum", "person", "day", "interpreted", "only"];
  form.addEventListener("input", () => { find(); keep(); });
  form.addEventListener("reset", () => setTimeout(() => { find(); keep(); }));
  form.addEventListener("submit", (event) => event.preventDefault());

  // The chosen items, and what is looked for, stand in the page's address: it can be kept, shared, and read in another language.
  // The browser keeps what a reader chose, and brings it back where the address says nothing else. It may refuse to.
  const shelf = "wgsched " + new URL("..", location.href).pathname;
  const boxes = all("[data-item]");
  const chosen = new Set(read());
  function read() {
    const known = new Set(boxes.map((box) => box.dataset.item));
    return (said().has("mine") ? said().get("mine") : kept()).split(",").filter((key) => known.has(key));
  }
  function kept() {
    try { return localStorage.getItem(shelf) || ""; } catch (refused) { return ""; }
  }
  function store() {
    try { localStorage.setItem(shelf, Array.from(chosen).join(",")); } catch (refused) { /* the address keeps it */ }
  }
  function said() {
    return new Map(location.hash.slice(1).split("&").map((part) => part.split("=")).filter((part) => part.length === 2));
  }
  function seek() {
    const told = said();
    sought.filter(field).forEach((name) => {
      const value = told.get(name) || "";
      if (field(name).type === "checkbox") field(name).checked = !!value;
      else field(name).value = all("option", field(name)).some((option) => option.value === value) ? value : "";
    });
    find();
  }
  function keep() {
    const mine = chosen.size ? ["mine=" + Array.from(chosen).join(",")] : [];
    const address = [...mine, ...sought.filter(asked).map((name) => name + "=" + asked(name))].join("&");
    history.replaceState(null, "", "#" + (address || "programme"));
    carry();
  }
  function carry() {
    all(".languages a").forEach((other) => { other.hash = location.hash; });
  }
  // A feed of all that is chosen is to be had only where the folder's own server serves it; else one feed for each.
  let offered = false;
  if (served) {
    fetch("mine.json").then((answer) => answer.json()).then((told) => { offered = told.feeds; show(); }).catch(() => {});
  }
  function own() {
    const feed = one(".subscribe > .feed").cloneNode(true);
    all(".qr", feed).forEach((picture) => picture.remove());
    delete feed.dataset.address;
    feed.dataset.file = "mine/" + Array.from(chosen).sort().join("+") + ".ics";
    one(".webcal", feed).href = webcal(address(feed));
    one(".plain", feed).href = address(feed);
    return feed;
  }
  const link = () => new URL("#mine=" + Array.from(chosen).join(","), location.href).href;
  function show() {
    boxes.forEach((box) => { box.checked = chosen.has(box.dataset.item); });
    one(".mine-full").hidden = !chosen.size;
    one(".mine-empty").hidden = !!chosen.size;
    one(".mine-link").href = link();
    one(".mine-own").replaceChildren(...(offered && chosen.size ? [own()] : []));
    one(".mine-feeds").hidden = offered;
    const list = one(".mine-feeds");
    list.replaceChildren(...Array.from(chosen).map((key) => {
      const option = all("#item option").find((each) => each.value === key);
      const feed = all(".more .feed").find((each) => ["item-" + key + ".ics", key + ".ics"].includes(each.dataset.file));
      const item = document.createElement("li");
      if (feed) item.append(feed.cloneNode(true));
      else item.textContent = option ? option.textContent : key;
      return item;
    }));
  }
  boxes.forEach((box) => box.addEventListener("change", () => {
    if (box.checked) chosen.add(box.dataset.item);
    else chosen.delete(box.dataset.item);
    store();
    keep();
    show();
    find();
  }));
  window.addEventListener("hashchange", () => {
    carry();
    if (!said().size) return;
    chosen.clear();
    read().forEach((key) => chosen.add(key));
    show();
    seek();
  });
  one(".mine-copy").addEventListener("click", (event) => copy(link(), event.currentTarget));
  one(".mine-save").addEventListener("click", () => {
    const script = document.createElement("script");
    script.src = "items.js";
    script.onload = () => {
      const parts = window.wgschedItems;
      const events = parts.events.filter((event) => event.items.some((key) => chosen.has(key)));
      const text = parts.head + events.map((event) => event.text).join("") + "END:VCALENDAR\r\n";
      const saved = document.createElement("a");
      saved.href = URL.createObjectURL(new Blob([text], { type: "text/calendar" }));
      saved.download = "programme.ics";
      saved.click();
    };
    document.head.append(script);
  });
  show();
  seek();
  if (chosen.size && !location.hash) keep();
  carry();
})();
