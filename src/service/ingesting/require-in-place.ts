import type { DatabasePlace } from "../../adapters/store/engine/engine.ts";

const PLACES: Readonly<Record<Exclude<DatabasePlace, "in-place">, string>> = {
  removed: "the database file was removed",
  replaced: "the database file was replaced",
  unreachable: "the database does not answer",
};

/** Throws when the database is gone: articles would be lost with it, so nothing is requested. */
export function requireInPlace(place: DatabasePlace): void {
  if (place !== "in-place") throw new Error(PLACES[place]);
}
