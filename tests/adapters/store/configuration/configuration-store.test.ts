import { beforeEach, expect, it } from "vitest";
import { createConfigurationStore } from "../../../../src/adapters/store/configuration/configuration-store.ts";
import { createLeases } from "../../../../src/adapters/store/queues/leases.ts";
import { LEASE_MS, type Lease, type Leases } from "../../../../src/core/lease.ts";
import {
  CONFIGURATION_OWNER,
  type ConfigurationStore,
  type SharedConfiguration,
} from "../../../../src/core/settings/shared-configuration.ts";
import { onEveryDatabase } from "../on-every-engine.ts";

const WRITER = { node: "north", program: "1.2.3" };

const shared = (text: string, changed: Partial<SharedConfiguration> = {}): SharedConfiguration => ({
  file: "/data/offprint.yaml",
  siteUrl: "https://desk.example",
  files: new Map([
    ["", Buffer.from(text)],
    ["icon.png", Uint8Array.of(0, 137, 255)],
  ]),
  hash: `hash of ${text}`,
  ...changed,
});

onEveryDatabase((open) => {
  let store: ConfigurationStore;
  let leases: Leases;
  const own = async (holder: string): Promise<Lease> => {
    const lease = await leases.take(CONFIGURATION_OWNER, holder, LEASE_MS);
    if (lease === null) throw new Error("somebody else owns it");
    return lease;
  };

  beforeEach(async () => {
    const db = await open();
    store = createConfigurationStore(db);
    leases = createLeases(db);
  });

  it("has none at first", async () => {
    expect(await store.current()).toBeNull();
    expect(await store.load()).toBeNull();
  });

  it("gives back what its owner wrote, with bytes as they were", async () => {
    const begun = Date.now();
    const lease = await own("north, process 7");
    await store.write(lease, shared("a"), WRITER);
    const stored = await store.load();
    expect(stored).toMatchObject({
      revision: 1,
      hash: "hash of a",
      file: "/data/offprint.yaml",
      siteUrl: "https://desk.example",
      writtenBy: "north",
      program: "1.2.3",
      owner: { holder: "north, process 7", idleMs: 0 },
    });
    expect(Math.abs((stored?.writtenAt ?? 0) - begun)).toBeLessThan(60_000);
    expect(stored?.owner.until).toBeGreaterThan(begun);
    const files = [...(stored?.files ?? [])].map(([path, bytes]) => [path, [...bytes]]);
    expect(files.toSorted()).toEqual([
      ["", [97]],
      ["icon.png", [0, 137, 255]],
    ]);
  });

  it("counts changes, and nothing that is stored already", async () => {
    const lease = await own("north");
    await store.write(lease, shared("a"), WRITER);
    await store.write(lease, shared("a"), { node: "south", program: "2.0.0" });
    expect(await store.current()).toMatchObject({ revision: 1, writtenBy: "north" });
    await store.write(lease, shared("b", { files: new Map([["", Buffer.from("b")]]) }), WRITER);
    await store.write(lease, shared("b", { file: "/etc/offprint.yaml" }), WRITER);
    await store.write(lease, shared("b", { file: "/etc/offprint.yaml", siteUrl: "" }), WRITER);
    const stored = await store.load();
    expect(stored).toMatchObject({ revision: 4, file: "/etc/offprint.yaml", siteUrl: "" });
  });

  it("keeps no file that the next revision does not have", async () => {
    const lease = await own("north");
    await store.write(lease, shared("a"), WRITER);
    await store.write(lease, shared("b", { files: new Map([["", Buffer.from("b")]]) }), WRITER);
    expect([...((await store.load())?.files.keys() ?? [])]).toEqual([""]);
  });

  it("refuses a former owner", async () => {
    const lease = await own("north");
    await store.write(lease, shared("a"), WRITER);
    await leases.release(lease);
    expect(await store.current()).toMatchObject({
      owner: { holder: "north", idleMs: expect.any(Number) },
    });
    await own("south");
    await expect(store.write(lease, shared("b"), WRITER)).rejects.toThrow(
      "another process is the configuration owner now",
    );
    expect(await store.current()).toMatchObject({
      revision: 1,
      hash: "hash of a",
      owner: { holder: "south", idleMs: 0 },
    });
  });

  it("takes an operator's word against a living owner, who may write nothing more", async () => {
    const lease = await own("north");
    await store.write(lease, shared("a"), WRITER);
    await store.seize("south", shared("b"), { ...WRITER, node: "south" });
    expect(await store.current()).toMatchObject({
      revision: 2,
      hash: "hash of b",
      writtenBy: "south",
      owner: { holder: "south", idleMs: expect.any(Number) },
    });
    expect(await leases.renew(lease, LEASE_MS)).toBe(false);
    await expect(store.write(lease, shared("a"), WRITER)).rejects.toThrow("another process");
    await own("south, process 2");
  });

  it("takes an operator's word where nobody ever owned it", async () => {
    await store.seize("south", shared("b"), WRITER);
    expect(await store.current()).toMatchObject({
      revision: 1,
      owner: { idleMs: expect.any(Number) },
    });
  });
});
