import { ok, type Result } from "../core/result.ts";
import type { SourceDefinition } from "../core/settings/definitions.ts";
import { bareSource, typedAddress } from "../core/sources/bare-source.ts";
import { type Io, refuse, refuseConfig } from "../service/io.ts";
import type { CommonOptions } from "../service/load.ts";
import { readingOnce } from "../service/reading/read-once.ts";
import { configurationHere } from "../service/sharing/command-configuration.ts";
import { previewText } from "./preview-text.ts";
import { write } from "./write.ts";

export type SourcesTestOptions = CommonOptions & {
  /** Id of a source, or an address. */
  readonly source: string;
  readonly json: boolean;
};

/** Reads a source once and shows its newest articles as they would be published; stores nothing. Exit code 1 when it gives nothing. */
export async function sourcesTest(options: SourcesTestOptions, io: Io): Promise<number> {
  const loaded = await configurationHere(options, io);
  if (!loaded.ok) return refuseConfig(loaded, io);
  const source = sourceOf(options.source, loaded.value.sources);
  if (!source.ok) return refuse(source.error, io);
  const preview = await readingOnce(loaded.value, (read) => read(source.value));
  await write(io.stdout, `${options.json ? JSON.stringify(preview) : previewText(preview)}\n`);
  return preview.problem === null ? 0 : 1;
}

function sourceOf(
  named: string,
  sources: readonly SourceDefinition[],
): Result<SourceDefinition, string> {
  const source = sources.find(({ id }) => id === named);
  if (source !== undefined) return ok(source);
  if (!/[.:/]/.test(named)) return { ok: false, error: `there is no source "${named}"` };
  const url = typedAddress(named);
  return url.ok ? ok(bareSource(url.value)) : url;
}
