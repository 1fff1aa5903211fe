// Works on the page alone: no other host is asked, nothing is stored. Without it the page shows everything.
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

  // Finding: a card is shown when it answers every question that is asked.
  const cards = all(".day .card");
  const texts = new Map(cards.map((card) => [card, plainly(card.textContent + card.closest(".day").querySelector("h3").textContent)]));
  function plainly(text) {
    return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  }
  const field = (name) => form.elements.namedItem(name);
  const asked = (name) => (field(name) ? field(name).value : "");
  const has = (card, name, value) => !value || (card.dataset[name] || "").split(" ").includes(value);
  function find() {
    const words = plainly(asked("words")).split(/\s+/).filter(Boolean);
    let count = 0;
    cards.forEach((card) => {
      const shown = words.every((word) => texts.get(card).includes(word))
        && has(card, "items", asked("item")) && has(card, "forum", asked("forum"))
        && has(card, "languages", asked("interpreted"))
        && (!asked("day") || card.closest(".day").dataset.day === asked("day"));
      card.hidden = !shown;
      count += shown ? 1 : 0;
    });
    all(".hour").forEach((hour) => { hour.hidden = !one(".card:not([hidden])", hour); });
    all(".day").forEach((day) => { day.hidden = !one(".card:not([hidden])", day); });
    const status = one(".found", form);
    const asking = words.length || ["item", "forum", "day", "interpreted"].some(asked);
    status.textContent = !asking ? "" : count ? status.dataset.found.replace("#", count) : status.dataset.nothing;
  }
  form.addEventListener("input", find);
  form.addEventListener("reset", () => setTimeout(find));
  form.addEventListener("submit", (event) => event.preventDefault());

  // One's own programme: the chosen items stand in the page's address, so that the address can be kept and shared.
  const boxes = all("[data-item]");
  const chosen = new Set(read());
  function read() {
    const found = /^#mine=(.*)$/.exec(location.hash);
    const known = new Set(boxes.map((box) => box.dataset.item));
    return found ? found[1].split(",").filter((key) => known.has(key)) : [];
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
      const option = all("option", field("item")).find((each) => each.value === key);
      const feed = all(".more .feed").find((each) => each.dataset.file === "item-" + key + ".ics");
      const item = document.createElement("li");
      if (feed) item.append(feed.cloneNode(true));
      else item.textContent = option ? option.textContent : key;
      return item;
    }));
  }
  boxes.forEach((box) => box.addEventListener("change", () => {
    if (box.checked) chosen.add(box.dataset.item);
    else chosen.delete(box.dataset.item);
    history.replaceState(null, "", chosen.size ? link() : "#programme");
    show();
  }));
  window.addEventListener("hashchange", () => {
    if (!location.hash.startsWith("#mine=")) return;
    chosen.clear();
    read().forEach((key) => chosen.add(key));
    show();
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
  find();
})();
