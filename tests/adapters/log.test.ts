import { describe, expect, it } from "vitest";
import { lineText } from "../../src/adapters/log.ts";

const TIME = "2026-02-17T12:00:00.000Z";
const clock = new Date(TIME).toLocaleTimeString("en-GB");
const lineOf = (fields: object): string =>
  lineText(
    JSON.stringify({
      level: "warn",
      time: TIME,
      side: "ingest",
      node: "here",
      ...fields,
      msg: "poll failed",
    }),
  );

describe("a log for people", () => {
  it("has one line an outcome: when, how bad, who, what, and the rest by name", () => {
    const error = { kind: "http-status", message: "the server answered 503" };
    expect(lineOf({ source: "nume", items: 3, error })).toBe(
      `${clock} warn  ingest: poll failed  source=nume items=3 error="the server answered 503"\n`,
    );
  });

  it("says an error by its message", () => {
    expect(
      lineOf({ err: { type: "Error", message: "disk is full", stack: "Error: at x.ts:1" } }),
    ).toBe(`${clock} warn  ingest: poll failed  err="disk is full"\n`);
  });

  it("lets nobody write on the terminal what they like", () => {
    expect(lineOf({ source: "\u001b[2J\nERROR" })).toMatch(/^[^\p{C}]*\n$/u);
  });
});
