import { beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import type { Config } from "../../../src/config/config.ts";
import { createLastGood } from "../../../src/config/last-good.ts";
import { CONFIGURATION_OWNER } from "../../../src/core/settings/shared-configuration.ts";
import { load } from "../../../src/service/load.ts";
import { followSharing } from "../../../src/service/sharing/follow-sharing.ts";
import { type OwnFile, readOwn } from "../../../src/service/sharing/own-file.ts";
import { startBeside, startFollowing } from "../../../src/service/sharing/start-sharing.ts";
import { NOW } from "../../support/builders.ts";
import { layDesk } from "../../support/desk.ts";
import { createMemoryConfiguration, sharedText } from "../../support/memory-configuration.ts";

const SECOND = 1000;
/** The longest time until a node looks again. */
const LOOK = 2 * SECOND;
const IO = { environment: { OFFPRINT_NODE: "here" } };

beforeEach(() => {
  vi.useFakeTimers({ now: NOW, toFake: ["setTimeout", "clearTimeout", "Date"] });
  onTestFinished(() => void vi.useRealTimers());
});

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

type Shared = ReturnType<typeof createMemoryConfiguration>;

const textOf = (title: string, more = ""): string =>
  `site: { title: ${title}, url: https://desk.example }\n${more}`;

/** Another node stores this text, and goes on owning it. */
async function store({ store: stored, leases }: Shared, text: string): Promise<void> {
  const holder = "process 1 on north";
  await stored.seize(holder, sharedText(text), { node: "north", program: "1.0.0" });
  leases.steal(CONFIGURATION_OWNER, holder, 1e9);
}

/** How a node begins, with a file of this text if it has one. */
function begin(text: string | null, stored: Parameters<typeof startBeside>[0]) {
  const desk = layDesk();
  onTestFinished(desk.remove);
  const options = { config: desk.config, role: "all", strict: false } as const;
  if (text === null) {
    const started = stored === null ? null : startFollowing(stored, IO);
    if (started?.ok !== true) throw new Error("there is nothing to follow");
    return { desk, options, start: started.value };
  }
  desk.write("offprint.yaml", text);
  const loaded = load(options, IO);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
  return { desk, options, start: startBeside(stored, { config: loaded.value, problems: [] }, IO) };
}

/** A node that has begun, and follows. */
async function aNode(shared: Shared, text: string | null) {
  const { desk, options, start } = begin(text, await shared.store.load());
  const { sharing } = start;
  const seen = { applied: [] as Config[], told: [] as OwnFile[], lines: [] as string[] };
  const state = { stored: sharing.stored, problems: sharing.problems, differing: null };
  const file = { problems: start.problems, shared: { ...state, files: sharing.files } };
  let hangUp = (): void => {};
  const note = (_: unknown, message: string): void => void seen.lines.push(message);
  const stop = await followSharing({
    ...{ options, first: start, sharing, file, lastGood: createLastGood() },
    io: { ...IO, ...{ stdin: process.stdin, stdout: process.stdout, stderr: process.stderr } },
    log: { info: note, warn: note, error: note } as never,
    apply: (config) => void seen.applied.push(config),
    onOwn: (own) => void seen.told.push(own),
    hangUp: {
      onHangUp(act) {
        hangUp = act;
      },
      release: () => {},
    },
    openStore: async () => ({ store: shared.store, close: async () => {} }),
  });
  onTestFinished(async () => void stop());
  return {
    ...{ desk, first: start.config, file: file.shared, fileState: file, stop },
    ...{ lines: seen.lines, told: seen.told },
    titles: () => seen.applied.map(({ site }) => site.title),
    logins: () => seen.applied.map(loginsOf),
    /** The operator edits the file and sends SIGHUP. */
    edit(next: string) {
      desk.write("offprint.yaml", next);
      hangUp();
    },
  };
}

const loginsOf = ({ credentials }: Pick<Config, "credentials">): readonly string[] =>
  credentials.map(({ headers }) => {
    const [, value = ""] = headers[0] ?? [];
    return Buffer.from(value.replace("Basic ", ""), "base64").toString();
  });

describe("a node without a file", () => {
  it("begins with what is stored, and hands on each revision once", async () => {
    const shared = createMemoryConfiguration(Date.now);
    await store(shared, textOf("One"));
    const node = await aNode(shared, null);
    expect(node.first.site.title).toBe("One");
    await pass(5 * LOOK);
    expect(node.titles()).toEqual([]);
    await store(shared, textOf("Two"));
    await pass(5 * LOOK);
    expect(node.titles()).toEqual(["Two"]);
    expect(node.file.stored?.revision).toBe(2);
    expect(node.told).toEqual([]);
  });

  it("keeps what it has while the store is away, says so once, and goes on after", async () => {
    const shared = createMemoryConfiguration(Date.now);
    await store(shared, textOf("One"));
    const node = await aNode(shared, null);
    await pass(0);
    shared.world.isAway = true;
    await pass(10 * LOOK);
    expect([node.titles(), node.lines.length]).toEqual([[], 1]);
    shared.world.isAway = false;
    await store(shared, textOf("Two"));
    await pass(LOOK);
    expect(node.titles()).toEqual(["Two"]);
  });

  it("keeps what it has beside a revision that it cannot use, and names that", async () => {
    const shared = createMemoryConfiguration(Date.now);
    await store(shared, textOf("One"));
    const node = await aNode(shared, null);
    await store(shared, "site: { tittle: Two }");
    await pass(LOOK);
    expect(node.titles()).toEqual([]);
    expect(node.file.problems[0]?.message).toContain("revision 2, which north stored");
    await store(shared, textOf("Three"));
    await pass(LOOK);
    expect([node.titles(), node.file.problems]).toEqual([["Three"], []]);
  });
});

describe("a node with a file", () => {
  it("counts by itself while nothing is stored, and tells who may store it of each edit", async () => {
    const shared = createMemoryConfiguration(Date.now);
    const node = await aNode(shared, textOf("One"));
    await pass(LOOK);
    node.edit(textOf("Two"));
    await pass(LOOK);
    expect([node.first.site.title, node.titles()]).toEqual(["One", ["Two"]]);
    expect(node.told.map((own) => readOwn(own)?.hash)).toEqual([sharedText(textOf("Two")).hash]);
    expect(node.told[0]?.claim).toMatchObject({ node: "here", editOf: null });
  });

  it("is an edit of what was last good, where it cannot be known what is stored", () => {
    const { desk } = begin(textOf("Before"), null);
    const former = sharedText(textOf("Before"));
    desk.write(".offprint.last-good.yaml", textOf("Before"));
    desk.write("offprint.yaml", textOf("Edited"));
    const loaded = load({ config: desk.config }, IO);
    const config = loaded.ok ? loaded.value : undefined;
    if (config === undefined) throw new Error("it is in order");
    const { sharing } = startBeside(null, { config, problems: [] }, IO);
    expect(sharing.ownFile?.claim.editOf).toBe(former.hash);
  });

  it("that says what is stored goes on with its own passwords, a new one at once", async () => {
    const shared = createMemoryConfiguration(Date.now);
    const text = (password: string) =>
      textOf("One", `sources: [{ id: a, url: 'https://me:${password}@wire.example/' }]`);
    await store(shared, text("stored"));
    const node = await aNode(shared, text("mine"));
    expect(loginsOf(node.first)).toEqual(["me:mine"]);
    await pass(LOOK);
    node.edit(text("next"));
    await pass(LOOK);
    expect(node.logins()).toEqual([["me:next"]]);
    expect(node.file.differing).toBeNull();
  });

  it("that says something else does not count, and is told of after ten seconds, once", async () => {
    const shared = createMemoryConfiguration(Date.now);
    await store(shared, textOf("Stored"));
    const node = await aNode(shared, textOf("Mine"));
    expect(node.first.site.title).toBe("Stored");
    await pass(8 * SECOND);
    expect(node.lines).toEqual([]);
    await pass(20 * LOOK);
    expect(node.titles()).toEqual([]);
    expect(node.lines).toEqual([expect.stringContaining("this file differs")]);
    expect(node.file.differing).toMatchObject({ file: node.desk.config });
    node.edit(textOf("Stored"));
    await pass(LOOK);
    expect([node.titles(), node.file.differing]).toEqual([[], null]);
    node.edit(textOf("Mine again"));
    await pass(10 * LOOK);
    expect([node.titles(), node.lines.length]).toEqual([[], 2]);
  });

  it("that is broken leaves in force what is stored, which other nodes go on changing", async () => {
    const shared = createMemoryConfiguration(Date.now);
    await store(shared, textOf("One"));
    const node = await aNode(shared, textOf("One"));
    await pass(LOOK);
    node.edit("site: { tittle: Bad }");
    await pass(LOOK);
    expect([node.titles(), node.fileState.problems.length]).toEqual([[], 1]);
    await store(shared, textOf("Two"));
    await pass(LOOK);
    expect(node.titles()).toEqual(["Two"]);
  });
});

describe("a node that begins with an edited file", () => {
  const source = (url: string): string => `sources: [{ id: a, url: '${url}' }]`;
  const STORED = textOf("Stored", source("https://me:one@wire.example/"));

  it("polls with its passwords from the beginning, and serves no revision twice", async () => {
    const shared = createMemoryConfiguration(Date.now);
    await store(shared, STORED);
    const edited = textOf("Edited", source("https://me:one@wire.example/"));
    const node = await aNode(shared, edited);
    expect([node.first.site.title, loginsOf(node.first)]).toEqual(["Stored", ["me:one"]]);
    await pass(5 * LOOK);
    expect(node.titles()).toEqual([]);
    // Its ingest side stores it.
    await store(shared, edited);
    await pass(5 * LOOK);
    expect(node.titles()).toEqual(["Edited"]);
    expect(node.logins()).toEqual([["me:one"]]);
  });

  it("keeps the passwords for as long as its file does not count, and follows them as they are edited", async () => {
    const shared = createMemoryConfiguration(Date.now);
    await store(shared, STORED);
    const node = await aNode(shared, textOf("Mine", source("https://me:one@wire.example/")));
    await store(shared, STORED.replace("Stored", "Stored anew"));
    await pass(LOOK);
    node.edit(textOf("Mine", source("https://me:two@wire.example/")));
    await pass(LOOK);
    expect(node.titles()).toEqual(["Stored anew", "Stored anew"]);
    expect(node.logins()).toEqual([["me:one"], ["me:two"]]);
  });

  it("has the passwords of its last good copy where it is broken", async () => {
    const shared = createMemoryConfiguration(Date.now);
    await store(shared, STORED);
    const stored = await shared.store.load();
    const { desk, options, start } = begin(STORED, null);
    desk.write(".offprint.last-good.yaml", STORED);
    desk.write("offprint.yaml", "site: { tittle: Bad }");
    const loaded = load(options, IO);
    const problems = loaded.ok ? [] : loaded.error;
    const again = startBeside(stored, { config: start.config, problems }, IO);
    expect([problems.length, loginsOf(again.config)]).toEqual([1, ["me:one"]]);
    expect(again.sharing.local).toBeNull();
  });
});

it("who follows ends, though the server does not answer", async () => {
  const shared = createMemoryConfiguration(Date.now);
  await store(shared, textOf("One"));
  const node = await aNode(shared, null);
  await pass(0);
  shared.store.current = () => new Promise(() => {});
  await pass(LOOK);
  expect(await node.stop()).toBeUndefined();
});
