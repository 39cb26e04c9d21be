import type { Engine } from "../engine.ts";
import { NOT_HEARING } from "../hint-hearing.ts";
import { addressForPeople } from "./address.ts";
import { obstacleOfServer, refusalOf } from "./server-errors.ts";

/** A database is named by its address. The client is loaded with the first that is used. */
export const postgres: Engine = {
  isFor: (name) => /^postgres(ql)?:\/\//.test(name),
  at(database) {
    const { name: address, directName, isNotified } = database;
    // A pooler gives the session of one client to the next.
    const direct = directName ?? address;
    return {
      label: addressForPeople(address),
      isShared: true,
      file: null,
      exists: async () => (await opening()).isThere(database),
      open: async (options) => (await opening()).openPostgres(database, options),
      openReadOnly: async (options) => (await opening()).readPostgres(database, options),
      hear: async (onHint) =>
        isNotified ? (await hearing()).hearPublications(direct, onHint) : NOT_HEARING,
      enterIngest: async (holder) => (await entering()).enterIngest(direct, holder),
      isIngestFree: async () => (await entering()).isFree(direct),
      obstacleIn: obstacleOfServer,
      problemOf: (cause) => refusalOf(cause, addressForPeople(address)),
    };
  },
};

const opening = () => import("./open-postgres.ts");
const hearing = () => import("./hear-publications.ts");
const entering = () => import("./ingest-session.ts");
