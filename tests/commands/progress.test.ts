import { describe, expect, it } from "vitest";
import { barText, createProgress } from "../../src/commands/progress.ts";
import { layDesk } from "../support/desk.ts";
import { runHere } from "../support/run-here.ts";

async function ingestOn({ isTerminal }: { isTerminal: boolean }) {
  const desk = layDesk({ sources: [{ id: "letters", folder: "." }] });
  desk.write("letter.txt", "A letter\n\nIt came this morning.");
  const run = await runHere(["ingest", "--config", desk.config], { isTerminal });
  desk.remove();
  return run;
}

const ESCAPE = "\u001b";
const ERASE_LINE = `${ESCAPE}[2K`;

/** What a terminal shows: carriage returns and erased lines carried out. */
function shownBy(text: string): string[] {
  const lines = [""];
  for (const part of text.replaceAll(ERASE_LINE, "\r").split(/(\n|\r)/)) {
    if (part === "\n") lines.push("");
    else if (part === "\r") lines[lines.length - 1] = "";
    else lines[lines.length - 1] += part;
  }
  return lines;
}

describe("a bar", () => {
  function terminal() {
    const chunks: string[] = [];
    const write = (text: string) => chunks.push(text);
    const stream = { isTTY: true, columns: 80, write } as unknown as NodeJS.WriteStream;
    return { stream, text: () => chunks.join("") };
  }

  it("leaves whole lines above it, and nothing of itself", () => {
    const { stream, text } = terminal();
    const bar = createProgress(stream, { total: 2, label: "sources" });
    for (const line of ["one: 1 items", "two: 2 items"]) {
      bar.above(() => void stream.write(`${line}\n`));
      bar.advance(1);
    }
    bar.end();
    bar.above(() => void stream.write("Stopped.\n"));

    expect(shownBy(text()).filter((line) => line !== "")).toEqual([
      "one: 1 items",
      "two: 2 items",
      "Stopped.",
    ]);
  });

  it("changes nothing of the terminal that would have to be given back", () => {
    const { stream, text } = terminal();
    const bar = createProgress(stream, { total: 2, label: "sources" });
    bar.advance(1);
    bar.end();
    expect(text()).toContain(ERASE_LINE);
    expect(text().replaceAll(ERASE_LINE, "")).not.toContain(ESCAPE);
  });

  it.each([
    [{ done: 0 }, `${"-".repeat(30)} 0 of 40 pages`],
    [
      { done: 20, elapsedMs: 60_000 },
      `${"=".repeat(15)}${"-".repeat(15)} 20 of 40 pages, 1 min left`,
    ],
    [{ done: 40, elapsedMs: 60_000 }, `${"=".repeat(30)} 40 of 40 pages`],
    [{ done: 41 }, `${"=".repeat(30)} 41 of 40 pages`],
    [{ done: 0, columns: 20 }, "-".repeat(19)],
  ])("says how far it is: %j", (bar, text) => {
    expect(barText({ total: 40, label: "pages", elapsedMs: 0, columns: 80, ...bar })).toBe(text);
  });
});

describe("a long ingest", () => {
  it("shows a bar on a terminal, beside its lines", async () => {
    const { stdout, stderr } = await ingestOn({ isTerminal: true });

    expect(stderr).toMatch(/0 of 1 sources/);
    expect(stdout).toMatch(/^letters: 1 items, 1 new/);
  });

  it("shows only its lines elsewhere", async () => {
    const { stdout, stderr } = await ingestOn({ isTerminal: false });

    expect(stderr).toBe("");
    expect(stdout).toMatch(/^letters: 1 items, 1 new/);
  });
});
