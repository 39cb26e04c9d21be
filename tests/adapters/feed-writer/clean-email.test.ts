import { describe, expect, it } from "vitest";
import { cleanEmail } from "../../../src/adapters/feed-writer/clean-email.ts";

describe("cleanEmail", () => {
  it.each(["ada@valley.example", "a.d+a_1@news.valley.example"])("keeps %s", (address) => {
    expect(cleanEmail(` ${address}\n`)).toBe(address);
  });

  it.each([
    null,
    "",
    "ada",
    "ada@valley",
    "ada (at) valley.example",
    "ada@valley.example (Ada)",
    "ada@valley..example",
    "a b@valley.example",
    `${"a".repeat(241)}@valley.example`,
  ])("refuses %s", (address) => {
    expect(cleanEmail(address)).toBeNull();
  });
});
