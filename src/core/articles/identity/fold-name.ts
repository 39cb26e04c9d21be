import { rememberLast } from "../../remember-last.ts";
import { canonicalUrl } from "../../urls/canonical-url.ts";
import { isVisitParameter } from "../../urls/visit-parameters.ts";

/** Longer names are cut here: callers tell apart two articles whose names agree so far. */
const MAX_LENGTH = 512;
/** Names of some documents: a poll asks for each of its names ten times. */
const REMEMBERED = 1000;

/**
 * One spelling for the names that a publisher may give one item in the course of time: a guid or an address
 * without scheme, `www.`, fragment, session, trailing slash, case and the choice of what is percent-encoded. Two
 * different items may share it, so callers compare the articles too.
 */
export const foldName = rememberLast(REMEMBERED, (name) => {
  const plain = name.normalize("NFC").trim();
  const url = canonicalUrl(plain);
  const folded = url === null ? withoutFragment(plain) : foldUrl(new URL(url));
  return folded.toLowerCase().slice(0, MAX_LENGTH);
});

function foldUrl({ host, pathname, search }: URL): string {
  const path = decoded(pathname.replace(/;jsessionid=[^/]*/i, "")).replace(/\/+$/, "");
  const parameters = search.slice(1).split("&");
  const kept = parameters.filter((each) => each !== "" && !isVisitParameter(each));
  const query = kept.length === 0 ? "" : `?${decoded(kept.join("&"))}`;
  return `${host.replace(/^www\./, "")}${path}${query}`.normalize("NFC");
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // A stray percent sign: as written.
  }
}

/** A guid that is nothing but a fragment keeps it. */
const withoutFragment = (name: string): string => name.replace(/(?<=.)#.*$/s, "");
