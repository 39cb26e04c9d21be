import type { Entry } from "../../core/entries/entry.ts";

/**
 * Microseconds that may be added: less than a millisecond, so that programs that count milliseconds see the true date.
 */
const STEPS = 999;

/**
 * Makes the `updated` dates of Atom entries distinct by adding microseconds. Readers may take a second entry with the
 * same date for a mistake (RFC 4287 §4.1.1 forbids that for one id; validators warn for all).
 *
 * The microseconds come from the entry's id alone, and are added to every entry: no entry may look updated because
 * another came or went. Where two ids in one second want the same, the entry further up takes the next free number.
 * After 999 entries of one second the others keep the whole second. `updatedAt` must be whole seconds.
 */
export function distinctUpdates(entries: readonly Entry[]): readonly Entry[] {
  const taken = new Map<number, Set<number>>();
  // From the oldest entry on: an entry that enters a feed changes none that is there.
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
