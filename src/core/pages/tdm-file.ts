import { matchesPath } from "./robots.ts";

/*
 * /.well-known/tdmrep.json (W3C TDM Reservation Protocol §7.1): which pages of a host have text and
 * data mining reserved. An array of { "location", "tdm-reservation", "tdm-policy" }; locations are
 * patterns as in robots.txt, and the first that matches counts. Headers and the page itself say more
 * than the file (usage-terms.ts).
 */

export const TDM_FILE_PATH = "/.well-known/tdmrep.json";

export type TdmRule = {
  readonly location: string;
  /** `null`: neither 0 nor 1, which is as good as unset. */
  readonly isReserved: boolean | null;
  readonly policyUrl: string | null;
};

/** Far more than any publisher writes. */
const MAX_RULES = 1_000;

/** The rules of a file; none where it is not what it should be. */
export function readTdmFile(text: string): readonly TdmRule[] {
  const written = parsed(text);
  return Array.isArray(written) ? written.slice(0, MAX_RULES).flatMap(ruleOf) : [];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // Mostly the HTML page of a server that answers everything with 200.
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

/** Some write the number as text. */
function reservationOf(written: unknown): boolean | null {
  if (written === 1 || written === "1") return true;
  return written === 0 || written === "0" ? false : null;
}

/** The rule for an address; `null` when none says anything about it. */
export const tdmRuleFor = (rules: readonly TdmRule[], url: string): TdmRule | null =>
  rules.find(({ location }) => matchesPath(location, url)) ?? null;
