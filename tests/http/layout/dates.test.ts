import { describe, expect, it } from "vitest";
import { createDates } from "../../../src/http/layout/dates.ts";

const AT = Date.UTC(2026, 10, 20, 13, 5, 12, 345);
const SUMMER = Date.UTC(2026, 5, 20, 22, 30);

describe("createDates", () => {
  it.each([
    ["de", "UTC", "20. November 2026, 13:05 Uhr UTC"],
    ["de", "Europe/Berlin", "20. November 2026, 14:05 Uhr MEZ"],
    ["en", "UTC", "20 November 2026, 13:05 UTC"],
  ] as const)("writes an instant in full in %s and %s", (language, timeZone, text) => {
    const dates = createDates(language, timeZone);
    expect(dates.full(AT)).toEqual({ iso: "2026-11-20T13:05:12Z", text });
  });

  it("follows summer time", () => {
    const dates = createDates("de", "Europe/Berlin");
    expect(dates.full(SUMMER).text).toBe("21. Juni 2026, 00:30 Uhr MESZ");
    expect(dates.day(SUMMER, AT)).toEqual({
      key: "2026-06-21",
      weekday: "Sonntag",
      text: "21. Juni",
    });
  });

  it.each([
    ["another year", Date.UTC(2025, 0, 1), "20. November 2026, 13:05 Uhr"],
    ["the same year", Date.UTC(2026, 0, 1), "20. November, 13:05 Uhr"],
    ["nothing", null, "20. November 2026, 13:05 Uhr"],
  ])("beside %s shortens to %3$s", (_, reference, text) => {
    expect(createDates("de", "UTC").short(AT, reference).text).toBe(text);
  });

  it("leaves the date to the heading of the same day only", () => {
    const { within } = createDates("en", "UTC");
    expect(within(AT, Date.UTC(2026, 10, 20, 23)).text).toBe("13:05");
    expect(within(AT, Date.UTC(2026, 10, 21)).text).toBe("20 November, 13:05");
  });
});
