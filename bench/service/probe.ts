/**
 * Asks for a document 100 times a second, however long the answers take (an open loop), and prints as JSON how many
 * milliseconds each answer took, counted from the moment at which it was due to be asked for.
 *
 *     node bench/service/probe.ts URL SECONDS
 */
import { Agent, get } from "node:http";

const [url = "", seconds = "1"] = process.argv.slice(2);
const EVERY_MS = 10;
const agent = new Agent({ keepAlive: true, maxSockets: 64 });
const count = (1000 * Number(seconds)) / EVERY_MS;
const begunAt = performance.now();
const answers = Array.from({ length: count }, (_, n) => answerTo(begunAt + n * EVERY_MS));
process.stdout.write(JSON.stringify(await Promise.all(answers)));
agent.destroy();

/** Rejects when there is no answer with 200. */
async function answerTo(dueAt: number): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, dueAt - performance.now())));
  return new Promise((resolve, reject) => {
    get(url, { agent, headers: { "Accept-Encoding": "gzip" } }, (response) => {
      response.resume();
      response.once("end", () => {
        if (response.statusCode === 200) resolve(performance.now() - dueAt);
        else reject(new Error(`${url} answered ${response.statusCode}`));
      });
    }).once("error", reject);
  });
}
