import { isAddress } from "./database-address.ts";

/** Addresses with passwords, by `passwordKey`. */
export type Passwords = ReadonlyMap<string, string>;
export const NO_PASSWORDS: Passwords = new Map();

/**
 * @param source the id of the source that has this address; `null`: any.
 * @param address without its password, as URL.href writes it.
 */
export const passwordKey = (source: string | null, address: string): string =>
  source === null ? address : `${source} ${address}`;

/**
 * A value without the passwords of its addresses. One that is an address is read as programs read it, however it is written
 * (`https:\\me:secret@host`); it comes back as they write it where its usual form does not do.
 */
export function withoutPassword(value: string): string {
  const usual = withoutPasswordsIn(value);
  const url = URL.parse(value);
  if (url === null || !hasPassword(url)) return usual;
  url.password = "";
  if (isAddress(url.href)) url.searchParams.delete(PARAMETER);
  // Not https://@host: a source polls another address then.
  const isUsual = url.username !== "" && URL.parse(usual)?.href === url.href;
  return isUsual ? usual : url.href;
}

/** Parameters of a PostgreSQL address count as its user and password do. */
const PARAMETER = "password";

const hasPassword = (url: URL): boolean =>
  url.password !== "" || (isAddress(url.href) && url.searchParams.has(PARAMETER));

/** The same for addresses within a text, in their usual form: `https://user:password@host` → `https://user@host`. */
export const withoutPasswordsIn = (text: string): string =>
  text.replaceAll(/\b([a-z][a-z0-9+.-]*:\/\/[^\s/?#:@"'<>]*):[^\s/?#"'<>]*@/gi, "$1@");
