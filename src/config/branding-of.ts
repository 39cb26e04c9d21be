import { createHash } from "node:crypto";
import { dirname, extname, resolve } from "node:path";
import { pictureType } from "../core/media/picture-type.ts";
import { err, ok, type Result } from "../core/result.ts";
import { type Branding, type BrandPicture, brandPath } from "../core/settings/branding.ts";
import type { ConfigProblem } from "./config.ts";
import { readBounded } from "./read-text.ts";

/** What a picture file holds; `null` for more than `limit` bytes. Throws errors of the file system. */
export type ReadPicture = (path: string, limit: number) => Uint8Array | null;

export type BrandInput = Readonly<Record<"icon" | "logo" | "color", string | undefined>>;

export type BrandPlace = {
  readonly siteUrl: string;
  /** Path of the site or the feed in the configuration. */
  readonly key: readonly PropertyKey[];
  readonly fallback: Branding;
  /** The configuration file: paths are relative to it. */
  readonly file: string;
  readonly readPicture: ReadPicture;
  readonly at: (path: readonly PropertyKey[], message: string) => ConfigProblem;
};

/** What a site or a feed is recognised by, each value its own or else the fallback's. */
export function brandingOf(
  { icon, logo, color }: BrandInput,
  { siteUrl, key, fallback, file, readPicture, at }: BrandPlace,
  problems: ConfigProblem[],
): Branding {
  const picture = (name: "icon" | "logo", value: string | undefined): BrandPicture | null => {
    if (value === undefined) return fallback[name];
    const path = resolve(dirname(file), value);
    const found = brandPicture(value, { siteUrl, path, readPicture });
    if (found.ok) return found.value;
    problems.push(at([...key, name], found.error));
    return null;
  };
  return {
    icon: picture("icon", icon),
    logo: picture("logo", logo),
    color: color?.toLowerCase() ?? fallback.color,
  };
}

/** The picture files, each once: a change of one is a change of the configuration. */
export function brandFiles(branded: readonly { readonly branding: Branding }[]): readonly string[] {
  const pictures = branded.flatMap(({ branding: { icon, logo } }) => [icon, logo]);
  return [...new Set(pictures.flatMap((picture) => picture?.file ?? []))];
}

/** Larger ones are photographs; readers load an icon for every feed in their list. */
const MAX_BYTES = 1_048_576;

type PicturePlace = Pick<BrandPlace, "siteUrl" | "readPicture"> & { readonly path: string };

/** An icon or a logo: an address as it is, a file with the address at which it is served. */
function brandPicture(
  value: string,
  { siteUrl, path, readPicture }: PicturePlace,
): Result<BrandPicture, string> {
  if (/^https?:\/\//i.test(value)) return ok({ url: value, type: pictureType(value), file: null });
  const type = pictureType(path);
  if (type === null) return err(`${path}: expected a picture such as .png, .svg or .ico`);
  const hash = hashOf(path, readPicture);
  if (!hash.ok) return hash;
  const extension = extname(path).slice(1).toLowerCase();
  return ok({ url: `${siteUrl}${brandPath(hash.value, extension)}`, type, file: path });
}

/** Reads the files themselves. */
export const readPictureFile: ReadPicture = readBounded;

/** Whether the address at which a picture is served is that of this content. */
export const isPictureAt = (url: string, bytes: Uint8Array): boolean =>
  url.includes(brandPath(contentHash(bytes), ""));

const contentHash = (bytes: Uint8Array): string =>
  createHash("sha256").update(bytes).digest("hex").slice(0, 16);

function hashOf(path: string, readPicture: ReadPicture): Result<string, string> {
  try {
    const bytes = readPicture(path, MAX_BYTES);
    if (bytes === null) return err(`${path} is larger than ${MAX_BYTES} bytes`);
    return ok(contentHash(bytes));
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    return err(code === "ENOENT" ? `there is no file ${path}` : `${path} cannot be read (${code})`);
  }
}
