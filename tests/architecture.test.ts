import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { longFunctions } from "./support/long-functions.ts";

/** Which folders of src/ each folder may import. Everything points inward; service/ wires, and may import all but commands/. */
const ALLOWED: Record<string, readonly string[]> = {
  core: [],
  config: ["core"],
  desk: ["core", "ingest"],
  ingest: ["core"],
  deliver: ["core"],
  publish: ["core"],
  adapters: ["core"],
  http: ["core", "publish"],
  service: ["core", "config", "desk", "ingest", "publish", "deliver", "adapters", "http"],
  commands: ["core", "config", "publish", "service"],
};

/**
 * The rooms of core/, each of which may import those before it, and itself. The files beside them (a result, an instance, a lease)
 * stand below all, and on nothing.
 */
const CORE_ORDER = [
  "text",
  "urls",
  "bylines",
  "rights",
  "media",
  "cleaning",
  "settings",
  "similarity",
  "articles",
  "stories",
  "sources",
  "pages",
  "intake",
  "entries",
  "backups",
  "orders",
];

/** Each npm package has one home, so that replacing it is a change of one folder. */
const HOMES: Record<string, RegExp> = {
  aws4fetch: /^adapters\/static-files\//,
  "better-sqlite3": /^adapters\/store\/engine\/sqlite\//,
  commander: /^(main|commands\/program(-[a-z]+)?)\.ts$/,
  eld: /^adapters\/language\.ts$/,
  entities: /^adapters\/markup\//,
  eta: /^http\/renderer\.ts$/,
  express: /^http\//,
  feed: /^adapters\/feed-writer\//,
  helmet: /^http\//,
  htmlparser2: /^adapters\/markup\//,
  "iconv-lite": /^adapters\/feed-reader\//,
  "ipaddr.js": /^adapters\/fetcher\//,
  kysely: /^adapters\/store\//,
  "markdown-it": /^adapters\/markup\//,
  "node-cron": /^adapters\/cron\.ts$/,
  "prom-client": /^http\/api\/(metrics-registry|role-metrics)\.ts$/,
  pg: /^adapters\/store\/engine\/postgres\//,
  pino: /^adapters\/log\.ts$/,
  "rss-parser": /^adapters\/feed-reader\//,
  "@mozilla/readability": /^adapters\/page-reader\//,
  "sanitize-html": /^adapters\/markup\//,
  undici: /^adapters\/fetcher\//,
  yaml: /^config\/yaml\//,
  zod: /^config\//,
};

/** Of a function; around ten are usual. */
const MOST_LINES = 40;

const packageOf = (name: string): string =>
  name
    .split("/")
    .slice(0, name.startsWith("@") ? 2 : 1)
    .join("/");

const root = new URL("../src/", import.meta.url);
const files = globSync("**/*.ts", { cwd: root });

describe.each(files)("src/%s", (file) => {
  const folder = file.split("/")[0] ?? "";
  const source = readFileSync(new URL(file, root), "utf8");
  const imports = [...source.matchAll(/(?:from|import)[ (]+"([^"]+)"/g)].map(
    (match) => match[1] ?? "",
  );

  it("imports only inward", () => {
    const relative = imports.filter((path) => path.startsWith("."));
    const targets = relative.map((path) =>
      new URL(path, new URL(file, root)).href.slice(root.href.length),
    );
    const allowed = ALLOWED[folder];
    const outward = allowed
      ? targets
          .map((target) => target.split("/")[0] ?? "")
          .filter((to) => to !== folder && !allowed.includes(to))
      : [];
    expect(outward).toEqual([]);
  });

  it("imports npm packages only at home, and Node only at the edge", () => {
    const strays = imports.filter(
      (name) => !name.startsWith(".") && !(HOMES[packageOf(name)]?.test(file) ?? false),
    );
    const forbidden = strays.filter((name) => !name.startsWith("node:") || folder === "core");
    expect(forbidden).toEqual([]);
  });

  it("stays small enough to read in one sitting", () => {
    expect(source.split("\n").length).toBeLessThanOrEqual(301);
  });

  it("has no function that does not fit on a screen", () => {
    expect(longFunctions(source, MOST_LINES)).toEqual([]);
  });
});

