import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fingerprintOf } from "../../../src/core/similarity/fingerprint.ts";
import { judge } from "../../../src/core/similarity/judge.ts";
import type { Subject } from "../../../src/core/similarity/pair.ts";
import { titleOf } from "../../../src/core/similarity/title.ts";
import { tokensByLine } from "../../../src/core/text/tokens.ts";
import { HOUR, NOW } from "../../support/builders.ts";
import { generateText, seeded } from "../../support/generated-texts.ts";

type Report = { readonly title: string; readonly text: string; readonly hours?: number };

const subject = ({ title, text, hours = 0 }: Report): Subject => ({
  ...{ title: titleOf(title), address: null, comparedAt: NOW + hours * HOUR },
  tokens: fingerprintOf(tokensByLine(text)).tokens,
});

/** @returns the rule that decided, and how. */
function ruleOf(one: Report, other: Report): string {
  const judgement = judge(subject(one), subject(other));
  if (judgement.verdict === "unproven") return "unproven";
  return judgement.verdict === "same" ? judgement.reason.rule : `not: ${judgement.rule}`;
}

describe("two reports of one form under one headline are two when", () => {
  const reserves = (rate: string): string =>
    `The central bank entered the market to arrange 1.5 billion of customer repurchase agreements, dealers said.
Overnight funds traded at ${rate} percent when it began its temporary supply of reserves to the banking system, which
most economists had expected, as seasonal factors drain money from the system at this time of the year.`;
  const recall = (count: string): string =>
    `Some ${count} cars made by Halm Motors are being recalled over faulty brakes. No accident is known, the maker said.
The owners get a letter, and the repair costs them nothing.`;
  const level = (text: string): string =>
    `${text} Zentimeter misst der Pegel der Velde bei Halmstadt, teilte das Amt am Morgen mit. Die Schifffahrt ist nicht
eingeschränkt, mit Regen wird in den nächsten Tagen nicht gerechnet.`;

  it.each<[string, string, string]>([
    ["a fraction comes to a number", reserves("6"), reserves("6-3/16")],
    ["their only figure stands before all that they share", recall("36,200"), recall("16,500")],
    ["the first number is another", level("412"), level("398")],
  ])("%s", (_, one, other) => {
    expect(
      ruleOf({ title: "One headline", text: one }, { title: "One headline", text: other }),
    ).toBe("not: numbers");
  });

  it("a few prices of a list changed, and one price put right makes no other list", () => {
    const goods = "apples pears carrots cabbage salad leek onions garlic plums beets".split(" ");
    const list = (prices: readonly number[]): Report => ({
      title: "Market prices in Velten",
      text: `On the market in Velten a pound costs ${goods
        .map((good, index) => `${good} ${prices[index]}`)
        .join(", ")}. The market office gives no guarantee for these figures.`,
    });
    const prices = goods.map((_, index) => 110 + 7 * index);
    expect(ruleOf(list(prices), list(prices.with(2, 98).with(7, 99)))).toBe("not: numbers");
    expect(ruleOf(list(prices), list(prices.with(2, 98)))).toBe("copy");
  });
});

