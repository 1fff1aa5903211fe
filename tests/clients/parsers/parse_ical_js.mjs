// Prints ical.js's own parse of a file: jCal.
import fs from "node:fs";
import { load } from "./_reader.mjs";

const ICAL = load("ical.js").default ?? load("ical.js");

process.stdout.write(JSON.stringify(ICAL.parse(fs.readFileSync(process.argv[2], "utf8"))));
