import { load, report } from "./_reader.mjs";

const ICAL = load("ical.js").default ?? load("ical.js");

report((text) => {
  const calendar = new ICAL.Component(ICAL.parse(text));
  ICAL.TimezoneService.reset();
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  return calendar.getAllSubcomponents("vevent").map((part) => {
    const event = new ICAL.Event(part);
    return [event.uid, event.startDate.toUnixTime(), event.endDate.toUnixTime()];
  });
});
