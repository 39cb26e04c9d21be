import { fold } from "../text/fold.ts";

const LONGEST = 40;

/**
 * An id for a new source: of its name, else of its host, in small letters, digits and hyphens, and unlike those that are taken.
 *
 * @param address of the source; of a folder its path.
 */
export function suggestId(
  title: string | null,
  address: string,
  taken: ReadonlySet<string>,
): string {
  const host = URL.parse(address)?.hostname.replace(/^www\./, "") ?? address;
  const id = slug(title ?? "") || slug(host) || "source";
  if (!taken.has(id)) return id;
  for (let n = 2; ; n++) {
    if (!taken.has(`${id}-${n}`)) return `${id}-${n}`;
  }
}

/** Cut at a word; empty for a name in another script. */
function slug(text: string): string {
  const letters = fold(text.replace(/ß/g, "ss"))
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  if (letters.length <= LONGEST) return letters;
  const cut = letters.slice(0, LONGEST + 1);
  return cut.slice(0, Math.max(cut.lastIndexOf("-"), LONGEST / 2)).replace(/-$/, "");
}
