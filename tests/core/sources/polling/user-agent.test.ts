import { expect, it } from "vitest";
import { withSubscribers } from "../../../../src/core/sources/polling/user-agent.ts";

it.each([
  ["Offprint/1.0 (+https://a.example/about; me)", 0, "Offprint/1.0 (+https://a.example/about; me)"],
  [
    "Offprint/1.0 (+https://a.example/about)",
    1,
    "Offprint/1.0 (+https://a.example/about; 1 subscriber)",
  ],
  [
    "Offprint/1.0 (+https://a.example/about)",
    42,
    "Offprint/1.0 (+https://a.example/about; 42 subscribers)",
  ],
  ["Mine", 2, "Mine (2 subscribers)"],
])("%s, fetching for %i people, says %s", (agent, count, said) => {
  expect(withSubscribers(agent, count)).toBe(said);
});
