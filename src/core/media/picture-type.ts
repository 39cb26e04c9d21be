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

/**
 * Media type of a picture by its address: the format that the query asks for, else the extension at the end of the path,
 * else an extension that a size or a version follows. `null` when none tells.
 */
export function pictureType(pathOrUrl: string): string | null {
  const url = URL.parse(pathOrUrl);
  const path = url?.pathname ?? pathOrUrl;
  const asked = ["fm", "format"].map((name) => url?.searchParams.get(name)?.toLowerCase() ?? "");
  const followed = /\.([a-z]{3,4})[/:!][^/]*$/i.exec(path)?.[1]?.toLowerCase() ?? "";
  const named = /\.([a-z]{3,4})$/i.exec(path)?.[1]?.toLowerCase() ?? "";
  return [...asked, named, followed].flatMap((name) => TYPES.get(name) ?? [])[0] ?? null;
}
