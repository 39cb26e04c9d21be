/**
 * What becomes of a desk when its PostgreSQL dies and a stand-by takes over: an ingest process, a publisher and two web processes.
 *
 *   node scripts/measure-failover.ts [rounds, default 5] [sync or async, default sync]
 *
 * On the server that the tests bring, or on the programs in POSTGRES_BIN. In each round an article comes in, at a random instant of the next second and
 * a half the primary is killed (SIGKILL), the stand-by is promoted and stands behind the same address, another article comes in,
 * and a new stand-by is made. `async`: commits do not wait for the stand-by, which may lack the last ones.
 *
 * Ends with 1 when a reader saw anything but 200, when an entry is missing, is there twice, or has another id, date or place than
 * before, or when a document is not what was told.
 */
import { connect, createServer } from "node:net";
import { loadavg } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { on } from "../tests/support/postgres/on.ts";
import {
  type OwnServer,
  startOwnServer,
  startStandBy,
} from "../tests/support/postgres/own-server.ts";
import { freePort } from "../tests/support/postgres/programs.ts";
import {
  published,
  type RolesApart,
  startRolesApart,
  unwhole,
} from "../tests/support/postgres/roles-apart.ts";
import { entriesOf } from "../tests/support/read-service.ts";

const [rounds = "5", mode = "sync"] = process.argv.slice(2);
const REPLICATED = [
  "wal_level=replica",
  "max_wal_senders=5",
  "wal_keep_size=256MB",
  "hot_standby=on",
];

let primary = await startOwnServer(REPLICATED);
let standBy = null as OwnServer | null;
let roles = null as RolesApart | null;
const problems: string[] = [];
const times = { promoted: [] as number[], everywhere: [] as number[] };

try {
  roles = await startRolesApart(await inFrontOf(() => primary.port));
  await measure(roles);
} finally {
  await roles?.end();
  await standBy?.end();
  await primary.end();
}
console.log(
  `load ${loadavg()[0]?.toFixed(1)}; ${mode}; seconds from the kill until the stand-by was promoted: ${seconds(times.promoted)}`,
);
console.log(`from then until what came in was everywhere: ${seconds(times.everywhere)}`);
console.log(problems.length === 0 ? "readers saw nothing of it" : problems.join("\n"));
process.exit(problems.length === 0 ? 0 : 1);

async function measure(desk: RolesApart): Promise<void> {
  standBy = await follower();
  const over = await desk.read();
  for (let round = 1; round <= Number(rounds); round += 1) {
    const before = await entries(desk);
    desk.bring(`round${round}`);
    await sleep(Math.random() * 1500);
    const killed = performance.now();
    await takeOver(standBy);
    const promoted = performance.now();
    desk.bring(`after${round}`);
    await desk.everywhere();
    times.promoted.push(promoted - killed);
    times.everywhere.push(performance.now() - promoted);
    problems.push(...differences(before, await entries(desk)));
    standBy = await follower();
  }
  problems.push(...(await over()), ...(await unwhole(primary.address, desk)));
  const { doubles } = await published(primary.address);
  problems.push(...doubles.map((double) => `told twice: ${JSON.stringify(double)}`));
}

function seconds(of: readonly number[]): string {
  return of.map((ms) => (ms / 1000).toFixed(1)).join(", ");
}

/** A new stand-by, for which commits wait from now on. */
async function follower(): Promise<OwnServer> {
  const made = await startStandBy(primary, REPLICATED);
  await waitFor(mode === "sync" ? "*" : "");
  return made;
}

/** For which stand-bys commits wait. */
async function waitFor(names: string): Promise<void> {
  await on(primary.address, async (client) => {
    await client.query(`ALTER SYSTEM SET synchronous_standby_names = '${names}'`);
    await client.query("SELECT pg_reload_conf()");
  });
}

async function takeOver(next: OwnServer): Promise<void> {
  const dead = primary;
  await dead.kill();
  await on(next.address, (client) => client.query("SELECT pg_promote()"));
  [primary, standBy] = [next, null];
  await dead.end();
}

type Told = { readonly id: string; readonly date: string };

async function entries({ webs }: RolesApart): Promise<readonly Told[]> {
  const all = await entriesOf(webs[0].url);
  return all.map(({ id, date_published }) => ({ id, date: String(date_published) })).toReversed();
}

/** The oldest stand first. */
function differences(before: readonly Told[], now: readonly Told[]): readonly string[] {
  const moved = before.filter(
    (entry, place) => JSON.stringify(entry) !== JSON.stringify(now[place]),
  );
  const twice = now.length - new Set(now.map(({ id }) => id)).size;
  return [
    ...moved.map(({ id }) => `${id} is not where and as it was`),
    ...(twice > 0 ? [`${twice} entries are there twice`] : []),
  ];
}

/** An address that leads to whoever is at that port now. */
async function inFrontOf(portNow: () => number): Promise<string> {
  const port = await freePort();
  const server = createServer((client) => {
    const onward = connect(portNow(), "127.0.0.1");
    client.pipe(onward).pipe(client);
    client.on("error", () => onward.destroy());
    onward.on("error", () => client.destroy());
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return `postgres://postgres@127.0.0.1:${port}/desk`;
}
