/** Fields that may be absent, each with a value that may be none. */
type Candidates<T> = { readonly [K in keyof T]-?: T[K] | null | undefined };

/**
 * Only the fields that have a value; an empty list is none. What our reader learned to read later is absent rather
 * than `null` where an item does not say it: as JSON, and so in the hashes that tell whether an item has changed, such an
 * item is the same as before.
 */
export const present = <T extends object>(fields: Candidates<T>): T =>
  Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) => value != null && !(Array.isArray(value) && value.length === 0),
    ),
  ) as T;
