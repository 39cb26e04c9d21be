import type { JournalLine, StaticProgress, StaticRecord } from "../../core/entries/static-files.ts";

/** The first line of a journal: whose files these are. */
export type JournalHead = {
  readonly offprint: "static files";
  readonly version: 1;
  /** The instance of the desk. */
  readonly desk: string;
  /** The path below which its site is served. */
  readonly prefix: string;
};

export const headLine = (desk: string, prefix: string): string =>
  JSON.stringify({ offprint: "static files", version: 1, desk, prefix } satisfies JournalHead);

/** The head of a journal; `null` for what is none of this version. */
export function readHead(text: string): JournalHead | null {
  const [line = ""] = text.split("\n", 1);
  try {
    const head = JSON.parse(line) as JournalHead | null;
    return head?.offprint === "static files" && head.version === 1 ? head : null;
  } catch {
    return null;
  }
}

export function writeLine(line: JournalLine): string {
  if (line.kind === "progress") return JSON.stringify(["=", line.progress]);
  if (line.kind === "removed") return JSON.stringify(["-", line.place]);
  if (line.kind === "unrendered") return JSON.stringify(["?", line.path, line.isSo ? 1 : 0]);
  const { tag, bytes, changedAt, isCoded } = line.record;
  return JSON.stringify(["+", line.place, tag, bytes, changedAt, isCoded ? 1 : 0]);
}

/** Leaves out what is no whole line: the last one of a process that was killed, or of a full disk. */
export const readLines = (text: string): readonly JournalLine[] =>
  text.split("\n").flatMap((line) => {
    try {
      return toLine(JSON.parse(line) as readonly unknown[]);
    } catch {
      return [];
    }
  });

function toLine(parts: readonly unknown[]): readonly JournalLine[] {
  const [sign, first, ...rest] = parts;
  if (sign === "=") return [{ kind: "progress", progress: first as StaticProgress }];
  if (sign === "-") return [{ kind: "removed", place: String(first) }];
  if (sign === "?") return [{ kind: "unrendered", path: String(first), isSo: rest[0] === 1 }];
  if (sign !== "+" || rest.length !== 4) return [];
  const [tag, bytes, changedAt, isCoded] = rest as [string, number, number, number];
  const record: StaticRecord = { tag, bytes, changedAt, isCoded: isCoded === 1 };
  return [{ kind: "file", place: String(first), record }];
}
