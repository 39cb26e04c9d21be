import { expect, it } from "vitest";
import { fingerprintOf } from "../../../src/core/similarity/fingerprint.ts";
import { judge } from "../../../src/core/similarity/judge.ts";
import type { Subject } from "../../../src/core/similarity/pair.ts";
import { rememberJudgements } from "../../../src/core/similarity/remember-judgements.ts";
import { titleOf } from "../../../src/core/similarity/title.ts";
import { tokensByLine } from "../../../src/core/text/tokens.ts";
import { generateText, seeded } from "../../support/generated-texts.ts";

const TEXT = generateText(seeded(1), 200);
const HOUR = 3_600_000;

/** Loaded anew: equal, and no part of it is the same object. */
const subject = (text: string, other: Partial<Subject> = {}): Subject => ({
  title: titleOf("Floods in the valley"),
  address: null,
  comparedAt: 0,
  tokens: fingerprintOf(tokensByLine(text)).tokens,
  ...other,
});
const original = () => subject(TEXT);
const copy = () => subject(`${TEXT}\n\nwith a line more`);

it("judges a pair once, also when it is loaded anew", () => {
  const remembering = rememberJudgements();
  const first = remembering(original(), copy(), null);
  expect(first).toEqual(judge(original(), copy(), null));
  expect(remembering(original(), copy(), null)).toBe(first);
});

it.each<[string, Subject, "beside" | "replaced" | null]>([
  ["text of one length", subject(`${TEXT}\n\nwith 1 line 2`), null],
  ["longer text", subject(`${TEXT}\n\n${generateText(seeded(2), 900)}`), null],
  ["title", subject(`${TEXT}\n\nwith a line more`, { title: titleOf("Live: floods") }), null],
  ["date", subject(`${TEXT}\n\nwith a line more`, { comparedAt: 400 * HOUR }), null],
  ["address", subject(`${TEXT}\n\nwith a line more`, { address: "https://a.example/1" }), null],
  ["kinship", subject(`${TEXT}\n\nwith a line more`), "beside"],
])("judges anew under another %s", (_, other, kinship) => {
  const remembering = rememberJudgements();
  const first = remembering(original(), copy(), null);
  const second = remembering(original(), other, kinship);
  expect(second).not.toBe(first);
  expect(second).toEqual(judge(original(), other, kinship));
});
