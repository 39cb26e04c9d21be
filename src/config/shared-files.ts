import { createHash } from "node:crypto";
import { pictureType } from "../core/media/picture-type.ts";
import type {
  ConfigurationFiles,
  SharedConfiguration,
} from "../core/settings/shared-configuration.ts";
import { changeValues, type TextParts } from "../core/settings/text-values.ts";
import type { Config } from "./config.ts";
import { pathInFolder } from "./placed-files.ts";
import { readBounded } from "./read-text.ts";
import { checkShape } from "./schema.ts";
import {
  type Passwords,
  passwordKey,
  withoutPassword,
  withoutPasswordsIn,
} from "./without-password.ts";
import { parseYamlDocument, yamlComments, yamlStrings } from "./yaml/read-yaml.ts";

/** Where a configuration lies. Plain data. */
export type ConfigPlace = Pick<Config, "file" | "files"> & Pick<SharedConfiguration, "siteUrl">;

/** Larger than any file that a configuration may name. */
const MAX_BYTES = 16 * 1024 * 1024;

/**
 * What the files of a configuration hold, by the paths of `ConfigurationFiles`; `null` when one of them cannot be read any more.
 *
 * @param copyOf where each is read from; default: where it is.
 */
export function readFiles(
  { file, files }: Pick<ConfigPlace, "file" | "files">,
  copyOf = (path: string): string => path,
): ConfigurationFiles | null {
  try {
    const read = new Map<string, Uint8Array>();
    for (const path of files) {
      const bytes = readBounded(copyOf(path), MAX_BYTES);
      if (bytes === null) return null;
      read.set(pathInFolder(path, file), bytes);
    }
    return read;
  } catch {
    return null;
  }
}

/** The values and comments of a list. */
export type PartsOf = (text: string) => TextParts;

/**
 * What nodes share of these files: all but the passwords in addresses, and the comments, in which nothing tells a password from
 * other words. Lines stay where they are, for problems are told by them.
 */
export function sharedOf(
  { file, siteUrl }: Pick<ConfigPlace, "file" | "siteUrl">,
  files: ConfigurationFiles,
  partsOf: PartsOf,
): SharedConfiguration {
  const change = { ofValue: withoutPassword, ofRest: withoutPasswordsIn };
  const without = (path: string, bytes: Uint8Array): Uint8Array => {
    if (isSharedPicture(path)) return bytes;
    const text = textOf(bytes);
    const next = changeValues(text, partsIn(path, text, partsOf), change);
    return next === text ? bytes : Buffer.from(next, "utf8");
  };
  const shared = new Map([...files].map(([path, bytes]) => [path, without(path, bytes)]));
  return { file, siteUrl, files: shared, hash: hashOf(shared) };
}

/**
 * The addresses with passwords that files hold, each by itself without its password, and by the id of the source that the
 * configuration names with it: two sources may have one address, and a password each.
 */
export function passwordsIn(files: ConfigurationFiles, partsOf: PartsOf): Passwords {
  const known = new Map<string, string>();
  for (const [path, bytes] of files) {
    if (isSharedPicture(path)) continue;
    const text = textOf(bytes);
    for (const { value } of partsIn(path, text, partsOf).values) note(known, null, value);
    if (path === "") for (const { id, url } of sourcesIn(text)) note(known, id, url);
  }
  return known;
}

function note(known: Map<string, string>, source: string | null, value: string): void {
  const address = withoutPassword(value);
  const url = address === value ? null : URL.parse(address);
  if (url !== null) known.set(passwordKey(source, url.href), value);
}

function sourcesIn(text: string): readonly { readonly id: string; readonly url: string }[] {
  if (!MAY_HOLD_PASSWORDS.test(text)) return [];
  const shape = checkShape(parseYamlDocument(text).value);
  return shape.ok ? shape.value.sources.filter((source) => "url" in source) : [];
}

function partsIn(path: string, text: string, partsOf: PartsOf): TextParts {
  if (path !== "") return partsOf(text);
  const values = MAY_HOLD_PASSWORDS.test(text) ? yamlStrings(text) : [];
  return { values, comments: yamlComments(text) };
}

/** What every password of an address comes with in YAML: most configurations need not be parsed for them. */
const MAY_HOLD_PASSWORDS = /[@\\]|postgres/i;

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString("utf8");

/** Whether a file of `ConfigurationFiles` is a picture; else it is a text. */
export const isSharedPicture = (path: string): boolean => path !== "" && pictureType(path) !== null;

function hashOf(files: ConfigurationFiles): string {
  const hash = createHash("sha256");
  for (const [path, bytes] of [...files].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    hash.update(JSON.stringify([path, bytes.length])).update(bytes);
  }
  return hash.digest("base64url");
}
