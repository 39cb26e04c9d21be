import type { Result } from "../core/result.ts";
import type { InspectAnswer, InspectFailure } from "./inspect-answer.ts";

/** An answer for people: what it is, its items or text, and what was wrong with it. */
export function formatAnswer(input: string, result: Result<InspectAnswer, InspectFailure>): string {
  if (!result.ok) return `${printable(input)}: ${printable(result.error.message)}\n`;
  const answer = result.value;
  const lines = answer.kind === "feed" ? feedLines(answer) : documentLines(answer);
  return `${[`${printable(input)}: ${lines[0] ?? answer.kind}`, ...lines.slice(1)].join("\n")}\n`;
}

function feedLines(answer: InspectAnswer): readonly string[] {
  const items = list(answer["items"]);
  const title = text(member(answer["feed"], "title")) ?? "without a title";
  return [
    `${text(answer["format"]) ?? "feed"}, ${title}, ${items.length} items`,
    ...items.map(itemLine),
    ...list(answer["warnings"]).map(warningLine),
  ];
}

function itemLine(item: unknown): string {
  const at = member(item, "publishedAt") ?? member(item, "updatedAt");
  const date = typeof at === "number" ? new Date(at).toISOString().slice(0, 16) : "no date";
  const link = text(member(item, "link")) ?? text(member(item, "guid")) ?? "";
  return `  ${date.padEnd(16)}  ${text(member(item, "title")) ?? "(no title)"}  ${link}`.trimEnd();
}

const warningLine = (warning: unknown): string =>
  `  warning: ${text(member(warning, "kind")) ?? ""}: ${text(member(warning, "detail")) ?? ""}`;

function documentLines(answer: InspectAnswer): readonly string[] {
  const removed = list(answer["removed"]).map(
    (block) =>
      `  removed (${text(member(block, "rule")) ?? ""}): ${text(member(block, "text")) ?? ""}`,
  );
  const body = typeof answer["text"] === "string" ? answer["text"].split("\n") : [];
  return [
    `${answer.kind}, ${text(answer["title"]) ?? "without a title"}`,
    ...list(answer["feeds"]).map(announcement),
    ...body.map((line) => `  ${printable(line)}`),
    ...removed,
    ...list(answer["warnings"]).map(warningLine),
  ];
}

/** As a source, a page stands for the first of its feeds that can be read. */
const announcement = (feed: unknown, index: number): string => {
  const choice = index === 0 ? "first choice" : "next choice";
  const title = text(member(feed, "title")) ?? "without a title";
  return `  announces a feed (${choice}): ${text(member(feed, "url")) ?? ""}, ${title}`;
};

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const member = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null
    ? new Map(Object.entries(value)).get(name)
    : undefined;

const text = (value: unknown): string | null =>
  typeof value === "string" && value !== "" ? printable(value) : null;

/** Foreign text must not steer the terminal it is shown on. */
const printable = (value: string): string => value.replace(/[\p{Cc}\p{Cf}]+/gu, " ");
