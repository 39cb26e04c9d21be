import type { Log } from "../../adapters/log.ts";
import type { Config } from "../../config/config.ts";
import { startLoop } from "../../core/loop.ts";
import type { Result } from "../../core/result.ts";
import type { RunningRole } from "../running-role.ts";
import type { IngestSide, IngestSideError } from "./ingest-side.ts";

export type WaitOptions = {
  readonly config: Config;
  readonly log: Log;
  readonly open: (config: Config) => Promise<Result<IngestSide, IngestSideError>>;
  /** Called when its turn has come. */
  readonly begin: (side: IngestSide, config: Config) => RunningRole;
  /** Called when the turn will never come; the message is a sentence. */
  readonly onRefused: (message: string) => void;
  readonly now: () => number;
};

/** Time between attempts. */
const RETRY_MS = 250;
/** The child of a killed service notices its end and leaves within this time. */
const LEAVING_MS = 3_000;

type Locked = Extract<IngestSideError, { readonly kind: "locked" }>;

type WaitState = {
  readonly options: WaitOptions;
  readonly since: number;
  config: Config;
  /** Whether it has waited for a pass: a process that ingests since then was next in line, not a mistake of the operator. */
  hasYielded: boolean;
  role: RunningRole | null;
};

/**
 * An ingest role that waits while another process holds the database. It waits for a pass however long that takes:
 * readers are served meanwhile. Another service would never let go: after LEAVING_MS this one refuses.
 */
export function waitForTurn(why: Locked, options: WaitOptions): RunningRole {
  const state: WaitState = {
    options,
    since: options.now(),
    config: options.config,
    hasYielded: false,
    role: null,
  };
  tellOfPass(state, why);
  const loop = startLoop({
    turn: async () => ((await tryToBegin(state)) ? null : RETRY_MS),
    onProblem: (cause) =>
      options.log.error({ err: cause }, "articles cannot be ingested: it is tried again"),
    retryMs: RETRY_MS,
    firstMs: RETRY_MS,
  });
  return {
    async reconfigure(config) {
      state.config = config;
      await state.role?.reconfigure(config);
    },
    async close() {
      await loop.stop();
      await state.role?.close();
    },
  };
}

/** Logs once that another process makes a pass. */
function tellOfPass(state: WaitState, { holder }: Locked): void {
  if (state.hasYielded || holder.kind !== "pass") return;
  state.hasYielded = true;
  state.options.log.info({ holder: holder.name }, "a pass is under way: waiting for its end");
}

/** @returns whether the waiting is over. */
async function tryToBegin(state: WaitState): Promise<boolean> {
  const { options, config } = state;
  if (state.role !== null) return true;
  const opened = await options.open(config);
  if (!opened.ok) return isOver(state, opened.error);
  state.role = options.begin(opened.value, config);
  if (state.config !== config) await state.role.reconfigure(state.config);
  return true;
}

function isOver(state: WaitState, error: IngestSideError): boolean {
  const { options, since } = state;
  if (error.kind === "locked") {
    tellOfPass(state, error);
    if (state.hasYielded || options.now() - since < LEAVING_MS) return false;
  }
  options.onRefused(error.message);
  return true;
}
