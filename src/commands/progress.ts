import { durationText } from "../core/duration-text.ts";

export type Progress = {
  readonly advance: (by: number) => void;
  /** Prints lines where the bar is; the bar goes on below them. */
  readonly above: (print: () => void) => void;
  /** Takes the bar away. Idempotent. */
  readonly end: () => void;
};

export type ProgressOptions = { readonly total: number; readonly label: string };

const SILENT: Progress = { advance: () => {}, above: (print) => print(), end: () => {} };

const CLEAR_LINE = "\r\u001b[2K";
const REDRAW_MS = 200;

/**
 * A bar on a terminal; elsewhere nothing, as the lines of the work itself tell how far it is. It leaves the state of the
 * terminal (cursor, wrapping) alone, so that the terminal is as it was however the process ends.
 */
export function createProgress(
  stream: NodeJS.WriteStream,
  { total, label }: ProgressOptions,
): Progress {
  if (!stream.isTTY || total === 0) return SILENT;
  const startedAt = performance.now();
  let done = 0;
  let isEnded = false;
  const clear = (): void => {
    if (!isEnded) stream.write(CLEAR_LINE);
  };
  const draw = (): void => {
    const elapsedMs = performance.now() - startedAt;
    const text = barText({ done, total, label, elapsedMs, columns: stream.columns || 80 });
    if (!isEnded) stream.write(CLEAR_LINE + text);
  };
  const timer = setInterval(draw, REDRAW_MS);
  draw();
  return {
    advance(by) {
      done += by;
    },
    above(print) {
      clear();
      print();
      draw();
    },
    end() {
      clear();
      isEnded = true;
      clearInterval(timer);
    },
  };
}

const BAR_CELLS = 30;

type Bar = ProgressOptions & {
  readonly done: number;
  readonly elapsedMs: number;
  readonly columns: number;
};

/** Cut to less than a line: a bar that wraps could not be cleared. */
export function barText({ done, total, label, elapsedMs, columns }: Bar): string {
  const full = Math.min(BAR_CELLS, Math.floor((BAR_CELLS * done) / total));
  const bar = "=".repeat(full) + "-".repeat(BAR_CELLS - full);
  const leftMs = (elapsedMs / done) * (total - done);
  const left = done > 0 && done < total ? `, ${durationText(leftMs)} left` : "";
  return `${bar} ${done} of ${total} ${label}${left}`.slice(0, Math.max(0, columns - 1));
}
