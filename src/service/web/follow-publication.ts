import { type HintHearing, NOT_HEARING } from "../../adapters/store/engine/hint-hearing.ts";
import type {
  PublicationLog,
  PublicationRow,
  StoredDocument,
} from "../../core/entries/publication.ts";
import { startLoop } from "../../core/loop.ts";
import { createFollower } from "../../deliver/follower.ts";

export type FollowDeps = {
  readonly log: Pick<PublicationLog, "after" | "document">;
  /** Changes with each commit of another connection. */
  readonly dataVersion: () => Promise<number>;
  /** Called for each document, as it is now; `null` when its feed is gone. */
  readonly onDocument: (row: PublicationRow, document: StoredDocument | null) => void;
  /** Called after all new documents. `isFirst`: they were published before this process began to follow. */
  readonly onPublication: (rows: readonly PublicationRow[], isFirst: boolean) => void;
  readonly onProblem: (cause: unknown) => void;
  /** Calls back when something may have been published. */
  readonly hear: (onHint: () => void) => Promise<HintHearing>;
};

/** Time between looks; a look costs one small query. */
const LOOK_MS = 200;
/** The same while hints come. */
const LOOK_WHILE_HEARING_MS = 5000;
const RETRY_MS = 1000;

/** Hands over all published documents, then each new one until it is stopped. @returns how to stop it. */
export async function followPublication(deps: FollowDeps): Promise<() => Promise<void>> {
  const { log, dataVersion, onDocument, onPublication, onProblem, hear } = deps;
  let isFirst = true;
  const { read } = createFollower({ after: log.after, dataVersion }, async (rows) => {
    for (const row of rows) {
      const { feedId, name, etag } = row;
      onDocument(row, etag === null ? null : await log.document(feedId, name));
    }
    onPublication(rows, isFirst);
  });
  const look = async (): Promise<void> => {
    await read();
    isFirst = false;
  };
  // The loop reads again what cannot be read now.
  await look().catch(onProblem);
  let hearing = NOT_HEARING;
  const turn = async (): Promise<number> => {
    await look();
    return hearing.isHearing() ? LOOK_WHILE_HEARING_MS : LOOK_MS;
  };
  const loop = startLoop({ turn, onProblem, retryMs: RETRY_MS });
  hearing = await hear(loop.wake);
  return async () => {
    await hearing.stop();
    await loop.stop();
  };
}
