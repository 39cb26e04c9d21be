/** The kinds of pictures on the web, by the extension of a file name. */
const TYPES: ReadonlyMap<string, string> = new Map([
  ["avif", "image/avif"],
  ["bmp", "image/bmp"],
  ["gif", "image/gif"],
  ["heic", "image/heic"],
  ["ico", "image/x-icon"],
  ["jfif", "image/jpeg"],
  ["jpeg", "image/jpeg"],
  ["jpg", "image/jpeg"],
  ["png", "image/png"],
  ["svg", "image/svg+xml"],
  ["tif", "image/tiff"],
  ["tiff", "image/tiff"],
  ["webp", "image/webp"],
]);

/** Media type of a picture by the end of its path; `null` when that does not tell. */
export function pictureType(pathOrUrl: string): string | null {
  const path = URL.parse(pathOrUrl)?.pathname ?? pathOrUrl;
  return TYPES.get(/\.([a-z]{3,4})$/i.exec(path)?.[1]?.toLowerCase() ?? "") ?? null;
}
