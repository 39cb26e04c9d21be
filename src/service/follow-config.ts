import type { Log } from "../adapters/log.ts";
import { type Config, type ConfigProblem, describeProblem } from "../config/config.ts";
import type { LastGood } from "../config/last-good.ts";
import type { Loaded } from "../config/load-config.ts";
import { watchConfig } from "../config/watch-config.ts";
import type { FirstConfig } from "./first-config.ts";
import type { Io } from "./io.ts";
import { load } from "./load.ts";
import type { ServeOptions } from "./roles/role.ts";
import type { SharedState } from "./sharing/shared-state.ts";

/** What is to be said of the configuration; part of /status. */
export type ConfigFileState = {
  /** What is wrong with the file as it is now. */
  problems: readonly ConfigProblem[];
  /** `null` where nodes share no configuration. */
  readonly shared: SharedState | null;
};

export type FollowOptions = {
  readonly options: ServeOptions;
  readonly io: Io;
  readonly log: Log;
  readonly first: FirstConfig;
  readonly lastGood: LastGood;
  readonly file: ConfigFileState;
  readonly apply: (config: Config) => void;
  readonly hangUp: HangUp;
};

/** Sets what a SIGHUP does. */
export type HangUp = {
  /** Calls `act` for every SIGHUP from now on; at once when one came earlier. */
  readonly onHangUp: (act: () => void) => void;
  readonly release: () => void;
};

/** Hands every valid change of the configuration on, and keeps a copy of it. @returns how to stop it. */
export function followConfig(follow: FollowOptions): () => void {
  const { options, io, log, first, lastGood, file, apply, hangUp } = follow;
  const keep = (): void => {
    file.problems = [];
    keepLastGood(lastGood, log);
  };
  if (first.problems.length === 0) keep();
  const watch = watchConfig({
    current: first.config,
    isWrong: first.problems.length > 0,
    load: (): Loaded => {
      const loaded = load(options, io, lastGood.read);
      if (loaded.ok) keep();
      return loaded;
    },
    onChange: apply,
    onProblems: (problems) => {
      file.problems = problems;
      log.error(
        { problems: problems.map(describeProblem) },
        "the configuration is invalid: the old one stays in force",
      );
    },
  });
  hangUp.onHangUp(watch.reread);
  return () => {
    hangUp.onHangUp(() => {});
    watch.stop();
  };
}

/** Keeps a copy of the file. Only warns when the folder is not writable, as with a mounted secret. */
function keepLastGood(lastGood: LastGood, log: Log): void {
  try {
    lastGood.keep();
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    log.warn(
      { code },
      "no copy of the configuration is kept: a broken edit would stop the next start",
    );
  }
}
