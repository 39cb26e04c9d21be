import type { UsageHeaders } from "../../core/rights/usage-terms.ts";
import type { ResponseHeaders } from "./response-headers.ts";

/** What a response says about the use of its document; `url` is the base of relative addresses. */
export function usageOf(headers: ResponseHeaders, url: URL): UsageHeaders {
  return {
    robotsTag: linesOf(headers["x-robots-tag"]),
    tdmReservation: linesOf(headers["tdm-reservation"]),
    tdmPolicy: linesOf(headers["tdm-policy"]),
    rslLicence: rslLicenceOf(linesOf(headers["link"]) ?? "", url),
  };
}

/** Longest text that is kept of one header: it is stored with the article. */
const MAX_LENGTH = 2_000;

/** One line a value, of visible ASCII; `null` when nothing is left. */
function linesOf(value: string | string[] | undefined): string | null {
  const values = typeof value === "string" ? [value] : (value ?? []);
  const lines = values.map((line) => line.replace(/[^\x20-\x7e]/g, "").trim());
  return (
    lines
      .filter((line) => line !== "")
      .join("\n")
      .slice(0, MAX_LENGTH) || null
  );
}

/** RSL 1.0: `Link: <…>; rel="license"; type="application/rsl+xml"`. */
function rslLicenceOf(links: string, base: URL): string | null {
  for (const link of links.split("<").slice(1)) {
    const end = link.indexOf(">");
    const parameters = link.slice(end + 1).toLowerCase();
    if (end === -1 || !parameters.includes("application/rsl+xml")) continue;
    if (!/\brel\s{0,9}=\s{0,9}"?[^";,]*\blicense\b/.test(parameters)) continue;
    return URL.parse(link.slice(0, end), base.href)?.href ?? "named without an address";
  }
  return null;
}
