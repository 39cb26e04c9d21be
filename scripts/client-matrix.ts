import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { FORMATS, type Format } from "../src/core/entries/formats.ts";
import { CONFIGURATION, ROUNDS, SOURCES_OPML } from "../tests/support/released/invented-sources.ts";
import { layFiles } from "../tests/support/released/release.ts";
import { type Documents, openReleaseDesk } from "../tests/support/released/release-desk.ts";
import { createNetwork, type Sites } from "../tests/support/released/sites.ts";
import { type Client, clientsIn } from "./clients/clients.ts";
import { published, type ReadDocument, type ReadEntry } from "./clients/published.ts";

/*
 * node scripts/client-matrix.ts
 *
 * Do readers and importers that nobody here wrote have what we publish? As many entries, the same ids, titles, links,
 * dates, enclosures and home page, from every format, for the samples and for a rich invented set (recordings,
 * pictures, writing from right to left, MathML, withdrawals, several houses). Prints a table; exits with 1 when
 * anything differs. A client that is not installed is skipped by name; unless it is optional, that fails when CI=true.
 */

const FIELDS = ["id", "title", "link", "date", "enclosures"] as const;

type Document = {
  readonly name: string;
  readonly format: Format;
  readonly file: string;
  readonly text: string;
};

const folder = mkdtempSync(join(tmpdir(), "offprint-clients-"));
try {
  const documents = [
    ...laid("samples", await publishSamples(join(folder, "samples"))),
    ...laid("invented", await publishInvented(join(folder, "invented"))),
  ];
  process.exitCode = (await compareAll(documents)) ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true });
}

// ── What is published ──────────────────────────────────────────────────────────────────────────

async function publishSamples(desk: string): Promise<Documents> {
  const data = fileURLToPath(new URL("../data/", import.meta.url));
  cpSync(join(data, "samples"), join(desk, "samples"), { recursive: true });
  cpSync(join(data, "offprint.sample.yaml"), join(desk, "offprint.yaml"));
  const { poll, publish } = openReleaseDesk(
    desk,
    createNetwork(() => ({})),
  );
  await poll();
  return publish();
}

async function publishInvented(desk: string): Promise<Documents> {
  const configuration = JSON.parse(CONFIGURATION) as { feeds: object[] };
  configuration.feeds.push({ id: "pod", title: "Recordings", where: { sources: ["pod"] } });
  layFiles({ "offprint.yaml": JSON.stringify(configuration), "sources.opml": SOURCES_OPML }, desk);
  let sites: Sites = {};
  const opened = openReleaseDesk(
    desk,
    createNetwork(() => sites),
  );
  for (const round of ROUNDS) {
    sites = round.sites;
    layFiles(round.files, desk);
    await opened.poll();
    await opened.publish();
  }
  const [line = ""] = (await opened.order("articles", "--json")).split("\n");
  const { id } = JSON.parse(line) as { id: string };
  await opened.order("withdraw", id, "--reason", "It was not so.");
  return opened.publish();
}

/** As files, for clients that are programs; aliases are the same bytes. */
function laid(set: string, documents: Documents): readonly Document[] {
  return [...documents].flatMap(([path, text]) => {
    const format = FORMATS.find((each) => path.endsWith(`.${each}`));
    if (format === undefined || !path.startsWith("/feeds/")) return [];
    const name = `${set} ${path.slice("/feeds/".length)}`;
    const file = join(folder, "documents", name.replaceAll(/[ /]/g, "-"));
    mkdirSync(join(folder, "documents"), { recursive: true });
    writeFileSync(file, text);
    return [{ name, format, file, text }];
  });
}

// ── What clients have of it ────────────────────────────────────────────────────────────────────

async function compareAll(documents: readonly Document[]): Promise<boolean> {
  let isWell = true;
  console.log(row("client", "format", ["entries", ...FIELDS, "home"]));
  for (const client of clientsIn(folder)) {
    if (!client.isThere()) {
      console.log(`${client.name} is not installed`);
      isWell &&= client.isOptional === true || process.env["CI"] !== "true";
      continue;
    }
    for (const format of client.formats) {
      const wanted = documents.filter((each) => each.format === format && suits(client, each));
      isWell = (await compare(client, format, wanted)) && isWell;
    }
  }
  return isWell;
}

function suits({ isForPodcasts = false }: Client, { name }: Document): boolean {
  return !isForPodcasts || name.includes(" pod.");
}

function wantedOf(
  { isForPodcasts = false }: Client,
  { home, entries }: ReadDocument,
): ReadDocument {
  if (!isForPodcasts) return { home, entries };
  return { home, entries: entries.filter(({ enclosures }) => enclosures.length > 0) };
}

/** Prints the line of one client and format, and what differs. @returns whether nothing does. */
async function compare(
  client: Client,
  format: Format,
  documents: readonly Document[],
): Promise<boolean> {
  const read = await client.read(
    documents.map(({ file }) => file),
    format,
  );
  const pairs = documents.map((document, index) => ({
    ...{ name: document.name, wanted: wantedOf(client, published(format, document.text)) },
    got: read[index] ?? { home: null, entries: [] },
  }));
  const faults = pairs.flatMap((pair) => faultsOf(pair, client));
  const entries = pairs.reduce((sum, { wanted }) => sum + wanted.entries.length, 0);
  const cells = ["entries", ...FIELDS, "home"].map((field) => {
    if (client.lacks.some((each) => each === field)) return "–";
    const total = field === "home" ? pairs.length : entries;
    return `${total - faults.filter((fault) => fault.field === field).length}/${total}`;
  });
  console.log(row(client.name, format, cells));
  for (const { text } of faults.slice(0, 5)) console.log(`    ${text}`);
  return faults.length === 0 && entries > 0;
}

type Pair = { readonly name: string; readonly wanted: ReadDocument; readonly got: ReadDocument };
type Fault = { readonly field: string; readonly text: string };

function faultsOf({ name, wanted, got }: Pair, { lacks }: Client): readonly Fault[] {
  const fault = (field: string, was: unknown, is: unknown): Fault => ({
    field,
    text: `${name}: ${field}: ${JSON.stringify(was)} is read as ${JSON.stringify(is)}`,
  });
  const home = lacks.includes("home") || wanted.home === got.home;
  const count = wanted.entries.length === got.entries.length;
  const known = new Map(got.entries.map((entry) => [entry.id, entry]));
  return [
    ...(home ? [] : [fault("home", wanted.home, got.home)]),
    ...(count ? [] : [fault("entries", wanted.entries.length, got.entries.length)]),
    ...wanted.entries.flatMap((entry) => {
      const found = known.get(entry.id);
      if (found === undefined) return [fault("id", entry.id, null)];
      return FIELDS.filter((field) => !lacks.includes(field) && !agrees(field, entry, found)).map(
        (field) => fault(field, entry[field], found[field]),
      );
    }),
  ];
}

function agrees(field: keyof ReadEntry, wanted: ReadEntry, got: ReadEntry): boolean {
  // Some clients make enclosures of other elements, too.
  if (field === "enclosures") return wanted.enclosures.every((url) => got.enclosures.includes(url));
  return line(wanted[field]) === line(got[field]);
}

function line(value: string | number | null): string {
  return String(value ?? "")
    .trim()
    .replaceAll(/\s+/g, " ");
}

function row(client: string, format: string, cells: readonly string[]): string {
  return [client.padEnd(18), format.padEnd(6), ...cells.map((cell) => cell.padStart(10))].join(" ");
}
