// What every JavaScript reader shares: files in, instants out, in seconds since 1970.
import fs from "node:fs";
import { createRequire } from "node:module";

export const load = createRequire(new URL("../../../.clients/package.json", import.meta.url));

export function report(read) {
  const found = {};
  for (const name of process.argv.slice(2)) {
    try {
      const rows = read(fs.readFileSync(name, "utf8"));
      found[name] = Object.fromEntries(rows.map(([uid, opens, closes]) => [uid, [opens, closes]]));
    } catch (error) {
      found[name] = { error: String(error) };
    }
  }
  process.stdout.write(JSON.stringify(found));
}

export const seconds = (date) => Math.round(date.getTime() / 1000);
