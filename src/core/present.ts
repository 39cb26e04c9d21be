/** Fields that may be absent, each with a value that may be none. */
type Candidates<T> = { readonly [K in keyof T]-?: T[K] | null | undefined };

/**
 * Only the fields that have a value; an empty list is none. A field that our reader learned to read later is absent, not
 * `null`, in items that do not say it: so their JSON, and the hashes that tell whether an item has changed, stay the same.
 */
export const present = <T extends object>(fields: Candidates<T>): T =>
  Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) => value != null && !(Array.isArray(value) && value.length === 0),
    ),
  ) as T;