describe("two short reports with the same figures", () => {
  const accident = (who: string, where: string, how: string): string =>
    `On Thursday, 12 March 2026, at 22.30 a ${who} aged 34 was hurt in ${where}, police said. ${how} on the wet road. The damage comes to 5,000 euros. Witnesses are asked to call 8990.`;
  const one = accident("cyclist", "Velten", "He fell");
  const other = accident("driver", "Halm", "Two cars met");

  it.each([
    ["under one rubric are no proof", "Police report", "Police report", "unproven"],
    ["under titles that tell nothing of them", "Yesterday and today", "Blue lights", "unproven"],
    ["of which one title names its own", "Cyclist hurt in Velten", "Blue lights", "unproven"],
    [
      "of which each title names its own",
      "Cyclist hurt in Velten",
      "Driver hurt in Halm",
      "not: subject",
    ],
    ["under a title that fits both", "Man hurt on wet road", "Man hurt on wet road", "unproven"],
  ])("%s", (_, title, otherTitle, expected) => {
    expect(ruleOf({ title, text: one }, { title: otherTitle, text: other })).toBe(expected);
  });

  it.each([
    ["under a heading", "Police report for the weekend", "unproven"],
    ["under a title that tells of one event", "Ferry to Velten cancelled", "copy"],
  ])("and three other words, %s", (_, title, expected) => {
    const ferry = (words: readonly string[]): string =>
      `The last ferry to Velten was cancelled on Friday night after ${words[0]} had found a leak in the hull. ${generateText(seeded(5), 40)} and ${words[1]} had to wait until the morning for the next boat to leave the harbour with ${words[2]} on the quay looking on.`;
    const [text, other] = [
      ferry(["divers", "travellers", "fishermen"]),
      ferry(["engineers", "passengers", "sailors"]),
    ];
    expect(ruleOf({ title, text }, { title, text: other })).toBe(expected);
  });

  it("are one when they are a table of which a few words differ", () => {
    const table = (first: string, last: string): Report => ({
      title: "Halm Foods 1st qtr",
      text: `Shr 12 cts vs 14 cts net 3,400 vs 3,900 revs 45,100 vs 47,700 in ${first} of the year and avg shrs 1,210 vs 1,260 ${last}`,
    });
    expect(ruleOf(table("course", "as filed"), table("terms", "now told"))).toBe("copy");
  });

  it("are one under a rubric when hardly a word differs", () => {
    const long = `${one} ${generateText(seeded(5), 50)}`;
    const title = "Police report";
    expect(ruleOf({ title, text: long }, { title, text: long.replace("said", "told") })).toBe(
      "copy",
    );
  });

  it("tell by single characters whom they are about where words have no blanks between them", () => {
    const report = (where: string): Report => ({
      title: `${where}で震度4の地震`,
      text: `2026年3月12日午後10時30分ごろ、${where}で震度4の地震があった。震源の深さは50キロ。津波の心配はない。`,
    });
    expect(ruleOf(report("茨城県"), report("宮崎県"))).toBe("not: subject");
  });
});

describe("of live tickers", () => {
  const entry = (seed: number): string => generateText(seeded(seed), 24).replaceAll(/\d+/g, "");
  const ticker = (entries: readonly number[], title = "Live: Storm over Velten"): Report => ({
    title,
    text: [...entries.map(entry), generateText(seeded(99), 90)].join("\n\n"),
  });

  it("one that grew is the same", () => {
    expect(ruleOf(ticker([1, 2, 3]), ticker([6, 5, 4, 1, 2, 3]))).toBe("copy");
  });

  it("one with other entries over the same background is another", () => {
    expect(ruleOf(ticker([1]), ticker([2]))).toBe("unproven");
    // A report with a new beginning is not.
    expect(ruleOf(ticker([1], "Storm over Velten"), ticker([2], "Storm over Velten"))).toBe("copy");
  });

  it("one that carries an article among its entries is not that article, but for its own title", () => {
    const article = { title: "Bridge closed", text: generateText(seeded(99), 90) };
    expect(ruleOf(article, ticker([1]))).toBe("unproven");
    expect(ruleOf({ ...article, title: "Storm over Velten" }, ticker([1]))).toBe("copy");
  });
});

/** What two houses make of one message: alternatives for each sentence, by figures and names. */
type Values = Readonly<Record<"company" | "plant" | "workers" | "cut" | "hours", string>>;

const VALUES: Values = {
  ...{ company: "Halm Foods", plant: "Velten", workers: "2,480", cut: "45", hours: "38" },
};

