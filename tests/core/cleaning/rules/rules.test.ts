import { describe, expect, it } from "vitest";
import { classifyLine } from "../../../../src/core/cleaning/rules/classify-line.ts";
import { RULES } from "../../../../src/core/cleaning/rules/phrases/all-rules.ts";

const ruleOf = (text: string): string | null =>
  classifyLine({ text, linkedShare: 0, urls: [] })?.rule ?? null;

describe.each(RULES.map((rule) => [rule.id, rule] as const))("the rule %s", (id, rule) => {
  it.each([...rule.examples.removes])("takes “%s”", (text) => {
    expect(ruleOf(text)).toBe(id);
  });

  it.each([...rule.examples.keeps])("leaves “%s”", (text) => {
    expect(ruleOf(text)).toBeNull();
  });
});

it("has phrases in at least six languages, and examples both ways, in every class", () => {
  for (const rule of RULES) {
    expect(Object.keys(rule.phrases).length, rule.id).toBeGreaterThanOrEqual(6);
    expect(rule.examples.removes, rule.id).not.toEqual([]);
    expect(rule.examples.keeps, rule.id).not.toEqual([]);
  }
});
