import type { OpenDatabase } from "../../adapters/store/engine/engine.ts";
import { createFilesLog } from "../../adapters/store/publishing/files-log.ts";
import { type FilesProblem, isSameProblem } from "../../core/entries/files-problem.ts";
import type { FromStatic } from "./static-messages.ts";

export type TellingDeps = {
  /** The name of this node. */
  readonly node: string;
  readonly say: (message: FromStatic) => void;
  readonly now: () => number;
};

/** Of what is told. */
export type TellingPlace = {
  /** `null` while the database cannot be opened. */
  readonly opened: Pick<OpenDatabase, "db"> | null;
  /** The label of the target. */
  readonly target: string;
  /** What is known of the cause, for the log. */
  readonly cause: string | null;
};

export type ProblemTelling = {
  /** Says what stands against the files now, `null` for nothing: to this service with each change, and in the store. */
  readonly tell: (problem: FilesProblem | null, place: TellingPlace) => Promise<void>;
};

/** What is told in the store is told again after this time, so that it can be seen that it lasts (publish/pages/status.ts). */
const AGAIN_MS = 60_000;

export function createProblemTelling({ node, say, now }: TellingDeps): ProblemTelling {
  let current: FilesProblem | null = null;
  let since = 0;
  /** What the store has from us, and from when; `undefined`: what a former process noted. */
  let noted: FilesProblem | null | undefined;
  let notedAt = 0;
  const note = async (place: TellingPlace): Promise<void> => {
    const { opened, target } = place;
    const isNoted =
      noted !== undefined &&
      isSameProblem(noted, current) &&
      (current === null || now() - notedAt < AGAIN_MS);
    if (opened === null || isNoted) return;
    const [at, problem] = [now(), current === null ? null : { problem: current, since }];
    try {
      await createFilesLog(opened.db).note({ node, target, at, problem });
      [noted, notedAt] = [current, at];
    } catch {
      // The next turn notes it. Our own service knows it already.
    }
  };
  return {
    async tell(problem, place) {
      if (!isSameProblem(problem, current)) {
        if (problem === null) say({ kind: "recovered" });
        else say({ kind: "failed", problem, cause: place.cause });
        if (current === null) since = now();
        current = problem;
      }
      await note(place);
    },
  };
}
