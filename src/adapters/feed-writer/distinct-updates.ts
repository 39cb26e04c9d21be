import type { Entry } from "../../core/entry.ts";

const SECOND_MS = 1000;

/**
 * Entries that changed in one second told apart by milliseconds, which nobody has given: Atom
 * readers may take a second entry of one `updated` for a mistake (RFC 4287 §4.1.1 forbids it for one
 * id; validators warn for all). The milliseconds come from the id, so that they stay as others go.
 * Beyond 999 of one second the rest keep it whole. `updatedAt` must be whole seconds.
 */
export function distinctUpdates(entries: readonly Entry[]): readonly Entry[] {
  const bySecond = Map.groupBy(entries, ({ updatedAt }) => updatedAt);
  const taken = new Map<number, Set<number>>();
  return entries.map((entry) => {
    if (bySecond.get(entry.updatedAt)?.length === 1) return entry;
    const used = taken.get(entry.updatedAt) ?? new Set<number>();
    taken.set(entry.updatedAt, used);
    return { ...entry, updatedAt: entry.updatedAt + freeMilliseconds(entry.id, used) };
  });
}

function freeMilliseconds(id: string, used: Set<number>): number {
  if (used.size >= SECOND_MS - 1) return 0;
  let candidate = hashOf(id) % (SECOND_MS - 1);
  while (used.has(candidate)) candidate = (candidate + 1) % (SECOND_MS - 1);
  used.add(candidate);
  return candidate + 1;
}

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return hash >>> 0;
}
