import { load, report, seconds } from "./_reader.mjs";

const ical = load("node-ical");

report((text) =>
  Object.values(ical.sync.parseICS(text))
    .filter((part) => part.type === "VEVENT")
    .map((event) => [event.uid, seconds(event.start), seconds(event.end)]),
);
