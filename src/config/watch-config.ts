import { stat } from "node:fs/promises";
import type { Config, ConfigProblem } from "./config.ts";
import type { Loaded } from "./load-config.ts";

export type ConfigWatch = {
  /** Reads again now, whether or not a file changed (SIGHUP). */
  readonly reread: () => void;
  readonly stop: () => void;
};

export type WatchOptions = {
  readonly current: Config;
  /** The file was wrong at the start, and that was reported: `current` is a good one from before. */
  readonly isWrong?: boolean;
  readonly load: () => Loaded;
  readonly onChange: (config: Config) => void;
  /** The edit is invalid: the old configuration stays in force. */
  readonly onProblems: (problems: readonly ConfigProblem[]) => void;
  readonly intervalMs?: number;
};

/**
 * Rereads the configuration when its file, or a list that it names, changes. It looks at times and
 * sizes once a second: file events do not cross container mounts and are lost when an editor
 * replaces the file. A change counts when the file stays the same from one look to the next: half a
 * file, or an empty one, could be a valid configuration too.
 */
export function watchConfig(options: WatchOptions): ConfigWatch {
  const { load, onChange, onProblems, intervalMs = 1000 } = options;
  let current = options.current;
  let seen: string | null = null;
  // True at first: a file may change between its reading and the first look.
  let isStale = true;
  let isLooking = false;
  let isWrong = options.isWrong ?? false;
  let isSaid = isWrong;

  const reread = (): void => {
    const loaded = load();
    isWrong = !loaded.ok;
    if (!loaded.ok) {
      if (!isSaid) onProblems(loaded.error);
      isSaid = false;
      return;
    }
    isSaid = false;
    if (JSON.stringify(loaded.value) === JSON.stringify(current)) return;
    current = loaded.value;
    onChange(current);
  };
  const look = async (): Promise<void> => {
    if (isLooking) return;
    isLooking = true;
    const now = await fingerprint(current.files);
    isLooking = false;
    const isStill = now === seen;
    seen = now;
    // A problem may be mended in a file that is not watched yet, such as a list that was missing.
    if (isStill && (isStale || (isWrong && load().ok))) reread();
    isStale = !isStill;
  };
  void look();
  const timer = setInterval(() => void look(), intervalMs);
  timer.unref();
  return { reread, stop: () => clearInterval(timer) };
}

async function fingerprint(files: readonly string[]): Promise<string> {
  const stats = await Promise.all(
    files.map((file) =>
      stat(file).then(
        ({ mtimeMs, size, ino }) => `${mtimeMs} ${size} ${ino}`,
        () => "absent",
      ),
    ),
  );
  return stats.join("\n");
}
