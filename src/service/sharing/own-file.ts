import { opmlParts } from "../../adapters/markup/opml-parts.ts";
import type { Config } from "../../config/config.ts";
import { lastGoodPath } from "../../config/last-good.ts";
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
import { loadDetached } from "../load.ts";
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
  isEdit: boolean,
): OwnFile {
  const node = nodeName(io);
  const claim = { hash, node, holder: holderOn(node, process.pid), isEdit };
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
  const copies = readFiles({ file: lastGoodPath(file), files: texts.map(lastGoodPath) });
  return copies === null ? NO_PASSWORDS : passwordsIn(copies, opmlParts);
}

/** Whether the texts of a file were last good as they are stored: what differs now is an edit of them. */
export function isEditOf(
  stored: StoredConfiguration & Pick<SharedConfiguration, "files">,
  file: string,
): boolean {
  const texts = new Map([...stored.files].filter(([path]) => !isSharedPicture(path)));
  const copies = readFiles({
    file: lastGoodPath(file),
    files: [...texts.keys()].map((path) => lastGoodPath(absolutePath(path, file))),
  });
  if (copies === null) return false;
  const contents = [...copies.values()];
  const former = new Map(
    [...texts.keys()].map((path, n) => [path, contents[n] ?? new Uint8Array()]),
  );
  const hashOf = (files: ConfigurationFiles): string => sharedOf(stored, files, opmlParts).hash;
  return hashOf(former) === hashOf(texts);
}
