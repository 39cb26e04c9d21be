import { parseArgs } from "node:util";
import { killRounds, type Round } from "./kill-rounds.ts";

// node tests/e2e/kill-nine.ts --rounds 20
//
// Kills the service with `kill -9` at random moments of an ingest, lets it start again and finish,
// and counts what was lost, doubled or changed. Exit code 0: nothing was.

const { values } = parseArgs({ options: { rounds: { type: "string", default: "20" } } });
const rounds: Round[] = [];

await killRounds(Number(values.rounds), (round) => {
  rounds.push(round);
  say(`round ${rounds.length}: ${describe(round)}`);
});

const faults = rounds.flatMap((round) => round.faults);
const sum = (key: "articles" | "lost" | "doubled") =>
  rounds.reduce((n, round) => n + round[key], 0);
const inTheMiddle = rounds.filter(({ stored, articles }) => stored > 0 && stored < articles).length;
const slowest = Math.max(...rounds.map(({ upAgainMs }) => upAgainMs));
say(
  `${rounds.length} kills, ${inTheMiddle} of them with part of the articles stored; ` +
    `${sum("articles")} articles: ${sum("lost")} lost, ${sum("doubled")} doubled, ` +
    `${faults.length} other faults; up again within ${slowest} ms`,
);
for (const fault of faults) say(`  ${fault}`);
process.exitCode = sum("lost") + sum("doubled") + faults.length === 0 ? 0 : 1;

function describe({ killedAfterMs, stored, articles, lost, doubled, upAgainMs }: Round): string {
  return (
    `killed ${killedAfterMs} ms after the first request with ${stored} of ${articles} new articles ` +
    `stored; up again in ${upAgainMs} ms; then ${lost} lost, ${doubled} doubled`
  );
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
