/**
 * Several ingest processes on one PostgreSQL of their own, with a farm of sources on this machine.
 *
 *   node scripts/measure-nodes.ts share    1, 2 and 4 processes take in 400 sources: polls a second, their CPU, and what was fetched twice
 *   node scripts/measure-nodes.ts lease    one of two is killed, and one frozen for two leases: who takes up its work, and when
 *   node scripts/measure-nodes.ts outage   the server is killed in the middle of a pass, and away for a minute: what is lost or doubled
 *
 * Exit code 0: nothing was fetched twice in a pass, lost or doubled, and what ran out was taken up within a lease.
 */

import { readFileSync } from "node:fs";
import { availableParallelism, loadavg } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { LEASE_MS } from "../src/core/lease.ts";
import { layNodeDesk, type NodeDesk, shareOf } from "../tests/e2e/node-desk.ts";
import { type FarmOptions, type SourceFarm, startSourceFarm } from "../tests/e2e/source-farm.ts";
import { childrenOf } from "../tests/support/offprint.ts";
import { startOwnServer } from "../tests/support/postgres/own-server.ts";
import { until } from "../tests/support/until.ts";

const WITHIN = { withinMs: 600_000, everyMs: 200 };
/** More than the farm has sources at a port. */
const PER_HOST = 16;
const ends: (() => Promise<unknown>)[] = [];
let faults = 0;

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const require = (isSo: boolean, what: string): void => {
  if (isSo) return;
  faults += 1;
  say(`  FAULT: ${what}`);
};

async function lay(nodes: number, options: FarmOptions, concurrency: number) {
  const server = await startOwnServer();
  const farm = await startSourceFarm(options);
  const desk = layNodeDesk({
    farm,
    address: server.address,
    nodes,
    concurrency,
    perHost: PER_HOST,
  });
  ends.push(desk.remove, farm.close, server.end);
  return { server, farm, desk };
}

const allStored = (farm: SourceFarm, { query }: NodeDesk) =>
  until(
    "all is stored",
    async () => {
      const [row] = await query<{ n: string }>("SELECT count(*) AS n FROM article").catch(() => []);
      return Number(row?.n) >= farm.keys.length;
    },
    WITHIN,
  );

async function checkStored(farm: SourceFarm, { stored }: NodeDesk): Promise<void> {
  const { keys, clusters } = await stored();
  const missing = farm.keys.filter((key) => !keys.includes(key)).length;
  require(missing === 0, `${missing} items are lost`);
  require(keys.length === farm.keys.length, `${keys.length - farm.keys.length} items are doubled`);
  const texts = farm.keys.length - farm.sources.length / 2;
  require(clusters === texts, `${clusters} clusters of ${texts} texts`);
}

const twice = ({ fetches }: SourceFarm): number => {
  const asked = fetches().map(({ source }) => source);
  return asked.length - new Set(asked).size;
};

async function share(nodes: number): Promise<void> {
  // Texts that share a sentence would be decided upon one after another.
  const options = { hosts: 200, sourcesOfHost: 2, itemsOfSource: 2, answerMs: 100, words: 200 };
  const { farm, desk } = await lay(nodes, options, 4);
  const all = Array.from({ length: nodes }, (_, n) => n);
  const running = all.map((n) => desk.spawn(n).pid);
  await until("all ask", () => all.every((n) => shareOf(farm, n) > 0), WITHIN);
  const [began, before] = [performance.now(), cpuSeconds(running)];
  farm.open();
  await allStored(farm, desk);
  const seconds = (performance.now() - began) / 1000;
  const cpuMs = ((cpuSeconds(running) - before) * 1000) / farm.sources.length;
  const rate = Math.round(farm.sources.length / seconds);
  const shares = all.map((n) => shareOf(farm, n)).join(" + ");
  say(
    `${nodes} processes: ${rate} polls/s with 2 articles each, ${cpuMs.toFixed(0)} ms of CPU a poll (${seconds.toFixed(1)} s, load ${loadavg()[0]?.toFixed(1)}; fetches ${shares})`,
  );
  require(twice(farm) === 0, `${twice(farm)} sources were fetched twice`);
  await checkStored(farm, desk);
}

