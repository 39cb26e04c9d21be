import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const root = new URL("../src/", import.meta.url);
const sources = new Map(
  globSync("**/*.ts", { cwd: root }).map((file) => [
    file,
    readFileSync(new URL(file, root), "utf8"),
  ]),
);

/** What a module loads before it runs: imports of values. Those of types vanish, and `import()` comes later. */
const STATIC = /^(?:import (?!type )(?:[^"]*? from )?|export (?!type )[^"=;]*? from )"([^"]+)";/gm;

/** Packages and files that a file of src/ loads, directly or by way of others. */
function loadedBy(start: string): ReadonlySet<string> {
  const loaded = new Set<string>();
  const ahead = [start];
  for (let file = ahead.pop(); file !== undefined; file = ahead.pop()) {
    for (const [, name = ""] of (sources.get(file) ?? "").matchAll(STATIC)) {
      const isOurs = name.startsWith(".");
      const target = isOurs
        ? new URL(name, new URL(file, root)).href.slice(root.href.length)
        : name;
      if (isOurs && !loaded.has(target)) ahead.push(target);
      loaded.add(target);
    }
  }
  return loaded;
}

describe("what is loaded at a start", () => {
  it.each([
    ["commands/program.ts", ["kysely", "better-sqlite3", "zod", "yaml", "undici", "express"]],
    ["commands/ingest.ts", ["undici", "express", "feed", "sanitize-html", "eld"]],
    ["service/static/static-process.ts", ["pg", "aws4fetch", "zod", "yaml", "undici", "pino"]],
    [
      "service/run-service.ts",
      ["aws4fetch", "pg", "zod", "yaml", "htmlparser2", "undici", "express", "feed"],
    ],
    ["service/roles/ingest.ts", ["pg", "undici", "express", "feed", "sanitize-html", "eld"]],
    [
      "service/roles/web.ts",
      ["pg", "express", "prom-client", "feed", "undici", "sanitize-html", "eld"],
    ],
    ["service/reading/reading-worker.ts", ["eld", "sanitize-html", "yaml", "markdown-it"]],
    ["adapters/markup/clean-content.ts", ["sanitize-html", "markdown-it", "@mozilla/readability"]],
    ["adapters/language.ts", ["eld/extrasmall"]],
    [
      "service/publishing/publishing-worker.ts",
      ["pg", "undici", "express", "sanitize-html", "zod"],
    ],
  ])("%s does without what it does not need at once", (file, needless) => {
    const loaded = loadedBy(file);
    expect(loaded.size).toBeGreaterThan(1);
    expect(needless.filter((name) => loaded.has(name))).toEqual([]);
  });

  it.each([
    "commands/ingest.ts",
    "service/run-service.ts",
    "service/publishing/publishing-worker.ts",
  ])("%s opens an up-to-date database without its migrations", (file) => {
    const loaded = [...loadedBy(file)];
    expect(loaded).toContain("kysely");
    expect(loaded.filter((name) => name.includes("/migrations"))).toEqual([]);
  });
});
