import { createHash } from "node:crypto";
import { dirname, isAbsolute, join, relative, sep } from "node:path";
import { pictureType } from "../core/media/picture-type.ts";
import type {
  ConfigurationFiles,
  SharedConfiguration,
} from "../core/settings/shared-configuration.ts";
import type { Config } from "./config.ts";
import { readBounded } from "./read-text.ts";

/** Where a configuration lies. Plain data. */
export type ConfigPlace = Pick<Config, "file" | "files"> & Pick<SharedConfiguration, "siteUrl">;

/** Larger than any file that a configuration may name. */
const MAX_BYTES = 16 * 1024 * 1024;

/**
 * What the files of a configuration hold, by the paths of `ConfigurationFiles`; `null` when one of them cannot be read any more.
 */
export function readFiles({
  file,
  files,
}: Pick<ConfigPlace, "file" | "files">): ConfigurationFiles | null {
  try {
    const read = new Map<string, Uint8Array>();
    for (const path of files) {
      const bytes = readBounded(path, MAX_BYTES);
      if (bytes === null) return null;
      read.set(pathInFolder(path, file), bytes);
    }
    return read;
  } catch {
    return null;
  }
}

/** What nodes share of these files: all but the passwords in addresses. */
export function sharedOf(
  { file, siteUrl }: Pick<ConfigPlace, "file" | "siteUrl">,
  files: ConfigurationFiles,
): SharedConfiguration {
  const shared = new Map(
    [...files].map(([path, bytes]) => [
      path,
      isSharedPicture(path) ? bytes : withoutPasswords(bytes),
    ]),
  );
  return { file, siteUrl, files: shared, hash: hashOf(shared) };
}

/** Files by their absolute paths, as a configuration at this place names them. */
export function placedFiles(files: ConfigurationFiles, file: string): ConfigurationFiles {
  return new Map([...files].map(([path, bytes]) => [absolutePath(path, file), bytes]));
}

/** @param path of `ConfigurationFiles`. @param file the configuration. */
export const absolutePath = (path: string, file: string): string =>
  path === "" || isAbsolute(path) ? path || file : join(dirname(file), path);

/** A file beside or below the configuration is named by its way from there, so that the folder may lie elsewhere. */
function pathInFolder(path: string, file: string): string {
  if (path === file) return "";
  const way = relative(dirname(file), path);
  return way.startsWith(`..${sep}`) || isAbsolute(way) ? path : way;
}

/** Whether a file of `ConfigurationFiles` is a picture; else it is a text. */
export const isSharedPicture = (path: string): boolean => path !== "" && pictureType(path) !== null;

/** `https://user:password@host` → `https://user@host`. What belongs to no address stays. */
function withoutPasswords(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes).toString("utf8");
  const without = text.replaceAll(
    /\b([a-z][a-z0-9+.-]*:\/\/[^\s/?#:@"'<>]*):[^\s/?#"'<>]*@/gi,
    "$1@",
  );
  return without === text ? bytes : Buffer.from(without, "utf8");
}

function hashOf(files: ConfigurationFiles): string {
  const hash = createHash("sha256");
  for (const [path, bytes] of [...files].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    hash.update(JSON.stringify([path, bytes.length])).update(bytes);
  }
  return hash.digest("base64url");
}
