import type { Config } from "../config/config.ts";
import {
  decideForget,
  type ForgetOptions,
  type Forgotten,
  summaryOf,
} from "../core/entries/forgetting.ts";
import type { Result } from "../core/result.ts";
import { type Io, refuse } from "../service/io.ts";
import type { CommonOptions } from "../service/load.ts";
import type { OpenDesk } from "../service/open-desk.ts";
import { confirm } from "./ask.ts";
import { withDesk } from "./with-desk.ts";
import { write } from "./write.ts";

export type SourcesForgetOptions = CommonOptions &
  ForgetOptions & {
    /** Nobody is asked for confirmation. */
    readonly yes: boolean;
    readonly json: boolean;
  };

/**
 * Takes the articles of a source that is not in the configuration out of publication, or forgets only when and how it was
 * polled; a service may run on the same database. Gives the exit code.
 */
export function sourcesForget(options: SourcesForgetOptions, io: Io): Promise<number> {
  const run = (desk: OpenDesk, config: Config) => forget(desk, config, { options, io });
  return withDesk(options, io, run, "write");
}

type ForgetRequest = { readonly options: SourcesForgetOptions; readonly io: Io };

async function forget(
  desk: OpenDesk,
  { sources }: Config,
  { options, io }: ForgetRequest,
): Promise<number> {
  if (sources.some(({ id }) => id === options.id)) {
    return refuse(`the source "${options.id}" is in the configuration: take it out first`, io);
  }
  const agreed = await agree(desk, options, io);
  if (!agreed.ok) return refuse(agreed.error, io);
  const { id: sourceId, keep, json } = options;
  const done = await desk.order({ kind: "forget-source", sourceId, keep });
  if (!done.ok) return refuse(done.error, io);
  await write(io.stdout, `${json ? JSON.stringify(done.value) : inWords(done.value, options)}\n`);
  return 0;
}

/** Says what would be done, and asks whether it may. The error is a sentence. */
async function agree(
  { forgetting }: OpenDesk,
  options: SourcesForgetOptions,
  io: Io,
): Promise<Result<null, string>> {
  const known = await forgetting.known(options.id);
  const planned = decideForget(known, options, Date.now());
  if (!planned.ok) return planned;
  return confirm(inWords(summaryOf(known, planned.value), options), options, io);
}

function inWords(
  { source, articles, withdrawn, passedOn }: Forgotten,
  { keep }: SourcesForgetOptions,
): string {
  if (keep) return `${source}: how it was polled is forgotten; articles that stay: ${articles}`;
  const counts = `articles: ${articles}, withdrawn entries: ${withdrawn}`;
  return `${source}: ${counts}, entries that go on as the copies of other sources: ${passedOn}`;
}
