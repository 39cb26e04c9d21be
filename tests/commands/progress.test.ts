import { describe, expect, it } from "vitest";
import { layDesk } from "../support/desk.ts";
import { runHere } from "../support/run-here.ts";

async function ingestOn({ isTerminal }: { isTerminal: boolean }) {
  const desk = layDesk({ sources: [{ id: "letters", folder: "." }] });
  desk.write("letter.txt", "A letter\n\nIt came this morning.");
  const run = await runHere(["ingest", "--config", desk.config], { isTerminal });
  desk.remove();
  return run;
}

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
