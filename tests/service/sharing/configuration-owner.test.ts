import { beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { holderOn, OWNER_RETURNS_MS } from "../../../src/core/settings/owning.ts";
import { CONFIGURATION_OWNER } from "../../../src/core/settings/shared-configuration.ts";
import { startOwning, storeOnce } from "../../../src/service/sharing/configuration-owner.ts";
import type { OwnFile } from "../../../src/service/sharing/own-file.ts";
import { NOW } from "../../support/builders.ts";
import { createMemoryConfiguration, sharedText } from "../../support/memory-configuration.ts";

const SECOND = 1000;
/** The longest time until a process looks again. */
const LOOK = 2 * SECOND;
const LEASE = 10 * SECOND;

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
  onTestFinished(() => void vi.useRealTimers());
});

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

type Desk = ReturnType<typeof createMemoryConfiguration>;
const aDesk = (): Desk => createMemoryConfiguration(Date.now);

let pids = 0;

/** A process that ingests on a node, whose file has this text. */
function aNode({ store, leases }: Pick<Desk, "store" | "leases">, node: string, text: string) {
  pids += 1;
  const holder = holderOn(node, pids);
  const file = { text };
  const messages: string[] = [];
  const problems: unknown[] = [];
  /** As the process that checks the file tells of it. */
  const ownFile = (former: string | null = null): OwnFile => {
    const { file: path, siteUrl, hash } = sharedText(file.text);
    const editOf = former === null ? null : sharedText(former).hash;
    return {
      place: { file: path, files: [path], siteUrl },
      claim: { hash, node, holder, editOf },
    };
  };
  const deps = {
    ...{ store, leases: leases.store, program: "1.0.0" },
    read: ({ claim }: OwnFile) => {
      const shared = sharedText(file.text);
      return shared.hash === claim.hash ? shared : null;
    },
    log: {
      info: (_: unknown, message?: string) => void messages.push(message ?? ""),
      error: (what: unknown) => void problems.push(what),
    },
  };
  const start = (former: string | null = null) => {
    const owning = startOwning(ownFile(former), deps);
    onTestFinished(() => owning.close().catch(() => {}));
    const edit = (next: string): void => {
      file.text = next;
      owning.follow(ownFile());
    };
    /** As kill -9 does: its lease runs out, and it does nothing any more. */
    const kill = async (): Promise<void> => {
      leases.steal(CONFIGURATION_OWNER, holder, LEASE);
      await owning.close();
    };
    return { ...owning, edit, kill };
  };
  return { start, once: () => storeOnce(ownFile(), deps), holder, file, messages, problems };
}

const textOf = ({ world }: Desk): string =>
  Buffer.from(world.stored?.files.get("") ?? []).toString("utf8");

