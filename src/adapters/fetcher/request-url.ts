import { isIP } from "node:net";
import { err, ok, type Result } from "../../core/result.ts";
import type { FetchError } from "../../core/sources/errors.ts";
import { isPublicAddress } from "./public-address.ts";

/**
 * Accepts http and https URLs without a user name or password, which would end up in logs and on pages. Removes the
 * fragment, which is not sent. Addresses are checked when dialling.
 */
export function requestUrl(text: string, base?: URL): Result<URL, FetchError> {
  const url = URL.parse(text, base?.href);
  if (url === null || !/^https?:$/.test(url.protocol)) return err(badUrl(text));
  if (url.username !== "" || url.password !== "") {
    return err({ ...badUrl(withoutCredentials(url)), hasCredentials: true });
  }
  if (url.href.includes("#")) url.hash = "";
  return ok(url);
}

const badUrl = (url: string): Extract<FetchError, { kind: "bad-url" }> => ({
  kind: "bad-url",
  url: url.slice(0, 500),
});

function withoutCredentials(url: URL): string {
  url.username = "";
  url.password = "";
  return url.href;
}

/**
 * Whether a host is on the operator's own network: "localhost", a name without a dot, an address that is not public.
 */
export function isOwnNetwork(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, "");
  return isIP(host) === 0 ? !host.includes(".") : !isPublicAddress(host);
}
