import { existsSync } from "node:fs";
import { opmlParts } from "../../adapters/markup/opml-parts.ts";
import type { Config } from "../../config/config.ts";
import { lastGoodPath, readLastGood } from "../../config/last-good.ts";
import { absolutePath } from "../../config/placed-files.ts";
import {
  type ConfigPlace,
  isSharedPicture,
  passwordsIn,
  readFiles,
  sharedOf,
} from "../../config/shared-files.ts";
import { NO_PASSWORDS, type Passwords } from "../../config/without-password.ts";
import { holderOn, type OwnerClaim } from "../../core/settings/owning.ts";
import type {
  ConfigurationFiles,
  SharedConfiguration,
  StoredConfiguration,
} from "../../core/settings/shared-configuration.ts";
import type { Io } from "../io.ts";
import { load, loadDetached } from "../load.ts";
import { nodeName } from "../node-name.ts";

/** The configuration file of this node, for the process that may store it. Plain data: it crosses processes. */
export type OwnFile = { readonly place: ConfigPlace; readonly claim: OwnerClaim };

/** The configuration of this node's file, read once: what counts here and what is shared are of the same bytes. */
export type LocalConfiguration = {
  readonly config: Config;
  /** As they are, with passwords. */
  readonly files: ConfigurationFiles;
  readonly shared: SharedConfiguration;
  readonly passwords: Passwords;
};

/** `null` when the files changed since they were loaded, and cannot be used as they are now: they are looked at again. */
export function localOf(
  { file, files: paths, site }: Config,
  io: Pick<Io, "environment">,
): LocalConfiguration | null {
  const files = readFiles({ file, files: paths });
  if (files === null) return null;
  const loaded = loadDetached({ file, files, siteUrl: undefined }, io);
  if (!loaded.ok) return null;
  const shared = sharedOf({ file, siteUrl: site.url }, files, opmlParts);
  return { config: loaded.value, files, shared, passwords: passwordsIn(files, opmlParts) };
}

export function ownFileOf(
  { config: { file, files }, shared: { siteUrl, hash } }: LocalConfiguration,
  io: Pick<Io, "environment">,
  editOf: string | null,
): OwnFile {
  const node = nodeName(io);
  const claim = { hash, node, holder: holderOn(node, process.pid), editOf };
  return { place: { file, files, siteUrl }, claim };
}

/** The files of this node as they are shared; `null` when they are no longer those that were checked. */
export function readOwn({ place, claim }: OwnFile): SharedConfiguration | null {
  const files = readFiles(place);
  const shared = files === null ? null : sharedOf(place, files, opmlParts);
  return shared?.hash === claim.hash ? shared : null;
}

/** The passwords that were in the texts of a file when they were last good. */
export function lastGoodPasswords({ file, files }: Pick<Config, "file" | "files">): Passwords {
  const texts = files.filter((path) => path === file || !isSharedPicture(path));
  const copies = readFiles({ file, files: texts }, lastGoodPath);
  return copies === null ? NO_PASSWORDS : passwordsIn(copies, opmlParts);
}

/**
 * The hash of the configuration of which a file is an edit: of what is stored, where the texts were last good so; where it is not
 * known what is stored, of all as it was last good. `null` where the file was never good, or never so.
 */
export function editOf(
  stored: (StoredConfiguration & Pick<SharedConfiguration, "files">) | null,
  file: string,
  io: Pick<Io, "environment">,
): string | null {
  if (stored === null) return lastGoodHash(file, io);
  const texts = new Map([...stored.files].filter(([path]) => !isSharedPicture(path)));
  const files = [...texts.keys()].map((path) => absolutePath(path, file));
  const former = readFiles({ file, files }, lastGoodPath);
  const hashOf = (of: ConfigurationFiles): string => sharedOf(stored, of, opmlParts).hash;
  return former !== null && hashOf(former) === hashOf(texts) ? stored.hash : null;
}

function lastGoodHash(file: string, io: Pick<Io, "environment">): string | null {
  if (!existsSync(lastGoodPath(file))) return null;
  const loaded = load({ config: file }, io, readLastGood);
  if (!loaded.ok) return null;
  const { files, site } = loaded.value;
  const former = readFiles({ file, files }, (path) => {
    const copy = lastGoodPath(path);
    return existsSync(copy) ? copy : path;
  });
  return former && sharedOf({ file, siteUrl: site.url }, former, opmlParts).hash;
}
