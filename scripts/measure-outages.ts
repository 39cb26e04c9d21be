import { setTimeout as sleep } from "node:timers/promises";
import { startOwnServer } from "../tests/support/postgres/own-server.ts";
import {
  cutConnections,
  published,
  startRolesApart,
  unwhole,
} from "../tests/support/postgres/roles-apart.ts";

/**
 * What readers see while the PostgreSQL below a desk fails again and again: an ingest process, a publisher with one that stands
 * by, and two web processes.
 *
 *   node scripts/measure-outages.ts [rounds, default 20] [milliseconds of a stop, default 60000]
 *
 * In each round an article comes in, and at a random instant of the next second and a half the server is killed (SIGKILL) and started, all connections
 * are cut, or, in every fifth round, the server is stopped for a minute (SIGSTOP). Ends with 1 when a reader saw anything but
 * 200, when a document is not what was told, was told twice, or when an article is missing.
 */

const [rounds = 20, stopMs = 60_000] = process.argv.slice(2).map(Number);
const LONG_STOP_EVERY = 5;

const server = await startOwnServer();
const roles = await startRolesApart(server.address);
await roles.publisher();
const over = await roles.read();

const FAILURES = {
  async killed() {
    await server.kill();
    await sleep(Math.random() * 3000);
    await server.start();
  },
  cut: () => cutConnections(server.address),
  async stopped() {
    server.freeze();
    await sleep(stopMs);
    server.thaw();
  },
};

const times: Record<keyof typeof FAILURES, number[]> = { killed: [], cut: [], stopped: [] };
for (let round = 1; round <= rounds; round += 1) {
  const isLong = round % LONG_STOP_EVERY === 0;
  const failure = isLong ? "stopped" : round % 2 === 0 ? "killed" : "cut";
  roles.bring(`round${round}`);
  await sleep(Math.random() * 1500);
  await FAILURES[failure]();
  const back = performance.now();
  await roles.everywhere();
  times[failure].push(performance.now() - back);
}

const problems = [...(await over()), ...(await unwhole(server.address, roles))];
const { doubles } = await published(server.address);
problems.push(...doubles.map((double) => `told twice: ${JSON.stringify(double)}`));
await roles.end();
await server.end();
for (const [failure, ms] of Object.entries(times)) {
  const most = Math.round(Math.max(0, ...ms));
  console.log(
    `${failure}: ${ms.length} times; the article was everywhere ${most} ms after it, at most`,
  );
}
console.log(problems.length === 0 ? "readers saw nothing of it" : problems.join("\n"));
process.exitCode = problems.length === 0 ? 0 : 1;
