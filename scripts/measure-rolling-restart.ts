import { spawn } from "node:child_process";
import { once } from "node:events";
import { loadavg } from "node:os";
import { text } from "node:stream/consumers";
import { startOwnServer } from "../tests/support/postgres/own-server.ts";
import { SCALED_ROLES, startScaledDesk } from "../tests/support/scaled-desk.ts";

/**
 * `wrk` reads a feed through nginx while every process of compose.scale.yaml is restarted, one after the other, on a
 * PostgreSQL of its own; an article comes in after each.
 *
 *   node scripts/measure-rolling-restart.ts [connections, default 16]
 *
 * Needs nginx and wrk. Exit code 0: no answer but 2xx and 3xx, and no connection that failed.
 */

const [connections = 16] = process.argv.slice(2).map(Number);
/** Longer than the restarts take: `wrk` is told when they are over. */
const MOST_SECONDS = 600;
const MS = 1000;

const server = await startOwnServer();
const desk = await startScaledDesk(server.address);
try {
  const over = startWrk(`${desk.url}/feeds/all.rss`);
  for (const role of SCALED_ROLES) {
    const from = Date.now();
    await desk.restart(role);
    desk.bring(`after ${role}`);
    console.log(`${role}: restarted in ${((Date.now() - from) / MS).toFixed(1)} s`);
  }
  await desk.everywhere();
  const report = await over();
  console.log(report);
  console.log(
    `load ${loadavg()
      .map((each) => each.toFixed(1))
      .join(" ")}`,
  );
  if (hasFailures(report)) process.exitCode = 1;
} finally {
  await desk.end();
  await server.end();
}

/** @returns how to end it: what it reports. */
function startWrk(url: string): () => Promise<string> {
  const args = ["--threads", "1", "--connections", `${connections}`, "--timeout", "10s"];
  const wrk = spawn("wrk", [...args, "--latency", "--duration", `${MOST_SECONDS}s`, url], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const report = text(wrk.stdout);
  const ended = once(wrk, "close");
  return async () => {
    wrk.kill("SIGINT");
    await ended;
    return report;
  };
}

/** `wrk` has these lines only when there is something to tell. */
function hasFailures(report: string): boolean {
  if (!report.includes("Requests/sec")) return true;
  return /Non-2xx or 3xx responses|Socket errors/.test(report);
}