/** Of processes, and of those that started here for them. */
function cpuSeconds(pids: readonly number[]): number {
  const ticks = pids
    .flatMap((pid) => [pid, ...childrenOf(pid)])
    .map((pid) => {
      const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
      return Number(fields[11]) + Number(fields[12]);
    });
  return ticks.reduce((sum, each) => sum + each, 0) / 100;
}

async function lease(how: "SIGKILL" | "SIGSTOP"): Promise<void> {
  const options = { hosts: 4, sourcesOfHost: 1, itemsOfSource: 3, answerMs: 100 };
  const { farm, desk } = await lay(2, options, 8);
  const first = desk.spawn(0);
  await until("it fetches", () => shareOf(farm, 0) === 4, WITHIN);
  const other = desk.spawn(1);
  await until(
    "the other has a place",
    async () =>
      (
        await desk.query(
          "SELECT 1 FROM pg_stat_activity WHERE application_name LIKE 'offprint service%'",
        )
      ).length > 1,
    WITHIN,
  );
  const began = performance.now();
  first.signal(how);
  await until("the other fetches", () => shareOf(farm, 1) === 4, WITHIN);
  const seconds = (performance.now() - began) / 1000;
  say(`${how}: its sources were taken up by a process that lived after ${seconds.toFixed(1)} s`);
  require(seconds < LEASE_MS / 1000 + 5, "later than a lease");
  farm.open();
  await allStored(farm, desk);
  if (how === "SIGSTOP") {
    await sleep(Math.max(0, 2 * LEASE_MS - (performance.now() - began)));
    const before = JSON.stringify(
      await desk.query("SELECT id, state, lease_token FROM source ORDER BY id"),
    );
    first.signal("SIGCONT");
    const late = () => first.log().filter(({ msg }) => msg.startsWith("a poll took too long"));
    await until("it learns that it is late", () => late().length === 4, WITHIN);
    const after = JSON.stringify(
      await desk.query("SELECT id, state, lease_token FROM source ORDER BY id"),
    );
    require(before === after, "it wrote with its old tokens");
    say("  it went on after two leases, and wrote nothing");
  }
  await checkStored(farm, desk);
  await other.stop();
}

async function outage(): Promise<void> {
  const options = { hosts: 60, sourcesOfHost: 2, itemsOfSource: 5, answerMs: 100 };
  const { server, farm, desk } = await lay(2, options, 4);
  for (const n of [0, 1]) desk.spawn(n);
  await until("both ask", () => shareOf(farm, 0) * shareOf(farm, 1) > 0, WITHIN);
  farm.open();
  for (const awayMs of [0, 60_000]) {
    await until(
      "more of it is stored",
      async () => (await desk.stored()).keys.length > (awayMs === 0 ? 20 : 200),
      WITHIN,
    );
    const { length } = (await desk.stored()).keys;
    await server.kill();
    await sleep(awayMs);
    await server.start();
    say(
      `kill -9 of PostgreSQL with ${length} of ${farm.keys.length} items stored, away for ${awayMs / 1000} s`,
    );
  }
  const began = performance.now();
  await allStored(farm, desk);
  say(
    `  all is stored ${((performance.now() - began) / 1000).toFixed(1)} s after it is back; ${twice(farm)} of ${farm.sources.length} sources were fetched again`,
  );
  await checkStored(farm, desk);
}

async function end(): Promise<void> {
  for (const each of ends.splice(0)) await each();
}

const MODES: Readonly<Record<string, readonly (() => Promise<void>)[]>> = {
  share: [1, 2, 4].map((nodes) => () => share(nodes)),
  lease: [() => lease("SIGKILL"), () => lease("SIGSTOP")],
  outage: [outage],
};

say(`${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)}`);
for (const measure of MODES[process.argv[2] ?? "share"] ?? []) await measure().finally(end);
process.exitCode = faults === 0 ? 0 : 1;
