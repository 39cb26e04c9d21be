import type { CopyHearing } from "../service/copying/copy-hearing.ts";
import type { Io } from "../service/io.ts";
import type { Interruption } from "./interruption.ts";
import { createProgress, type Progress } from "./progress.ts";

export type CopyPrinter = CopyHearing & { readonly end: () => void };

type ComparedRows = Parameters<CopyHearing["onCompared"]>[0];

type CopyPrinting = {
  readonly json: boolean;
  readonly io: Io;
  readonly interruption: Pick<Interruption, "code">;
};

/** Tells of a copy that is made: a bar, and lines. */
export function createCopyPrinter({ json, io, interruption }: CopyPrinting): CopyPrinter {
  let progress: Progress | null = null;
  const print = (text: string): void => {
    if (progress === null) io.stdout.write(text);
    else progress.above(() => void io.stdout.write(text));
  };
  return {
    isStopped: () => interruption.code() !== null,
    onPhase(phase, rows, done) {
      progress?.end();
      progress = createProgress(io.stderr, { total: rows, label: `rows ${PHASES[phase]}` });
      progress.advance(done);
    },
    onRows: (rows) => progress?.advance(rows),
    onCopied(table, rows) {
      if (json) print(line({ step: "copied", table, rows }));
      else if (rows > 0) print(`${table}: ${rows} rows copied\n`);
    },
    onCompared(compared) {
      if (json) print(line({ step: "compared", ...compared }));
      else if (compared.firstDifference !== null) print(differenceText(compared));
    },
    end: () => progress?.end(),
  };
}

const PHASES = { copying: "copied", comparing: "compared" } as const;

function differenceText({ table, from, to, firstDifference }: ComparedRows): string {
  const key = JSON.stringify(firstDifference);
  return `${table} differs, first at ${key}: ${from.rows} rows in the source, ${to.rows} in the copy\n`;
}

const line = (value: object): string => `${JSON.stringify(value)}\n`;
