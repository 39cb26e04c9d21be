import { readFile } from "node:fs/promises";
import { isPictureAt } from "../../config/branding-of.ts";
import type { Config } from "../../config/config.ts";
import { placedFiles } from "../../config/placed-files.ts";
import type {
  ConfigurationFiles,
  ConfigurationStore,
} from "../../core/settings/shared-configuration.ts";
import type { PublishedSite } from "../../publish/pages/ports.ts";

/** Picture files by their paths, as the stored configuration has them, and of which revision. */
type StoredPictures = { readonly revision: number; readonly files: ConfigurationFiles };

/**
 * The pictures of the configuration where nodes share one: from the store, else a file of this node, whichever has the content
 * that the address of the picture names. Rejects where neither has: an edit of the configuration is stored a moment later.
 * Where nothing is stored, a picture that is not there is `null`.
 */
export function storedPictures(
  config: () => Pick<Config, "site" | "feeds">,
  store: Pick<ConfigurationStore, "current" | "load">,
): PublishedSite["picture"] {
  let held: StoredPictures | null = null;
  const look = async (): Promise<void> => {
    const now = await store.current();
    if (now?.revision === held?.revision) return;
    const stored = now === null ? null : await store.load();
    held = stored && { revision: stored.revision, files: placedFiles(stored.files, stored.file) };
  };
  return async (file) => {
    await look();
    const own = await readFile(file).catch(() => null);
    if (held === null) return own;
    const url = addressOf(file, config());
    const right = [held.files.get(file), own].find((bytes) => bytes && isPictureAt(url, bytes));
    if (right) return right;
    throw new Error(`the picture ${file} is not stored, and not on this node`);
  };
}

const addressOf = (file: string, { site, feeds }: Pick<Config, "site" | "feeds">): string =>
  [site, ...feeds]
    .flatMap(({ branding }) => [branding.icon, branding.logo])
    .find((picture) => picture?.file === file)?.url ?? "";
