import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fingerprintOf } from "../../../src/core/similarity/fingerprint.ts";
import { judge } from "../../../src/core/similarity/judge.ts";
import type { Subject } from "../../../src/core/similarity/pair.ts";
import { titleOf } from "../../../src/core/similarity/title.ts";
import { tokensByLine } from "../../../src/core/text/tokens.ts";
import { DAY, HOUR, NOW } from "../../support/builders.ts";
import { editText, generateText, seeded } from "../../support/generated-texts.ts";

type Options = Partial<Omit<Subject, "tokens" | "title">> & { readonly title?: string };

const article = (
  text: string,
  { title = "The same title", ...options }: Options = {},
): Subject => ({
  title: titleOf(title),
  address: null,
  comparedAt: NOW,
  tokens: fingerprintOf(tokensByLine(text)).tokens,
  ...options,
});

/** Words without numbers, so that each test adds its own. */
const words = (seed: number, count: number): string =>
  generateText(seeded(seed), count * 2)
    .replace(/\d+/g, "")
    .split(/\s+/)
    .filter((word) => word !== "")
    .slice(0, count)
    .join(" ");
const cut = (text: string, from: number, to: number): string =>
  text.split(" ").slice(from, to).join(" ");

/** @returns the rule that decided, and how. */
function ruleOf(a: Subject, b: Subject): string {
  const judgement = judge(a, b);
  if (judgement.verdict === "unproven") return "unproven";
  return judgement.verdict === "same" ? judgement.reason.rule : `not: ${judgement.rule}`;
}

const TEXT = words(1, 200);
const OTHER = words(2, 400);
const whole = article(TEXT);

describe("a copy", () => {
  it.each<[string, string, Options, string]>([
    ["to the letter", TEXT, {}, "exact"],
    ["under another title", TEXT, { title: "Another headline" }, "exact"],
    ["with other punctuation", TEXT.replaceAll(" ", ", "), {}, "exact"],
    ["with its end cut", cut(TEXT, 0, 120), {}, "copy"],
    ["with its beginning cut", cut(TEXT, 60, 200), {}, "copy"],
    ["with paragraphs added", `${cut(OTHER, 0, 40)} ${TEXT} ${cut(OTHER, 40, 90)}`, {}, "copy"],
    ["of which seven tenths remain", `${cut(TEXT, 0, 141)} ${cut(OTHER, 0, 59)}`, {}, "copy"],
    ["of which less remains", `${cut(TEXT, 0, 139)} ${cut(OTHER, 0, 61)}`, {}, "unproven"],
    ["of nothing", OTHER, {}, "not: form"],
    ["after three days, to the letter", TEXT, { comparedAt: NOW - 10 * DAY }, "exact"],
    ["after three days", cut(TEXT, 0, 150), { comparedAt: NOW - 10 * DAY }, "copy"],
    [
      "of a short part after three days",
      cut(TEXT, 0, 119),
      { comparedAt: NOW - 4 * DAY },
      "unproven",
    ],
    ["after two weeks, to the letter", TEXT, { comparedAt: NOW - 15 * DAY }, "not: old"],
    ["after two weeks", cut(TEXT, 0, 150), { comparedAt: NOW - 15 * DAY }, "unproven"],
  ])("%s", (_, text, options, expected) => {
    expect(ruleOf(whole, article(text, options))).toBe(expected);
  });
});

describe("a summary", () => {
  const teaser = cut(TEXT, 0, 40);

  it.each<[string, string, string]>([
    ["is the beginning", teaser, "summary"],
    ["may have an agency before it", `VELTEN lpd ${teaser}`, "summary"],
    ["may go on with words of its own", `${cut(TEXT, 0, 30)} ${cut(OTHER, 0, 15)}`, "summary"],
    ["is more than words of its own", `${cut(TEXT, 0, 20)} ${cut(OTHER, 0, 30)}`, "unproven"],
    ["from the middle has the title", cut(TEXT, 80, 120), "summary"],
  ])("%s", (_, text, expected) => {
    expect(ruleOf(whole, article(text))).toBe(expected);
  });

  it("from the middle under another title is a quotation", () => {
    expect(ruleOf(whole, article(cut(TEXT, 80, 120), { title: "Digest" }))).toBe("unproven");
  });
});