const SENTENCES: readonly (readonly ((values: Values) => string)[])[] = [
  [
    ({ company, plant }) =>
      `Workers voted to strike the ${company} plant in ${plant} from Tuesday.`,
    ({ company, plant }) => `The ${company} plant in ${plant} faces a strike from Tuesday.`,
  ],
  [
    ({ workers }) => `About ${workers} members turned down the latest offer of the company.`,
    ({ workers }) => `The latest offer of the company was turned down by some ${workers} members.`,
  ],
  [
    ({ cut, hours }) =>
      `It cut overtime pay by ${cut} cents an hour after a week of ${hours} hours.`,
    ({ cut, hours }) =>
      `After a week of ${hours} hours overtime pay was cut by ${cut} cents an hour.`,
  ],
  [
    () => `A spokesman of the union called the offer unacceptable.`,
    () => `The offer is unacceptable, a spokesman of the union said.`,
  ],
];

/** @param wording which alternative of each sentence. */
const report = (wording: readonly number[], values: Values = VALUES, hours = 0): Report => ({
  title: `Strike at ${values.company}`,
  text: SENTENCES.map((sentence, index) => sentence[wording[index] ?? 0]?.(values)).join(" "),
  hours,
});

describe("a short report in other words", () => {
  const one = report([0, 0, 0, 0]);

  it.each<[string, Report, string]>([
    ["is the same by its figures", report([1, 1, 0, 1]), "rewrite"],
    ["is it in another order", { ...one, text: reversed(report([0, 1, 1, 0]).text) }, "rewrite"],
    ["is it without its end", { ...one, text: cutEnd(report([1, 1, 0, 1]).text) }, "rewrite"],
    ["is none two days later", report([1, 1, 0, 1], VALUES, 40), "unproven"],
    [
      "is none of another plant's strike",
      report([1, 1, 0, 1], { ...VALUES, company: "Orsa Steel" }),
      "not: subject",
    ],
  ])("%s", (_, other, expected) => {
    expect(ruleOf(one, other)).toBe(expected);
  });

  it.each(["workers", "cut", "hours"] as const)("is none with another number of %s", (key) => {
    const wordings = fc.array(fc.nat({ max: 1 }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(wordings, wordings, fc.integer({ min: 50, max: 9000 }), (left, right, number) => {
        const rule = ruleOf(report(left), report(right, { ...VALUES, [key]: String(number) }));
        expect(rule).not.toBe("rewrite");
      }),
    );
  });

  it("is none of a follow-up that repeats one figure", () => {
    const text = `Talks about the strike at Halm Foods in Velten broke down on Friday. Both sides blamed each other.
The 2,480 members go on with it, and a judge will hear the case on the 14th.`;
    expect(ruleOf(one, { title: one.title, text })).toBe("not: form");
  });

  it("is none of its translation", () => {
    const text = `Die Beschäftigten haben für einen Streik im Werk von Halm Foods in Velten gestimmt. Rund 2,480 Mitglieder lehnten
das Angebot ab, das nach 38 Stunden die Zuschläge um 45 Cent gekürzt hätte.`;
    expect(ruleOf(one, { title: "Streik bei Halm Foods", text })).toBe("not: form");
  });

  it("is none of a passage that both quote", () => {
    const quoted = report([0, 0, 0, 0]).text;
    const article = (seed: number): string =>
      `${generateText(seeded(seed), 45).replaceAll(/\d+/g, "")} ${quoted}`;
    const titles = ["What the week brings", "Letters"];
    const [left, right] = [article(31), article(32)].map((text, index) => ({
      ...{ text, title: titles[index] ?? "" },
    }));
    expect(left && right && ruleOf(left, right)).toBe("unproven");
  });
});

function reversed(text: string): string {
  return text
    .split(/(?<=\.) /)
    .reverse()
    .join(" ");
}

function cutEnd(text: string): string {
  return text
    .split(/(?<=\.) /)
    .slice(0, -1)
    .join(" ");
}
