import { describe, expect, it } from "vitest";
import { routeClass } from "../../src/http/route-class.ts";

describe("routeClass", () => {
  it.each([
    ["/", "front"],
    ["/?x=1", "front"],
    ["/feeds/all.rss", "feed"],
    ["/feeds/all.atom?v=2", "feed"],
    ["/feeds/all.json", "feed"],
    ["/rss.xml", "feed"],
    ["/feeds/all", "feed-page"],
    ["/feeds/all/archive/3.atom", "archive"],
    ["/articles/4k7q2m", "article"],
    ["/status", "health"],
    ["/metrics?a", "metrics"],
    ["/admin", "admin"],
    ["/admin/sources", "admin"],
    ["/style.css?v=1", "asset"],
    ["/administrator", "other"],
    ["/wp-login.php", "other"],
    ["*", "other"],
    ["/constructor", "other"],
  ])("%s: %s", (url, expected) => {
    expect(routeClass(url)).toBe(expected);
  });
});
