/** What we send to a source that asks who we are. Never stored, never logged, never published. */
export type SourceCredentials = {
  /** Id of the source. */
  readonly source: string;
  /** The source's address: nobody else is told. */
  readonly url: string;
  /** Header names and their values. */
  readonly headers: readonly (readonly [name: string, value: string])[];
};

/**
 * Whether a request may carry the credentials of a source: to the source's own host and port alone, whatever a
 * redirect says, and never in the clear where the source's own address is encrypted. The usual step from http to
 * https on one host is allowed.
 */
export function isForOwnHost(target: URL, ownUrl: string): boolean {
  const own = new URL(ownUrl);
  if (target.hostname !== own.hostname) return false;
  if (target.protocol === own.protocol) return target.port === own.port;
  return target.protocol === "https:" && target.port === "" && own.port === "";
}
