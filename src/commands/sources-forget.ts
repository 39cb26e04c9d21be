import { createInterface } from "node:readline/promises";
import { createForgetStore } from "../adapters/store/forget-source.ts";
import { decideForget, type ForgetOptions, type Forgotten, summaryOf } from "../core/forgetting.ts";
import { err, ok, type Result } from "../core/result.ts";
import { type CommonOptions, type Io, load, refuse, refuseConfig } from "./load.ts";
import { order } from "./order.ts";
import { openForWriting } from "./with-store.ts";
import { write } from "./write.ts";

export type SourcesForgetOptions = CommonOptions &
  ForgetOptions & {
    /** Nobody is asked. */
    readonly yes: boolean;
    readonly json: boolean;
  };

/**
 * Takes the articles of a source that is not in the configuration out of publication, or forgets only when and how it was
 * polled; a service may run on the same database. Gives the exit code.
 */
export async function sourcesForget(options: SourcesForgetOptions, io: Io): Promise<number> {
  const loaded = load(options, io);
  if (!loaded.ok) return refuseConfig(loaded, io);
  const { sources, database } = loaded.value;
  if (sources.some(({ id }) => id === options.id)) {
    return refuse(`the source "${options.id}" is in the configuration: take it out first`, io);
  }
  const agreed = await agree(database, options, io);
  if (!agreed.ok) return refuse(agreed.error, io);
  const { id: sourceId, keep, json } = options;
  const done = await order(loaded.value, { kind: "forget-source", sourceId, keep });
  if (!done.ok) return refuse(done.error, io);
  await write(io.stdout, `${json ? JSON.stringify(done.value) : inWords(done.value, options)}\n`);
  return 0;
}

/** Says what would be done, and asks whether it may. The error is a sentence. */
async function agree(
  database: string,
  options: SourcesForgetOptions,
  io: Io,
): Promise<Result<null, string>> {
  const opened = await openForWriting(database);
  if (!opened.ok) return opened;
  try {
    const known = await createForgetStore(opened.value.db).known(options.id);
    const planned = decideForget(known, options);
    if (!planned.ok) return planned;
    return options.yes ? ok(null) : await ask(summaryOf(known, planned.value), options, io);
  } finally {
    await opened.value.close();
  }
}

async function ask(
  summary: Forgotten,
  options: SourcesForgetOptions,
  io: Io,
): Promise<Result<null, string>> {
  const plan = inWords(summary, options);
  if (!io.stdin.isTTY || options.json) return err(`${plan}. Nothing is done without --yes`);
  const lines = createInterface({ input: io.stdin, output: io.stderr });
  const answer = await lines.question(`${plan}. Go on? [y/N] `);
  lines.close();
  return /^(?:y|yes|j|ja)$/i.test(answer.trim()) ? ok(null) : err("nothing is done");
}

function inWords(
  { source, articles, withdrawn, passedOn }: Forgotten,
  { keep }: SourcesForgetOptions,
): string {
  if (keep) return `${source}: how it was polled is forgotten; articles that stay: ${articles}`;
  const counts = `articles: ${articles}, withdrawn entries: ${withdrawn}`;
  return `${source}: ${counts}, entries that go on as the copies of other sources: ${passedOn}`;
}
