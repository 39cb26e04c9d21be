import { expect, it } from "vitest";
import { rememberLast } from "../../src/core/remember-last.ts";

it("works a value out once for each of the last texts, also where there is none", () => {
  const worked: string[] = [];
  const remembered = rememberLast(2, (text) => {
    worked.push(text);
    return text === "" ? null : text.toUpperCase();
  });
  expect(["a", "a", "", ""].map(remembered)).toEqual(["A", "A", null, null]);
  expect(worked).toEqual(["a", ""]);
  expect(["b", "a"].map(remembered)).toEqual(["B", "A"]);
  expect(worked).toEqual(["a", "", "b", "a"]);
  expect(["b", "a"].map(remembered)).toEqual(["B", "A"]);
  expect(worked).toHaveLength(4);
});
