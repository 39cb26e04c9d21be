/** The program's own path of the pictures that its samples show. */
export const SAMPLE_PICTURES = "/samples/";

/**
 * The file of a picture in the samples, whose houses are below `.example`, where nothing is ever found
 * (RFC 2606 §3): its name without size and kind of file. `null` for every address that may lead somewhere.
 */
export function sampleName(address: string): string | null {
  const url = URL.parse(address);
  if (url === null || !url.hostname.endsWith(".example")) return null;
  return /\/([a-z0-9-]{1,60})\.(?:jpg|png)$/.exec(url.pathname)?.[1] ?? null;
}
