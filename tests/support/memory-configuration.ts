import { opmlParts } from "../../src/adapters/markup/opml-parts.ts";
import { sharedOf } from "../../src/config/shared-files.ts";
import {
  CONFIGURATION_OWNER,
  type ConfigurationStore,
  type SharedConfiguration,
  type StoredConfiguration,
} from "../../src/core/settings/shared-configuration.ts";
import { createMemoryLeases } from "./memory-leases.ts";

type Stored = Omit<StoredConfiguration, "owner"> & Pick<SharedConfiguration, "files">;

/** The shared configuration in memory, by a clock of the test; its leases can be stolen, and it can be away. */
export function createMemoryConfiguration(now: () => number) {
  const leases = createMemoryLeases(now);
  const world = { isAway: false, stored: null as Stored | null, looks: 0 };
  const ask = (): void => {
    world.looks += 1;
    if (world.isAway) throw new Error("the server is away");
  };
  const load = async () => {
    ask();
    const { stored } = world;
    if (stored === null) return null;
    const { holder, until } = leases.lastOf(CONFIGURATION_OWNER);
    const idleMs = Math.max(0, now() - until);
    return { ...stored, owner: { holder: holder ?? stored.writtenBy, idleMs, until } };
  };
  const put = (next: SharedConfiguration, { node, program }: { node: string; program: string }) => {
    if (world.stored?.hash === next.hash) return;
    const revision = (world.stored?.revision ?? 0) + 1;
    world.stored = { ...next, revision, writtenBy: node, writtenAt: now(), program };
  };
  const store: ConfigurationStore = {
    load,
    async current() {
      const loaded = await load();
      if (loaded === null) return null;
      const { files: _, ...stored } = loaded;
      return stored;
    },
    async write(lease, next, writer) {
      ask();
      if (!leases.isHeld(lease)) throw new Error("the lease was lost");
      put(next, writer);
    },
    async seize(holder, next, writer) {
      ask();
      leases.steal(CONFIGURATION_OWNER, holder, 0);
      put(next, writer);
    },
  };
  return { ...{ store, leases, world }, owner: () => leases.holderOf(CONFIGURATION_OWNER) };
}

/** A text as nodes share it. */
export const sharedText = (text: string, file = "/etc/desk/offprint.yaml"): SharedConfiguration =>
  sharedOf(
    { file, siteUrl: "https://desk.example" },
    new Map([["", Buffer.from(text)]]),
    opmlParts,
  );
