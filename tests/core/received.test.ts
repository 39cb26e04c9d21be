import { expect, it } from "vitest";
import { parseReceived } from "../../src/core/received.ts";
import { anItem, aReceived } from "../support/builders.ts";

it("reads back what was received", () => {
  const received = aReceived({ derived: ["title"] });
  expect(parseReceived(JSON.stringify(received))).toEqual(received);
});

it("reads an item that was kept alone, as the first versions did", () => {
  expect(parseReceived(JSON.stringify(anItem()))).toEqual({
    ...{ item: anItem(), documentUrl: null, siteUrl: null, derived: [], page: null },
  });
});
