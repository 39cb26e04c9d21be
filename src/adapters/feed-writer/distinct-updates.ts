import type { Entry } from "../../core/entries/entry.ts";

/** Below the millisecond, so that every program that counts in those sees the date as it is. */
const STEPS = 999;

/**
 * Entries told apart by microseconds that nobody has given, for Atom: its readers may take a second entry
 * of one `updated` for a mistake (RFC 4287 §4.1.1 forbids it for one id; validators warn for all). They come
 * from the id alone, also where no other entry has that second: nothing may look updated because
 * another entry came or went. Where two ids want the same, the one further up gives way; beyond 999
 * of one second the rest keep it whole. `updatedAt` must be whole seconds.
 */
export function distinctUpdates(entries: readonly Entry[]): readonly Entry[] {
  const taken = new Map<number, Set<number>>();
  // From the oldest on: what enters a feed moves none that is there.
  const distinct = entries.toReversed().map((entry) => {
    const used = taken.get(entry.updatedAt) ?? new Set<number>();
    taken.set(entry.updatedAt, used);
    return { ...entry, updatedAt: entry.updatedAt + freeStep(entry.id, used) / 1000 };
  });
  return distinct.toReversed();
}

function freeStep(id: string, used: Set<number>): number {
  if (used.size >= STEPS) return 0;
  let candidate = hashOf(id) % STEPS;
  while (used.has(candidate)) candidate = (candidate + 1) % STEPS;
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
