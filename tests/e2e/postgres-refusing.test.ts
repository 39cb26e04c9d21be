import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type Desk, layDesk } from "../support/desk.ts";
import { runOffprint, type Service, startOffprint } from "../support/offprint.ts";
import { makeDatabase } from "../support/postgres/databases.ts";
import { on } from "../support/postgres/on.ts";
import { entriesOf, statusOf } from "../support/read-service.ts";
import { rssFeed, sampleItem } from "../support/sample-feed.ts";
import { until } from "../support/until.ts";

// Processes start here, on machines that do much else.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const SECRET = "only-for-the-server";
const ROLE = `offprint_test_owner_${process.pid}`;
const NOON = Date.UTC(2026, 1, 17, 12);

/** The database as its administrator has it, and as the service does. */
let root: string;
let desk: Desk;
let service: Service;
let environment: Readonly<Record<string, string>>;

const names: string[] = [];
const bring = (name: string): void => {
  names.push(name);
  const items = names.map((each, n) => sampleItem(each, NOON + n * 60_000));
  desk.write("tower/feed.xml", rssFeed("Tower", items));
};
const isRead = (): Promise<unknown> =>
  until(`${names.at(-1)} is read`, async () => {
    const entries = await entriesOf(service.url);
    return entries.length === names.length;
  });
const order = (text: string): Promise<unknown> => on(root, (client) => client.query(text));
/** Whoever is connected keeps the settings with which it came. */
const cut = (): Promise<unknown> =>
  order(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()`);

beforeAll(async () => {
  root = await makeDatabase();
  await order(`CREATE ROLE ${ROLE} LOGIN PASSWORD '${SECRET}'`);
  await order(`ALTER DATABASE ${new URL(root).pathname.slice(1)} OWNER TO ${ROLE}`);
  const address = Object.assign(new URL(root), { username: ROLE, password: SECRET }).href;
  environment = { DATABASE_URL: address };
  desk = layDesk({ sources: [{ id: "tower", folder: "tower" }] });
  bring("alpha");
  service = await startOffprint(["--config", desk.config], { environment });
  await isRead();
});

afterAll(async () => {
  await service?.kill();
  desk?.remove();
  await order(`REASSIGN OWNED BY ${ROLE} TO CURRENT_USER`);
  await order(`DROP OWNED BY ${ROLE}`);
  await order(`DROP ROLE ${ROLE}`);
});

const WRITES = "INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public";

describe.each([
  {
    what: "the rights of its user",
    take: () => order(`REVOKE ${WRITES} FROM ${ROLE}`),
    giveBack: () => order(`GRANT ${WRITES} TO ${ROLE}`),
    reason: /The database cannot be used: its user may not do that/,
  },
  {
    what: "a server that may be written to",
    take: async () => {
      await order(`ALTER ROLE ${ROLE} SET default_transaction_read_only = on`);
      await cut();
    },
    giveBack: async () => {
      await order(`ALTER ROLE ${ROLE} RESET default_transaction_read_only`);
      await cut();
    },
    reason: /The database cannot be used: it is read-only, such as a stand-by/,
  },
])("a service that loses $what", ({ what, take, giveBack, reason }) => {
  it("serves readers, says why nothing comes in, and goes on when it has them again", async () => {
    await take();
    bring(`after ${what}`);
    const told = await until("it is told", async () => {
      expect((await fetch(`${service.url}/feeds/all.rss`)).status).toBe(200);
      const { reasons } = await statusOf(service.url);
      return reasons.find(({ kind }) => kind === "store-not-writable")?.message;
    });
    expect(told).toMatch(reason);
    const run = await runOffprint(["ingest", "--config", desk.config], { environment });
    expect(run.code).toBe(1);
    expect(run.stderr).toMatch(/^offprint: [^\n]+\n$/);

    await giveBack();
    await isRead();
    await until("it is in order", async () => (await statusOf(service.url)).inOrder);
    expect(service.stderr() + run.stderr).not.toContain(SECRET);
  });
});

it("a command that is refused in the middle says why in one line", async () => {
  await order(`REVOKE SELECT ON cluster FROM ${ROLE}`);
  const run = await runOffprint(["articles", "--config", desk.config], { environment });
  await order(`GRANT SELECT ON cluster TO ${ROLE}`);
  expect(run).toMatchObject({ code: 1, stdout: "" });
  expect(run.stderr).toMatch(
    new RegExp(`^offprint: postgres://${ROLE}@[^\\n]+: its user may not do that[^\\n]+\\n$`),
  );
});