describe("a node with a file", () => {
  it("stores it where nothing is stored, and owns it", async () => {
    const desk = aDesk();
    const north = aNode(desk, "north", "site: {}");
    const owning = north.start();
    await pass(0);
    expect(desk.world.stored).toMatchObject({ revision: 1, writtenBy: "north", program: "1.0.0" });
    expect([textOf(desk), owning.isOwner(), desk.owner()]).toEqual([
      "site: {}",
      true,
      north.holder,
    ]);
    expect(north.messages).toEqual(["the configuration of this node counts for all"]);
    await pass(5 * LEASE);
    expect([desk.owner(), desk.world.stored?.revision]).toEqual([north.holder, 1]);
  });

  it("stores each edit at once, and asks for nothing more while there is none", async () => {
    const desk = aDesk();
    const owning = aNode(desk, "north", "a: 1").start();
    await pass(0);
    owning.edit("a: 2");
    owning.edit("a: 3");
    await pass(0);
    expect([textOf(desk), desk.world.stored?.revision]).toEqual(["a: 3", 2]);
    const { looks } = desk.world;
    await pass(5 * LEASE);
    expect(desk.world.looks).toBe(looks);
  });

  it("stores an edit that is made while the one before is being written", async () => {
    const desk = aDesk();
    const { write } = desk.store;
    const slow = {
      ...desk.store,
      write: async (...written: Parameters<typeof write>) => {
        await new Promise((done) => setTimeout(done, 500));
        return write(...written);
      },
    };
    const owning = aNode({ ...desk, store: slow }, "north", "a: 1").start();
    await pass(SECOND);
    owning.edit("a: 2");
    await pass(200);
    owning.edit("a: 3");
    await pass(5 * LOOK);
    expect(textOf(desk)).toBe("a: 3");
  });

  it("stores no file that was edited again since it was checked", async () => {
    const desk = aDesk();
    const north = aNode(desk, "north", "a: 1");
    const owning = north.start();
    north.file.text = "a: [";
    await pass(5 * LOOK);
    expect([desk.world.stored, owning.isOwner()]).toEqual([null, true]);
    owning.edit("a: 2");
    await pass(0);
    expect(textOf(desk)).toBe("a: 2");
  });

  it("goes on trying while the store is away, and says so", async () => {
    const desk = aDesk();
    desk.world.isAway = true;
    const north = aNode(desk, "north", "a: 1");
    const owning = north.start();
    await pass(10 * LOOK);
    expect([north.problems.length, owning.isOwner()]).toEqual([1, false]);
    desk.world.isAway = false;
    await pass(LOOK);
    expect([textOf(desk), owning.isOwner()]).toEqual(["a: 1", true]);
  });

  it("gives its lease back when it ends", async () => {
    const desk = aDesk();
    const owning = aNode(desk, "north", "a: 1").start();
    await pass(0);
    await owning.close();
    expect([owning.isOwner(), desk.owner()]).toEqual([false, null]);
    expect((await desk.store.current())?.owner).toMatchObject({ holder: "north", idleMs: 0 });
  });
});

