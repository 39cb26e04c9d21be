import type { PageTerms } from "../../core/rights/usage-terms.ts";
import { PRODUCT_TOKEN } from "../../core/rights/usage-terms.ts";
import { webUrl } from "../markup/urls.ts";
import { metaText, type Sources, sourceLink, sourceText } from "./sources.ts";

const MAX_DIRECTIVES = 30;

/** What a page says about how it may be used. The caller obeys it. */
export function readTerms(sources: Sources): PageTerms {
  const { facts, baseUrl } = sources;
  return {
    robots: robotsOf(["robots", PRODUCT_TOKEN].flatMap((name) => facts.meta.get(name) ?? [])),
    isTdmReserved: tdmReservation(metaText(facts, "tdm-reservation")),
    tdmPolicyUrl: webUrl(facts.meta.get("tdm-policy")?.[0], baseUrl),
    isFree: accessOf(sources),
    licenceUrl: licenceOf(sources),
    rslLicence: rslLicenceOf(sources),
  };
}

/** Directives of every `meta` for robots or for us, each once and in lower case. */
function robotsOf(contents: readonly string[]): string[] {
  const directives = contents
    .flatMap((content) => content.toLowerCase().split(","))
    .map((directive) => directive.replace(/\s+/g, ""))
    .filter((directive) => directive !== "");
  return [...new Set(directives)].slice(0, MAX_DIRECTIVES);
}

const tdmReservation = (written: string | null): boolean | null =>
  written === "1" ? true : written === "0" ? false : null;

/** A boolean, or the words that people write for one ("False", "http://schema.org/False"). */
function accessOf({ data, facts }: Sources): boolean | null {
  const written = [
    data.article?.get("isAccessibleForFree"),
    data.page?.get("isAccessibleForFree"),
    metaText(facts, "isaccessibleforfree"),
  ].find((value) => value !== undefined && value !== null);
  if (typeof written === "boolean") return written;
  const word = /(?:^|\/)(true|false)$/i.exec(sourceText(written) ?? "")?.[1]?.toLowerCase();
  if (word !== undefined) return word === "true";
  // Facebook's own word for it.
  return metaText(facts, "article:content_tier") === "locked" ? false : null;
}

function licenceOf(sources: Sources): string | null {
  const { data, facts, baseUrl } = sources;
  const written = data.article?.get("license") ?? data.page?.get("license");
  const linked = typeof written === "string" ? webUrl(written, baseUrl) : null;
  const meta = metaText(facts, "dcterms.license") ?? metaText(facts, "dc.rights.license");
  return linked ?? sourceLink(sources, "license") ?? webUrl(meta ?? undefined, null);
}

/** RSL 1.0: `link rel=license type=application/rsl+xml`. */
function rslLicenceOf({ facts, baseUrl }: Sources): string | null {
  const link = facts.links.get("license")?.find(({ type }) => type === "application/rsl+xml");
  return link === undefined ? null : (webUrl(link.href, baseUrl) ?? "named without an address");
}
