import type { DatabaseName } from "../../../core/settings/database-name.ts";
import type { Engine, NamedDatabase } from "./engine.ts";
import { postgres } from "./postgres/postgres.ts";
import { sqlite } from "./sqlite/sqlite.ts";

/** Each has a room of its own beside this file. */
const ENGINES = { postgres, sqlite } satisfies Readonly<Record<string, Engine>>;
export type EngineName = keyof typeof ENGINES;

/** The database that a configuration names. Throws when no engine has such: the configuration was checked before. */
export function databaseAt(database: DatabaseName): NamedDatabase {
  const { name } = database;
  const engine = Object.values(ENGINES).find(({ isFor }) => isFor(name));
  if (engine === undefined) throw new Error(`no engine has a database named ${name}`);
  return engine.at(database);
}
