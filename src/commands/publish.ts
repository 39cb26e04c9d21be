import { type Io, refuse, refuseConfig } from "../service/io.ts";
import type { CommonOptions } from "../service/load.ts";
import { configurationToPublish } from "../service/sharing/command-configuration.ts";
import { publishOnce } from "../service/static/publish-once.ts";
import { listenForInterruption } from "./interruption.ts";

export type PublishOptions = CommonOptions & { readonly to: string; readonly json: boolean };

/** Writes the published site as files, once. Gives the exit code. */
export async function publish(options: PublishOptions, io: Io): Promise<number> {
  const loaded = await configurationToPublish(options, io);
  if (!loaded.ok) return refuseConfig(loaded, io);
  const { to, json } = options;
  const sum = { written: 0, removed: 0 };
  const interruption = listenForInterruption();
  const stopping = new AbortController();
  void interruption.asked.then(() => stopping.abort());
  try {
    const done = await publishOnce({
      config: loaded.value,
      to,
      environment: io.environment,
      onWritten({ written, removed }) {
        sum.written += written;
        sum.removed += removed;
      },
      signal: stopping.signal,
    });
    if (!done.ok) return refuse(done.error, io);
    io.stdout.write(json ? `${JSON.stringify({ to, ...sum })}\n` : told(to, sum));
    return 0;
  } catch (cause) {
    const code = interruption.code();
    if (code === null) throw cause;
    io.stderr.write(`Stopped: ${sum.written} files are written; the next run goes on.\n`);
    return code;
  } finally {
    interruption.forget();
  }
}

const told = (to: string, { written, removed }: { written: number; removed: number }): string =>
  written + removed === 0
    ? `${to} is up to date\n`
    : `${to}: ${written} files written, ${removed} removed\n`;
