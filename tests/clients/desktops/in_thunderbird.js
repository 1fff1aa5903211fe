// Subscribes to feeds in Thunderbird, as its dialogue does, and tells what it holds. Run inside Thunderbird.
const { cal } = ChromeUtils.importESModule("resource:///modules/calendar/calUtils.sys.mjs");

function find(name) {
  return cal.manager.getCalendars().find(calendar => calendar.name == name);
}

// A day as eight digits, or an instant in seconds.
function moment(found) {
  return found.isDate ? found.icalString : found.nativeTime / 1e6;
}

function shown(item) {
  return {
    uid: item.id,
    opens: moment(item.startDate),
    closes: moment(item.endDate),
    summary: item.title,
    location: item.getProperty("LOCATION") ?? "",
    status: item.status,
    description: item.getProperty("DESCRIPTION") ?? "",
  };
}

const verbs = {
  async subscribe(name, url) {
    // Of all that the dialogue tries, only this: the search for CalDAV asks the domain name system.
    const [calendar] = await cal.provider.ics.detectCalendars("", "", url);
    calendar.name = name;
    calendar.readOnly = true;
    calendar.setProperty("cache.enabled", true);
    cal.manager.registerCalendar(calendar);
    return calendar.type;
  },

  refresh(name) {
    find(name).refresh();
  },

  async events(name) {
    const calendar = find(name);
    const items = await calendar.getItemsAsArray(calendar.ITEM_FILTER_ALL_ITEMS, 0, null, null);
    return items.map(shown);
  },
};

const [verb, ...given] = arguments;
return verbs[verb](...given);
