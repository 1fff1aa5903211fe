import { load, report, seconds } from "./_reader.mjs";

const { convertIcsCalendar } = load("ts-ics");

report((text) =>
  convertIcsCalendar(undefined, text).events.map((event) => [event.uid, seconds(event.start.date), seconds(event.end.date)]),
);
