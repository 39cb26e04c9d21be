import { PassThrough } from "node:stream";
import { run } from "../../src/commands/program.ts";
import type { Io } from "../../src/service/io.ts";
import type { Environment, Run } from "./offprint.ts";

export type RunHereOptions = {
  readonly environment?: Environment;
  /** Whether standard error is a terminal. */
  readonly isTerminal?: boolean;
};

/** Runs a command in this process: where a test is about what it says, not about the process. */
export async function runHere(
  args: readonly string[],
  { environment = {}, isTerminal = false }: RunHereOptions = {},
): Promise<Run> {
  const stdout = new PassThrough();
  const stderr = Object.assign(new PassThrough(), { isTTY: isTerminal, columns: 80 });
  const texts = [textOf(stdout), textOf(stderr)] as const;
  const io = { stdout, stderr, stdin: new PassThrough(), environment } as unknown as Io;
  const code = await run(args, io, "1.2.3");
  return { code, stdout: texts[0](), stderr: texts[1]() };
}

function textOf(stream: PassThrough): () => string {
  let text = "";
  stream.setEncoding("utf8").on("data", (chunk: string) => {
    text += chunk;
  });
  return () => text + (stream.read() ?? "");
}
