import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { publishedEntryId } from "../../../src/core/stories/entry-id.ts";
import { hostileString } from "../../support/hostile-strings.ts";

const OURS = "urn:uuid:6c1c2a3e-5b1f-5d4e-8a53-0f2b7f1f9d11";
const idOf = (guid: string | null) =>
  publishedEntryId({ guid, isTaken: () => false, fallback: () => OURS });

describe("publishedEntryId", () => {
  it.each([
    "https://valley.example/?p=1",
    "http://valley.example",
    "HTTPS://Valley.example/%7Eada?a=1&b='2'#frag/ment?x",
    "urn:isbn:9780131103627",
    "urn:newsml:valley.example:20260217:nL1N3AB:5",
    "urn:uuid:1225C695-CFB8-4EBB-AAAA-80DA344EFA6A",
    "tag:valley.example,2026:1",
    "tag:ada@valley.example,2026-02-17:blog/1#x",
  ])("keeps the publisher's %s to the letter", (guid) => {
    expect(idOf(guid)).toBe(guid);
  });

  it.each([
    ["no guid", null],
    ["an empty one", ""],
    ["a number", "4711"],
    ["a path", "/node/4711"],
    ["words", "valley 4711"],
    ["another scheme", "javascript:alert(1)"],
    ["a mail address", "mailto:ada@valley.example"],
    ["no host", "https:///path"],
    ["no valid host", "https://exa%mple/"],
    ["blanks", "https://valley.example/a b"],
    ["blanks around", " https://valley.example/a"],
    ["a line end", "https://valley.example/a\n"],
    ["quotes", 'https://valley.example/"a"'],
    ["angle brackets", "https://valley.example/<a>"],
    ["square brackets", "https://valley.example/?a[]=1"],
    ["umlauts", "https://bücher.example/ä"],
    ["a stray percent sign", "https://valley.example/100%"],
    ["two fragments", "https://valley.example/#a#b"],
    ["a lone surrogate", "https://valley.example/\ud83d"],
    ["a UUID that is none", "urn:uuid:4711"],
    ["a URN without a name", "urn:isbn:"],
    ["a URN with a path", "urn:newsml:valley.example/1"],
    ["a tag in capitals", "tag:Valley.example,2026:1"],
    ["a tag without a date", "tag:valley.example:1"],
    ["2001 characters", `https://valley.example/${"a".repeat(1978)}`],
  ])("takes ours for %s", (_, guid) => {
    expect(idOf(guid)).toBe(OURS);
  });

  it("keeps an id of 2000 characters", () => {
    const guid = `https://valley.example/${"a".repeat(1977)}`;
    expect(idOf(guid)).toBe(guid);
  });

  it("takes ours when another cluster holds the publisher's", () => {
    const taken = "https://valley.example/?p=1";
    const isTaken = (id: string) => id === taken;
    expect(publishedEntryId({ guid: taken, isTaken, fallback: () => OURS })).toBe(OURS);
    expect(publishedEntryId({ guid: `${taken}2`, isTaken, fallback: () => OURS })).toBe(
      `${taken}2`,
    );
  });

  it("gives an absolute URI without anything to escape but the ampersand, whatever the guid", () => {
    const guids = fc
      .tuple(
        fc.constantFrom("https://valley.example/", "urn:x1:", "tag:a.example,2026:"),
        hostileString(),
      )
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(guids, (guid) => {
        const id = idOf(guid);
        expect([guid, OURS]).toContain(id);
        expect(id).toMatch(/^[a-z]+:[!#$%&'()*+,\-./0-9:;=?@A-Z_a-z~]+$/);
      }),
    );
  });
});
