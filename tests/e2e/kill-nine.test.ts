import { expect, it } from "vitest";
import { killRounds, type Round } from "./kill-rounds.ts";

const ROUNDS = 3;

it("loses no article and doubles none when it is killed at random moments of an ingest", async () => {
  const rounds: Round[] = [];

  await killRounds(ROUNDS, (round) => rounds.push(round));

  expect(rounds).toHaveLength(ROUNDS);
  expect(rounds.map(({ lost, doubled, faults }) => ({ lost, doubled, faults }))).toEqual(
    rounds.map(() => ({ lost: 0, doubled: 0, faults: [] })),
  );
}, 600_000);
