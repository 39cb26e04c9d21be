import { SingleBar } from "cli-progress";

export type Progress = { readonly advance: (by: number) => void; readonly end: () => void };

export type ProgressOptions = { readonly total: number; readonly label: string };

const SILENT: Progress = { advance: () => {}, end: () => {} };

/** A bar on a terminal; elsewhere nothing, for the lines of the work itself tell how far it is. */
export function createProgress(
  stream: NodeJS.WriteStream,
  { total, label }: ProgressOptions,
): Progress {
  if (!stream.isTTY || total === 0) return SILENT;
  const format = `{bar} {value} of {total} ${label}, {eta_formatted} left`;
  const bar = new SingleBar({ format, stream, clearOnComplete: true, hideCursor: true, fps: 10 });
  bar.start(total, 0);
  return { advance: (by) => bar.increment(by), end: () => bar.stop() };
}
