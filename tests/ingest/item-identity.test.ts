import { expect, it } from "vitest";
import { namesOf } from "../../src/ingest/item-identity.ts";

it("keeps the keys that are older than the media of files", () => {
  const file = { url: "https://cdn.example/img/1", type: null, bytes: null };
  const keyWith = (enclosure: typeof file) =>
    namesOf(
      { guid: null, link: null },
      { title: "Gallery", text: "", image: null, enclosures: [enclosure], tokenCount: 1 },
    ).key;
  expect(keyWith({ ...file, medium: "image" } as typeof file)).toBe(keyWith(file));
});
