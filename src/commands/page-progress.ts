import { createProgress, type Progress } from "./progress.ts";

/** A bar for work on a database that is told in pages. */
export function pageProgress(stream: NodeJS.WriteStream) {
  let progress: Progress | null = null;
  let before = 0;
  return {
    onPages(done: number, total: number): void {
      progress ??= createProgress(stream, { total, label: "pages" });
      progress.advance(done - before);
      before = done;
    },
    end: (): void => progress?.end(),
  };
}
