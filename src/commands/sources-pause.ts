import type { PausedSource } from "../core/sources/pausing.ts";
import { type Io, refuse } from "../service/io.ts";
import type { CommonOptions } from "../service/load.ts";
import { withDesk } from "./with-desk.ts";
import { write } from "./write.ts";

export type SourcesPauseOptions = CommonOptions & {
  readonly id: string;
  readonly paused: boolean;
  readonly json: boolean;
};

/** Polls a source no more, or again, whatever the configuration says. Gives the exit code. */
export function sourcesPause(options: SourcesPauseOptions, io: Io): Promise<number> {
  const { id: sourceId, paused, json } = options;
  const use = async ({ order }: Parameters<Parameters<typeof withDesk>[2]>[0]): Promise<number> => {
    const done = await order({ kind: "pause-source", sourceId, paused });
    if (!done.ok) return refuse(done.error, io);
    await write(io.stdout, `${json ? JSON.stringify(done.value) : inWords(done.value)}\n`);
    return 0;
  };
  return withDesk(options, io, use, "write");
}

const inWords = ({ source, paused, isAgainstFile }: PausedSource): string =>
  `${source} is ${paused ? "paused" : "polled again"}${isAgainstFile ? `, though the configuration says paused: ${!paused}` : ""}`;
