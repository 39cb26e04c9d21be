import type { Config } from "../config/config.ts";
import { feedUrls } from "../core/entries/addresses.ts";
import { FORMATS } from "../core/entries/formats.ts";
import type { SourceReport } from "../core/intake/source-report.ts";
import type { FirstPass } from "./messages.ts";

/** Tells the person who started the service what came in, from where, and which addresses to open. */
export function startMessage(
  { site, feeds, sources }: Config,
  { reports, problem }: FirstPass,
): string {
  const lines = [
    problem ?? tookIn(reports, sources.length),
    ...inOrder(reports, sources).map(sourceLine),
    "",
    feeds.length === 1 ? "Subscribe to" : "Subscribe to any of",
    ...feeds.flatMap(({ id, title }) => {
      const urls = feedUrls(site.url, id);
      return [`  ${title}`, ...FORMATS.map((format) => `    ${urls[format]}`)];
    }),
    `or open ${site.url}/ in a browser. Stop with Ctrl-C.`,
  ];
  return `${lines.join("\n")}\n`;
}

function tookIn(reports: readonly SourceReport[], configured: number): string {
  if (configured === 0) return "No sources yet: add some to the configuration.";
  if (reports.length === 0) return "No source was due; the stored articles are served.";
  const fresh = sum(reports, "new");
  const merged = sum(reports, "merged");
  const copies = merged === 0 ? "" : `, ${merged} of them copies of a text already here`;
  return `Took in ${count(fresh, "new article")}${copies}, from ${count(reports.length, "source")}:`;
}

/** In the order of the configuration; reports come in the order in which polls end. */
function inOrder(
  reports: readonly SourceReport[],
  sources: Config["sources"],
): readonly SourceReport[] {
  const place = new Map(sources.map(({ id }, index) => [id, index]));
  return reports.toSorted((a, b) => (place.get(a.source) ?? 0) - (place.get(b.source) ?? 0));
}

function sourceLine(report: SourceReport): string {
  const { source, outcome, error, items, failed } = report;
  if (outcome === "failed") return `  ${source}: failed, ${error?.message ?? "unknown reason"}`;
  const bad = failed === 0 ? "" : `, ${failed} not readable`;
  return `  ${source}: ${count(items, "item")}, ${report.new} new, ${report.updated} updated${bad}`;
}

const sum = (reports: readonly SourceReport[], key: "new" | "merged"): number =>
  reports.reduce((total, report) => total + report[key], 0);

const count = (number: number, noun: string): string =>
  `${number} ${noun}${number === 1 ? "" : "s"}`;
