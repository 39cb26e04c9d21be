import { existsSync } from "node:fs";
import { createEditorStore } from "../adapters/store/editor-store.ts";
import { type OpenDatabase, openDatabase } from "../adapters/store/open-database.ts";
import { createPublishStore } from "../adapters/store/publish-store.ts";
import { err, type Result } from "../core/result.ts";
import {
  decideEdit,
  decideUndo,
  type EditorAction,
  type EditorIntent,
} from "../core/similarity/editing.ts";
import type { ClustersOptions } from "./clusters.ts";
import { createIds } from "./ids.ts";
import { type Io, load, refuse, refuseConfig } from "./load.ts";
import { write } from "./write.ts";

export type ClustersEditOptions = ClustersOptions & {
  readonly action: EditorAction;
  readonly undo: boolean;
};

/** Does what an editor orders, or takes it back; a service may run on the same database. Gives the exit code. */
export async function clustersEdit(options: ClustersEditOptions, io: Io): Promise<number> {
  const loaded = load(options, io);
  if (!loaded.ok) return refuseConfig(loaded, io);
  const opened = await openForWriting(loaded.value.database);
  if (!opened.ok) return refuse(opened.error, io);
  try {
    const done = await carryOut(opened.value, options);
    if (!done.ok) return refuse(done.error, io);
    await write(io.stdout, `${options.json ? asJson(options, done.value) : asText(done.value)}\n`);
    return 0;
  } finally {
    await opened.value.close();
  }
}

/** The error is a sentence. Whoever made the database has checked it. */
export async function openForWriting(file: string): Promise<Result<OpenDatabase, string>> {
  if (!existsSync(file)) {
    return err(`there is no database ${file} yet: "offprint ingest" or "offprint serve" makes it`);
  }
  const opened = await openDatabase(file, { isChecked: true });
  return opened.ok ? opened : err(opened.error.message);
}

async function carryOut(
  { db }: OpenDatabase,
  { action, undo }: ClustersEditOptions,
): Promise<Result<EditorIntent, string>> {
  const store = createEditorStore(db);
  const { fallbackEntryId } = createIds((await createPublishStore(db).instance()).id);
  return undo
    ? store.undo(action, (known, change) => decideUndo(known, change, fallbackEntryId), Date.now())
    : store.edit(action, (known) => decideEdit(known, action, fallbackEntryId), Date.now());
}

const asJson = ({ action, undo }: ClustersEditOptions, { clusters }: EditorIntent): string =>
  JSON.stringify({
    action: action.kind,
    articles: action.articles,
    undone: undo,
    clusters: clusters.map(({ id, leadId, members }) => ({
      id,
      lead: leadId,
      members: [...members.keys()],
    })),
  });

function asText({ clusters }: EditorIntent): string {
  const filled = clusters.filter(({ members }) => members.size > 0);
  if (filled.length === 0) return "noted; no cluster changed";
  return filled.map(({ id, members }) => `${id}: ${[...members.keys()].join(", ")}`).join("\n");
}
