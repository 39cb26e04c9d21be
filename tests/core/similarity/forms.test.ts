import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fingerprintOf } from "../../../src/core/similarity/fingerprint.ts";
import { judge } from "../../../src/core/similarity/judge.ts";
import type { Subject } from "../../../src/core/similarity/pair.ts";
import { titleOf } from "../../../src/core/similarity/title.ts";
import { tokensByLine } from "../../../src/core/text/tokens.ts";
import { HOUR, NOW } from "../../support/builders.ts";
import { generateText, seeded } from "../../support/generated-texts.ts";
import {
  draw,
  type Filling,
  fill,
  REPORT_FORMS,
  type ReportForm,
  wordFields,
} from "../../support/report-forms.ts";

const subject = (title: string, text: string, hours = 0): Subject => ({
  ...{ title: titleOf(title), address: null, comparedAt: NOW + hours * HOUR },
  tokens: fingerprintOf(tokensByLine(text)).tokens,
});

const verdictOf = (one: Subject, other: Subject) => judge(one, other).verdict;

/** Of fewer tokens the titles must agree, and each word counts for more. */
const LONG_ENOUGH = 50;

const NAMES = REPORT_FORMS.map((form) => [`${form.name} (${form.language})`, form] as const);
const seeds = fc.integer({ min: 1, max: 1_000_000 });

/** The second is of another event: some of its words are other ones, its figures as well or not. */
function twoEvents(form: ReportForm, seed: number, areFiguresEqual: boolean): [Filling, Filling] {
  const random = seeded(seed);
  const one = draw(form, random);
  const other = new Map(draw(form, random, one));
  if (areFiguresEqual) {
    for (const [field, value] of one) if (/^\d/.test(field)) other.set(field, value);
  }
  return [one, other];
}

describe.each(NAMES)("of %s", (_, form) => {
  const report = (title: string, filling: Filling, hours = 0): Subject =>
    subject(title, fill(form.text, filling), hours);

  it("two that were filled in with other words are two, whatever heading they stand under", () => {
    fc.assert(
      fc.property(seeds, fc.boolean(), fc.nat(20), (seed, areFiguresEqual, hours) => {
        const [one, other] = twoEvents(form, seed, areFiguresEqual);
        for (const heading of form.headings) {
          const [left, right] = [report(heading, one), report(heading, other, hours)];
          expect(verdictOf(left, right)).not.toBe("same");
          const named = report(fill(form.headline, one), one);
          expect(verdictOf(named, right)).not.toBe("same");
        }
        const headlines = [one, other].map((each) => report(fill(form.headline, each), each));
        expect(verdictOf(headlines[0] as Subject, headlines[1] as Subject)).not.toBe("same");
      }),
    );
  });

  it("three words are enough", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const [one, drawn] = twoEvents(form, seed, true);
        const fields = wordFields(one).filter((field) => form.text.includes(`{${field}}`));
        const changed = new Set(fields.slice(0, 3));
        const other = new Map(
          [...drawn].map(([field, value]) => [
            field,
            changed.has(field) ? value : (one.get(field) ?? ""),
          ]),
        );
        for (const heading of form.headings) {
          expect(verdictOf(report(heading, one), report(heading, other))).not.toBe("same");
        }
      }),
    );
  });
});

const LONG = NAMES.filter(([, { text }]) => tokensByLine(text).flat().length >= LONG_ENOUGH);

describe.each(LONG)("of %s", (_, form) => {
  it("a copy is one with another heading, without its end, with a line more or a word put right", () => {
    fc.assert(
      fc.property(seeds, fc.nat(2), fc.boolean(), fc.boolean(), (seed, which, isCut, hasMore) => {
        const filling = draw(form, seeded(seed));
        const [heading = "", otherHeading = heading] = form.headings;
        const original = subject(
          [heading, otherHeading, fill(form.headline, filling)][which] ?? "",
          fill(form.text, filling),
        );
        const cut = isCut ? cutEnd(fill(form.text, filling)) : fill(form.text, filling);
        const corrected = putRight(cut, seed);
        const more = hasMore ? `${corrected}\n\n${generateText(seeded(seed), 12)}` : corrected;
        expect(verdictOf(original, subject(heading, more, 5))).toBe("same");
      }),
    );
  });
});

/** Two letters change places in one of the longer words. */
function putRight(text: string, seed: number): string {
  const words = text.split(" ");
  const long = words.flatMap((word, index) => (/^\p{Ll}{6,}$/u.test(word) ? [index] : []));
  const index = long[seed % long.length] ?? -1;
  return words
    .map((word, at) =>
      at === index ? `${word.slice(0, 2)}${word[3]}${word[2]}${word.slice(4)}` : word,
    )
    .join(" ");
}

const cutEnd = (text: string): string =>
  text
    .split(/(?<=\.) /)
    .slice(0, -1)
    .join(" ");
