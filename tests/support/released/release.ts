import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { brotliCompressSync, brotliDecompressSync, constants } from "node:zlib";
import type { Sites } from "./sites.ts";

/** What a released version wrote, with all that it takes to go on from there. */
export type Release = {
  readonly version: string;
  /** When it was written, by its own clock. */
  readonly writtenAt: number;
  /** What the publishers had at the last poll. */
  readonly sites: Sites;
  /** The folder of the desk but for the database: configuration, lists, drop folders. */
  readonly files: Readonly<Record<string, string>>;
  /** What readers got, by path. */
  readonly documents: Readonly<Record<string, string>>;
  /** Base64. */
  readonly database: string;
};

const FOLDER = new URL("../../fixtures/databases/", import.meta.url);

const fileOf = (version: string): URL => new URL(`${version}.json.br`, FOLDER);

export function saveRelease(release: Release): URL {
  const file = fileOf(release.version);
  // A window that spans the documents: the three formats of a feed carry the same texts.
  const params = { [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS };
  writeFileSync(file, brotliCompressSync(JSON.stringify(release), { params }));
  return file;
}

export const loadRelease = (version: string): Release =>
  JSON.parse(brotliDecompressSync(readFileSync(fileOf(version))).toString()) as Release;

/** Lays the release's desk into a folder, as its operator would find it. */
export function layRelease({ files, database }: Release, folder: string): void {
  layFiles(files, folder);
  writeFileSync(join(folder, "offprint.db"), Buffer.from(database, "base64"));
}

export function layFiles(files: Release["files"], folder: string): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}
