import { run } from "./commands/program.ts";
import { programVersion } from "./service/program-version.ts";

/** The program. The launcher (bin/offprint.js) calls it on a Node that can run it. @returns the exit code. */
export async function main(argv: readonly string[]): Promise<number> {
  const { stdout, stderr, stdin, env: environment } = process;
  // `offprint articles | head` closes the pipe: that is no error of ours.
  stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(0);
    throw error;
  });
  return run(argv, { stdout, stderr, stdin, environment }, programVersion());
}
