import { createInterface } from "node:readline/promises";
import { err, ok, type Result } from "../core/result.ts";
import type { Io } from "../service/io.ts";

/** How a command may ask. */
export type Confirming = {
  /** Nobody is asked: yes. */
  readonly yes: boolean;
  /** The output is for programs. */
  readonly json: boolean;
};

/** Says what is about to be done, and asks for it. The error is a sentence. */
export async function confirm(
  plan: string,
  { yes, json }: Confirming,
  io: Io,
): Promise<Result<null, string>> {
  if (yes) return ok(null);
  if (!io.stdin.isTTY || json) return err(`${plan}. Nothing is done without --yes`);
  const answer = await askFor(`${plan}. Go on? [y/N] `, io);
  return /^(?:y|yes|j|ja)$/i.test(answer) ? ok(null) : err("nothing is done");
}

/** Asks on a terminal. @returns the answer without blanks around it. */
export async function askFor(question: string, io: Io): Promise<string> {
  const lines = createInterface({ input: io.stdin, output: io.stderr });
  const answer = await lines.question(question);
  lines.close();
  return answer.trim();
}
