import { matchesPath } from "./robots.ts";

/*
 * /.well-known/tdmrep.json (W3C TDM Reservation Protocol §7.1) says for which pages of a host text and data mining is
 * reserved. It is an array of { "location", "tdm-reservation", "tdm-policy" }; locations are patterns as in robots.txt, and
 * the first that matches counts. Headers and the page itself override the file (usage-terms.ts).
 */

export const TDM_FILE_PATH = "/.well-known/tdmrep.json";

export type TdmRule = {
  readonly location: string;
  /** `null` for a value that is neither 0 nor 1, which counts as unset. */
  readonly isReserved: boolean | null;
  readonly policyUrl: string | null;
};

/** Far more than any publisher writes. */
const MAX_RULES = 1_000;

/** The rules of a file; none if it is not a JSON array. */
export function readTdmFile(text: string): readonly TdmRule[] {
  const written = parsed(text);
  return Array.isArray(written) ? written.slice(0, MAX_RULES).flatMap(ruleOf) : [];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // Mostly an HTML page, from a server that answers every address with 200.
  }
}

function ruleOf(written: unknown): TdmRule[] {
  if (typeof written !== "object" || written === null) return [];
  const { location, ...said } = written as Readonly<Record<string, unknown>>;
  if (typeof location !== "string" || location === "") return [];
  const policy = said["tdm-policy"];
  return [
    {
      location,
      isReserved: reservationOf(said["tdm-reservation"]),
      policyUrl: typeof policy === "string" ? (URL.parse(policy)?.href ?? null) : null,
    },
  ];
}

/** A reservation; some publishers write the number as text. */
function reservationOf(written: unknown): boolean | null {
  if (written === 1 || written === "1") return true;
  return written === 0 || written === "0" ? false : null;
}

/** The first rule that matches an address, or `null`. */
export const tdmRuleFor = (rules: readonly TdmRule[], url: string): TdmRule | null =>
  rules.find(({ location }) => matchesPath(location, url)) ?? null;
