import { NO_EXCEPTIONS } from "../cleaning/exceptions.ts";
import { err, ok, type Result } from "../result.ts";
import type { RemoteSource } from "../settings/definitions.ts";

/** The id of a source that has none yet. No configured source is called so: ids have small letters. */
const UNNAMED = "";

/** The address as somebody types it, of a feed or a page that announces one; the error is a sentence. */
export function typedAddress(typed: string): Result<string, string> {
  const text = typed.trim();
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`);
  if (text === "" || url === null || !/^https?:$/.test(url.protocol)) {
    return err("expected the address of a feed or of a page, such as https://example.org/");
  }
  return url.username === "" && url.password === ""
    ? ok(url.href)
    : err(
        "take user and password out of the address: auth in the configuration names a variable that holds them",
      );
}

/** A source as it is without any options, at an address. */
export const bareSource = (url: string): RemoteSource => ({
  id: UNNAMED,
  kind: "remote",
  url,
  title: null,
  everyMs: 15 * 60_000,
  fullText: "auto",
  rights: "full",
  paused: false,
  categories: [],
  cleanup: NO_EXCEPTIONS,
});
