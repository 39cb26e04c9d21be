import { cpSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Desk, layDesk } from "../support/desk.ts";
import { jsonLines } from "../support/offprint.ts";
import { runHere } from "../support/run-here.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const page = readFileSync(`${ROOT}docs/recognising-copies.md`, "utf8");

let desk: Desk;

const offprint = async (...args: string[]): Promise<string> =>
  (await runHere(["--config", desk.config, ...args])).stdout;

beforeAll(async () => {
  const folders = ["talbote", "kreisblatt"];
  desk = layDesk({ sources: folders.map((id) => ({ id, folder: `samples/${id}` })) });
  cpSync(`${ROOT}data/samples`, `${desk.folder}/samples`, { recursive: true });
  await offprint("ingest", "--source", "talbote");
  await offprint("ingest", "--source", "kreisblatt");
});

afterAll(() => desk.remove());

/** Ids depend on the desk. */
const withoutIds = (text: string): string =>
  text.replace(/\b[2-9b-df-hj-np-tv-zBCDF]{12}\b/g, "ID");

/** A section of the page: its one console block, and the figures in bold that its prose takes from it. */
function section(heading: string): {
  readonly output: string;
  readonly figures: readonly string[];
} {
  const text = page.split("\n## ").find((part) => part.startsWith(heading)) ?? "";
  const [, output = ""] = /```console\n\$ [^\n]+\n([^`]*)```/.exec(text) ?? [];
  const prose = text.replace(/```[^`]*```/g, "");
  return {
    output,
    figures: [...prose.matchAll(/\*\*(\d+(?: %)?)\*\*/g)].map(([, one = ""]) => one),
  };
}

async function articleIds(title: string): Promise<readonly string[]> {
  const all = jsonLines<{ id: string; title: string }>({
    stdout: await offprint("articles", "--json"),
  });
  return all.filter((article) => article.title.includes(title)).map(({ id }) => id);
}

describe("the page that explains how copies are recognised", () => {
  it("shows what is printed of the text that was merged", async () => {
    const [id = ""] = await articleIds("Die Ahrenzbrücke öffnet");
    const printed = withoutIds(await offprint("clusters", "show", id));

    expect(printed).toContain("numbers: 0 changed");
    expect(withoutIds(section("One text").output)).toBe(printed);
  });

  it("shows what is printed of the two reports that stay two", async () => {
    const [later = "", earlier = ""] = await articleIds("Wildunfall");
    const printed = withoutIds(await offprint("clusters", "compare", earlier, later));

    expect(printed).toContain("two texts");
    expect(withoutIds(section("Two texts").output)).toBe(printed);
  });

  it.each(["One text", "Two texts"])("quotes no figure that is not printed: %s", (heading) => {
    const { output, figures } = section(heading);

    expect(figures.length).toBeGreaterThan(4);
    for (const figure of figures.filter((one) => one !== THRESHOLD))
      expect(output).toContain(figure);
  });
});

/** The one figure that is a rule's and no text's. */
const THRESHOLD = "70 %";