/** What each file imports from others of src/. */
const importsOf = new Map(
  files.map((file) => {
    const source = readFileSync(new URL(file, root), "utf8");
    const paths = [...source.matchAll(/(?:from|import)[ (]+"(\.[^"]+)"/g)].map(([, path]) => path);
    const targets = paths.map((path) => new URL(path ?? "", new URL(file, root)).href);
    return [file, targets.map((href) => href.slice(root.href.length))] as const;
  }),
);

it("no file imports itself by way of others, not even by types", () => {
  const cycles = files.filter((file) => isReached(file, file));
  expect(cycles).toEqual([]);
});

/** Whether `target` is reached from `start` in one step or more. */
function isReached(start: string, target: string): boolean {
  const seen = new Set<string>();
  const ahead = [...(importsOf.get(start) ?? [])];
  for (let file = ahead.pop(); file !== undefined; file = ahead.pop()) {
    if (file === target) return true;
    if (seen.has(file)) continue;
    seen.add(file);
    ahead.push(...(importsOf.get(file) ?? []));
  }
  return false;
}

/** A name that only one file knows is a name, too, for whoever reads both files. */
it.each([
  [
    "things that are exported",
    /^export (?:async )?(?:type|interface|function\*?|const|class) (\w+)/gm,
  ],
  ["types", /^(?:export )?(?:type|interface) (\w+)/gm],
])("no two %s have one name", (_, declaration) => {
  const homes = new Map<string, string[]>();
  for (const file of files) {
    const source = readFileSync(new URL(file, root), "utf8");
    for (const [, name = ""] of source.matchAll(declaration)) {
      homes.set(name, [...(homes.get(name) ?? []), file]);
    }
  }
  expect([...homes].filter(([, where]) => where.length > 1)).toEqual([]);
});

it("every value that is exported is used elsewhere, be it by a test", () => {
  const elsewhere = ["tests", "scripts", "bench"].flatMap((folder) =>
    globSync("**/*.{ts,mjs,js}", { cwd: new URL(`../${folder}/`, root) }).map(
      (file) => new URL(`../${folder}/${file}`, root),
    ),
  );
  const texts = [...files.map((file) => new URL(file, root)), ...elsewhere].map((url) =>
    readFileSync(url, "utf8"),
  );
  const users = new Map<string, number>();
  for (const text of texts) {
    for (const word of new Set(text.match(/\w+/g))) users.set(word, (users.get(word) ?? 0) + 1);
  }
  const exported = /^export (?:async )?(?:function\*?|const) (\w+)/gm;
  const unused = files.flatMap((file) =>
    [...readFileSync(new URL(file, root), "utf8").matchAll(exported)]
      .map(([, name = ""]) => name)
      .filter((name) => (users.get(name) ?? 0) < 2)
      .map((name) => `${file}: ${name}`),
  );
  expect(unused).toEqual([]);
});

it("no two files of a room have one name", () => {
  const roomOf = (file: string): string => {
    const [folder = "", room = ""] = file.split("/");
    return folder === "adapters" ? `${folder}/${room}` : folder;
  };
  const homes = Map.groupBy(files, (file) => `${roomOf(file)}: ${file.split("/").at(-1)}`);
  expect([...homes].filter(([, where]) => where.length > 1)).toEqual([]);
});

it("no object literal is packed into another to save lines", () => {
  const packed = files.filter((file) =>
    /\.\.\.\{\s*\w/.test(readFileSync(new URL(file, root), "utf8")),
  );
  expect(packed).toEqual([]);
});

describe("the rooms of core/", () => {
  const inCore = files.filter((file) => file.startsWith("core/"));
  const rankOf = (file: string): number => {
    const [, room, inside] = file.split("/");
    return inside === undefined ? -1 : CORE_ORDER.indexOf(room ?? "");
  };

  it("are those of the order", () => {
    const rooms = inCore.map((file) => file.split("/")).filter((path) => path.length > 2);
    expect(new Set(rooms.map(([, room]) => room))).toEqual(new Set(CORE_ORDER));
  });

  it.each(inCore)("%s imports what lies below it", (file) => {
    const upward = (importsOf.get(file) ?? []).filter(
      (target) => rankOf(target) > rankOf(file) && target !== file,
    );
    expect(upward).toEqual([]);
  });
});

it("the rules on words and what is learnt to repeat know nothing of each other", () => {
  const [rules, repeated] = ["core/cleaning/rules/", "core/cleaning/repeated/"] as const;
  const crossing = (from: string, to: string): readonly string[] =>
    files.filter(
      (file) => file.startsWith(from) && importsOf.get(file)?.some((each) => each.startsWith(to)),
    );
  expect([...crossing(rules, repeated), ...crossing(repeated, rules)]).toEqual([]);
});

/** What SQLite understands and others do not, as far as one sees it in a text. */
const SQLITE_ONLY =
  /json_(?:each|set|extract|group_array)\(|->>|\biif\(|PRAGMA [a-z_]+ ?=|\bunixepoch\(|\browid\b|replaceInto\(|INSERT OR /;

it("only engine/ speaks the dialect of an engine", () => {
  const speakers = files.filter((file) =>
    SQLITE_ONLY.test(readFileSync(new URL(file, root), "utf8")),
  );
  expect(speakers).not.toEqual([]);
  expect(speakers.filter((file) => !file.startsWith("adapters/store/engine/"))).toEqual([]);
});

it("only engines.ts knows which engines there are", () => {
  const room = /^adapters\/store\/engine\/(\w+)\//;
  const knowing = files.filter((file) =>
    importsOf.get(file)?.some((to) => room.test(to) && room.exec(to)?.[1] !== room.exec(file)?.[1]),
  );
  expect(knowing).toEqual(["adapters/store/engine/engines.ts"]);
});

it.each([
  ["a function", (body: string) => `function read(): void {\n${body}}`],
  ["a closure", (body: string) => `const made = () => ({ read: async () => {\n${body}} });`],
  ["a method", (body: string) => `const made = { read(): void {\n${body}} };`],
])("the length of %s is seen", (_, withBody) => {
  const lines = (count: number): string => withBody("  act();\n".repeat(count));
  expect(longFunctions(lines(MOST_LINES - 2), MOST_LINES)).toEqual([]);
  expect(longFunctions(lines(MOST_LINES - 1), MOST_LINES)).not.toEqual([]);
});

describe("the packages of package.json", () => {
  const { dependencies } = JSON.parse(readFileSync(new URL("../package.json", root), "utf8")) as {
    dependencies: Record<string, string>;
  };

  it.each(Object.keys(dependencies))("%s has a home and is used there", (name) => {
    const users = files.filter((file) => {
      const source = readFileSync(new URL(file, root), "utf8");
      return source.includes(`from "${name}"`) || source.includes(`from "${name}/`);
    });
    expect(users.filter((file) => HOMES[name]?.test(file) ?? false)).not.toEqual([]);
  });
});