describe("of two nodes", () => {
  it("one stores its file when both begin, and the other's does not count", async () => {
    const desk = aDesk();
    const nodes = ["north", "south"].map((name) => aNode(desk, name, `of: ${name}`).start());
    await pass(20 * LEASE);
    expect(nodes.filter(({ isOwner }) => isOwner())).toHaveLength(1);
    expect(desk.world.stored?.revision).toBe(1);
  });

  it("the one with the same text takes it over when the owner does not return, and not before", async () => {
    const desk = aDesk();
    const first = aNode(desk, "north", "a: 1").start();
    await pass(0);
    const heir = aNode(desk, "south", "a: 1").start();
    await first.close();
    await pass(OWNER_RETURNS_MS - LOOK);
    expect(heir.isOwner()).toBe(false);
    await pass(2 * LOOK);
    expect([heir.isOwner(), desk.world.stored?.revision]).toEqual([true, 1]);
    heir.edit("a: 2");
    await pass(0);
    expect(desk.world.stored).toMatchObject({ revision: 2, writtenBy: "south" });
  });

  it("the one with another text never takes it over", async () => {
    const desk = aDesk();
    const first = aNode(desk, "north", "a: 1").start();
    await pass(0);
    const other = aNode(desk, "south", "a: 2").start();
    await first.close();
    await pass(20 * OWNER_RETURNS_MS);
    expect([other.isOwner(), textOf(desk)]).toEqual([false, "a: 1"]);
  });

  it("the last owner has it back at once, with what was edited meanwhile", async () => {
    const desk = aDesk();
    const first = aNode(desk, "north", "a: 1").start();
    await pass(0);
    await first.close();
    aNode(desk, "north", "a: 2").start();
    await pass(LOOK);
    expect([textOf(desk), desk.world.stored?.revision]).toEqual(["a: 2", 2]);
  });

  it("the last owner waits for its own lease after it was killed", async () => {
    const desk = aDesk();
    const killed = aNode(desk, "north", "a: 1").start();
    await pass(0);
    await killed.kill();
    aNode(desk, "north", "a: 2").start();
    await pass(LEASE - LOOK);
    expect(textOf(desk)).toBe("a: 1");
    await pass(3 * LOOK);
    expect(textOf(desk)).toBe("a: 2");
  });

  it("an edit made while nothing ran is none of what another stored since", async () => {
    const desk = aDesk();
    const first = aNode(desk, "container-1", "a: 1").start();
    await pass(0);
    await first.close();
    desk.world.isAway = true;
    const edited = aNode(desk, "container-2", "a: 2").start("a: 1");
    await pass(0);
    desk.world.isAway = false;
    const writer = { node: "north", program: "1.0.0" };
    await desk.store.seize("process 9 on north", sharedText("a: 3"), writer);
    await pass(20 * OWNER_RETURNS_MS);
    expect([textOf(desk), edited.isOwner()]).toEqual(["a: 3", false]);
  });

  it("an edit made while nothing ran counts after another edit while the store is away", async () => {
    const desk = aDesk();
    const first = aNode(desk, "container-1", "a: 1").start();
    await pass(0);
    await first.close();
    desk.world.isAway = true;
    const edited = aNode(desk, "container-2", "a: 2").start("a: 1");
    await pass(0);
    edited.edit("a: 3");
    desk.world.isAway = false;
    await pass(2 * LOOK);
    expect([textOf(desk), edited.isOwner()]).toEqual(["a: 3", true]);
  });

  it("an edit made while nothing ran counts at once, under a new name, too", async () => {
    const desk = aDesk();
    const first = aNode(desk, "container-1", "a: 1").start();
    await pass(0);
    await first.close();
    const second = aNode(desk, "container-2", "a: 2").start("a: 1");
    await pass(LOOK);
    expect([textOf(desk), second.isOwner()]).toEqual(["a: 2", true]);
  });

  it("the owner of an edit does not overrule who lets another file count later", async () => {
    const desk = aDesk();
    const first = aNode(desk, "container-1", "a: 1").start();
    await pass(0);
    await first.close();
    const edited = aNode(desk, "container-2", "a: 2").start("a: 1");
    await pass(LOOK);
    expect(edited.isOwner()).toBe(true);
    // offprint config own, on another node.
    const seized = sharedText("a: 3");
    await desk.store.seize("process 9 on south", seized, { node: "south", program: "1.0.0" });
    await pass(20 * OWNER_RETURNS_MS);
    expect([textOf(desk), edited.isOwner()]).toEqual(["a: 3", false]);
  });

  it("the one that saw a living owner with another text gives up its claims", async () => {
    const desk = aDesk();
    const south = aNode(desk, "south", "a: 0").start();
    await pass(0);
    await south.close();
    const seized = sharedText("a: 1");
    await desk.store.seize(holderOn("north", 99), seized, { node: "north", program: "1" });
    const north = aNode(desk, "north", "a: 1").start();
    await pass(0);
    const rival = aNode(desk, "south", "a: 2").start("a: 1");
    await pass(2 * LEASE);
    await north.close();
    await pass(20 * OWNER_RETURNS_MS);
    expect([textOf(desk), rival.isOwner()]).toEqual(["a: 1", false]);
  });

  it("one that lost its lease is no owner, and writes nothing", async () => {
    const desk = aDesk();
    const owning = aNode(desk, "north", "a: 1").start();
    await pass(0);
    desk.leases.steal(CONFIGURATION_OWNER, holderOn("south", 1), 20 * LEASE);
    owning.edit("a: 2");
    await pass(LEASE);
    expect([textOf(desk), owning.isOwner()]).toEqual(["a: 1", false]);
  });
});

it("a command stores its file once, and leaves the lease to others", async () => {
  const desk = aDesk();
  await aNode(desk, "north", "a: 1").once();
  expect([textOf(desk), desk.owner()]).toEqual(["a: 1", null]);
  await aNode(desk, "south", "a: 2").once();
  expect(textOf(desk)).toBe("a: 1");
});

it("what another stored between look and lease is not overwritten", async () => {
  const desk = aDesk();
  const take: typeof desk.leases.store.take = async (...of) => {
    const seized = sharedText("a: 1");
    await desk.store.seize("process 9 on south", seized, { node: "south", program: "1.0.0" });
    return desk.leases.store.take(...of);
  };
  const leases = { ...desk.leases, store: { ...desk.leases.store, take } };
  const owning = aNode({ ...desk, leases }, "north", "a: 2").start();
  await pass(5 * LEASE);
  expect([textOf(desk), owning.isOwner(), desk.owner()]).toEqual(["a: 1", false, null]);
});
