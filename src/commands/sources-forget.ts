import { createInterface } from "node:readline/promises";
import { createForgetStore } from "../adapters/store/forget-source.ts";
import {
  decideForget,
  type ForgetOptions,
  type ForgetStore,
  type Forgotten,
  summaryOf,
} from "../core/forgetting.ts";
import { err, ok, type Result } from "../core/result.ts";
import { openForWriting } from "./clusters-edit.ts";
import { type CommonOptions, type Io, load, refuse, refuseConfig } from "./load.ts";
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
  const opened = await openForWriting(database);
  if (!opened.ok) return refuse(opened.error, io);
  try {
    const done = await carryOut(createForgetStore(opened.value.db), options, io);
    if (!done.ok) return refuse(done.error, io);
    const { json } = options;
    await write(io.stdout, `${json ? JSON.stringify(done.value) : inWords(done.value, options)}\n`);
    return 0;
  } finally {
    await opened.value.close();
  }
}

/** The error is a sentence. */
async function carryOut(
  store: ForgetStore,
  options: SourcesForgetOptions,
  io: Io,
): Promise<Result<Forgotten, string>> {
  const known = await store.known(options.id);
  const planned = decideForget(known, options);
  if (!planned.ok) return planned;
  const summary = summaryOf(known, planned.value);
  const consent = options.yes ? ok(null) : await ask(summary, options, io);
  if (!consent.ok) return consent;
  const done = await store.forget(options.id, (now) => decideForget(now, options), Date.now());
  return done.ok ? ok(summary) : done;
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
