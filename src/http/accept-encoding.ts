import { CODINGS, type Coding } from "../core/entries/published.ts";

export type AcceptedCoding = Coding | "identity";

/** Our order among codings of equal weight: br is the smallest. */
const PREFERENCE: readonly AcceptedCoding[] = [...CODINGS, "identity"];

/**
 * The coding to answer with (RFC 9110 §12.5.3): the one with the highest weight, br before gzip
 * before identity among equals. Without the header: identity, because such clients are simple.
 * `null` when the client refuses identity and names nothing that we have (406).
 */
export function negotiateCoding(header: string | undefined): AcceptedCoding | null {
  if (header === undefined) return "identity";
  const weights = parseWeights(header);
  const other = weights.get("*");
  const weightOf = (coding: AcceptedCoding): number =>
    weights.get(coding) ?? other ?? (coding === "identity" ? UNSAID_IDENTITY : 0);
  const ranked = PREFERENCE.map((coding) => ({ coding, weight: weightOf(coding) }));
  const best = ranked.reduce((a, b) => (b.weight > a.weight ? b : a));
  return best.weight > 0 ? best.coding : null;
}

/** Identity is acceptable unless refused, but never better than what the client asked for. */
const UNSAID_IDENTITY = 0.0001;

function parseWeights(header: string): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  for (const part of header.toLowerCase().split(",")) {
    const [name = "", ...parameters] = part.split(";");
    const coding = name.trim();
    if (coding !== "") weights.set(coding === "x-gzip" ? "gzip" : coding, weightIn(parameters));
  }
  return weights;
}

/** 1 without a `q`; 0 for a `q` that is no number. */
function weightIn(parameters: readonly string[]): number {
  const q = parameters.map((parameter) => parameter.trim()).find((text) => text.startsWith("q="));
  if (q === undefined) return 1;
  const weight = Number(q.slice(2) || Number.NaN);
  return weight >= 0 && weight <= 1 ? weight : 0;
}
