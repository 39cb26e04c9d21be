import type { Engine } from "../engine.ts";
import { addressForPeople } from "./address.ts";

/** A database is named by its address. The client is loaded with the first that is used. */
export const postgres: Engine = {
  isFor: (name) => /^postgres(ql)?:\/\//.test(name),
  at: (address) => ({
    label: addressForPeople(address),
    exists: async () => (await opening()).isThere(address),
    open: async (options) => (await opening()).openPostgres(address, options),
    openReadOnly: async () => (await opening()).readPostgres(address),
    lockIngest: async (holder) => (await locking()).holdIngest(address, holder),
    isIngestFree: async () => (await locking()).isFree(address),
  }),
};

const opening = () => import("./open-postgres.ts");
const locking = () => import("./ingest-session.ts");
