import { createHash } from "node:crypto";
import { publicPath } from "../core/urls/public-address.ts";

/** One subscription of an OPML list. */
export type OpmlOutline = { readonly url: string; readonly title: string | null };

/** What a list gave, and what it did not. */
export type OpmlList = {
  readonly outlines: readonly OpmlOutline[];
  /** How many outlines there are beyond the most that are read. */
  readonly beyond: number;
  /** Outlines with an address that cannot be polled: how many, and the first few addresses. */
  readonly unusable: { readonly count: number; readonly examples: readonly string[] };
};

const MAX_READABLE = 50;

/** Digits of the hash: fewer where the id shows the address, more where it hides a part. Thousands of channels differ in their query alone. */
const DIGITS = { readable: 6, hidden: 12 };

/**
 * The id of a source from its address: readable host and path, and digits of the address's hash, so that it depends on
 * nothing but the address and two addresses never share one. Ids are published: what may be a secret, the query
 * and parts of the path, is in the hash alone; a password, which could be guessed by a hash, is not in it either.
 */
export function outlineId(url: string): string {
  const parsed = new URL(url);
  const path = publicPath(parsed);
  const isReadable = path === parsed.pathname && parsed.search === "" && parsed.username === "";
  const digits = isReadable ? DIGITS.readable : DIGITS.hidden;
  return `${readable(`${parsed.hostname}${path}`)}-${hashOf(withoutPassword(url), digits)}`;
}

/** The id that 0.1.0 gave to an address: it shows the query and all of the path. */
export function formerOutlineId(url: string): string {
  const { hostname, pathname, search } = new URL(url);
  return `${readable(`${hostname}${pathname}${search}`)}-${hashOf(url, DIGITS.readable)}`;
}

const readable = (text: string): string =>
  text
    .toLowerCase()
    .replace(/^www\./, "")
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, MAX_READABLE)
    .replace(/^-|-$/g, "");

const hashOf = (text: string, digits: number): string =>
  createHash("sha256").update(text).digest("hex").slice(0, digits);

function withoutPassword(url: string): string {
  const parsed = new URL(url);
  if (parsed.password === "") return url;
  parsed.password = "";
  return parsed.href;
}