describe("short texts", () => {
  const short = words(3, 30);

  it.each<[string, string, Options, string]>([
    ["are the same under one title", short, {}, "exact"],
    ["are two under two titles", short, { title: "Mass on Monday, Velten" }, "unproven"],
    ["are the same for three days", short, { comparedAt: NOW - 72 * HOUR }, "exact"],
    ["come again after three days", short, { comparedAt: NOW - 73 * HOUR }, "not: old"],
  ])("%s", (_, text, options, expected) => {
    expect(ruleOf(article(short), article(text, options))).toBe(expected);
  });

  it.each([
    [7, "not: short"],
    [8, "exact"],
  ])("of %i words", (count, expected) => {
    const text = cut(short, 0, count);
    expect(ruleOf(article(text), article(text))).toBe(expected);
  });
});

describe("two reports of one form", () => {
  const frame = Array.from({ length: 12 }, (_, index) => cut(OTHER, index * 12, index * 12 + 12));
  const filled = (values: readonly (string | number)[]): string =>
    frame.map((part, index) => `${part} ${values[index % values.length]}`).join(" ");

  it("are two by their numbers", () => {
    expect(ruleOf(article(filled([1, 2, 3])), article(filled([4, 5, 6])))).toBe("not: numbers");
  });

  it("are no proof when most of their numbers differ, though these are few", () => {
    const report = (a: number, b: number): Subject =>
      article(
        `${cut(OTHER, 0, 70)} ${a} ${cut(OTHER, 70, 140)} ${b} ${cut(OTHER, 140, 200)}`.replaceAll(
          /(?<= )[1-9](?= )/g,
          "",
        ),
      );
    expect(ruleOf(report(31, 42), report(33, 47))).toBe("unproven");
    expect(ruleOf(report(31, 42), report(31, 47))).toBe("copy");
  });

  it("are the same when a number is put right", () => {
    const numbers = Array.from({ length: 12 }, (_, index) => index + 20);
    const corrected = numbers.with(5, 99);
    expect(ruleOf(article(filled(numbers)), article(filled(corrected)))).toBe("copy");
  });

  it("are two by the shortness of what they share", () => {
    const pieces = Array.from({ length: 20 }, (_, index) => cut(OTHER, index * 9, index * 9 + 9));
    const report = (seed: number): string => {
      const values = words(seed, 20).split(" ");
      return pieces.map((part, index) => `${part} ${values[index]}q${"ab"[seed % 2]}`).join(" ");
    };
    expect(ruleOf(article(report(7)), article(report(8)))).toBe("not: form");
  });

  it("are two when each title names what the other never mentions", () => {
    const report = (town: string): Subject =>
      article(`${cut(OTHER, 0, 50)} ${town} ${cut(OTHER, 50, 100)}`, { title: `Fire in ${town}` });
    expect(ruleOf(report("velten"), report("halmstadt"))).toBe("not: subject");
    expect(ruleOf(report("velten"), { ...report("halmstadt"), title: titleOf("Fire") })).toBe(
      "copy",
    );
  });

  it("are two when what they share stands around what they do not", () => {
    const page = (news: string): Subject =>
      article(`${cut(OTHER, 0, 70)} ${news} ${cut(OTHER, 70, 140)}`);
    expect(ruleOf(page(words(11, 20)), page(words(12, 20)))).toBe("not: frame");
    expect(ruleOf(page(words(11, 13)), page(words(12, 13)))).toBe("copy");
  });

  it("are the same at one address, unless their numbers differ", () => {
    const address = "https://velten.example/1";
    const page = (news: string): Subject =>
      article(`${cut(OTHER, 0, 90)} ${news} ${cut(OTHER, 90, 180)}`, { address });
    expect(ruleOf(page(words(11, 20)), page(words(12, 20)))).toBe("address");
    const [a, b] = [filled([1, 2, 3]), filled([4, 5, 6])];
    expect(ruleOf(article(a, { address }), article(b, { address }))).toBe("not: numbers");
  });
});

it("is symmetric", () => {
  const seed = fc.integer({ min: 0, max: 1000 });
  const subject = fc
    .record({
      seed: fc.integer({ min: 0, max: 3 }),
      edit: seed,
      length: fc.constantFrom(6, 12, 39, 60, 119, 200),
      title: fc.constantFrom("One title", "Another title", "Halm"),
      hours: fc.constantFrom(0, 71, 73, 200, 400),
      address: fc.constantFrom(null, "https://velten.example/1"),
    })
    .map((the) => {
      const text = editText(seeded(the.edit), generateText(seeded(the.seed), the.length));
      const comparedAt = NOW - the.hours * HOUR;
      return article(text, { title: the.title, address: the.address, comparedAt });
    });
  fc.assert(
    fc.property(subject, subject, (a, b) => {
      expect(judge(a, b)).toEqual(judge(b, a));
      // A text is never something else than itself, at one time.
      const self = judge(a, { ...a });
      expect(self.verdict === "different" ? self.rule : "short").toBe("short");
    }),
  );
});
