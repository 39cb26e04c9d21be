import { describeProblem } from "../config/config.ts";
import { configJsonSchema } from "../config/schema.ts";
import { type Io, refuseConfig } from "../service/io.ts";
import { type CommonOptions, load } from "../service/load.ts";

export type ConfigOptions = CommonOptions & { readonly json: boolean };

/** Checks the configuration and says what is wrong, with line and key. Gives the exit code. */
export function configCheck(options: ConfigOptions, io: Io): number {
  const loaded = load(options, io);
  if (options.json) {
    const problems = loaded.ok ? [] : loaded.error;
    const warnings = loaded.ok ? loaded.value.warnings : [];
    io.stdout.write(`${JSON.stringify({ ok: loaded.ok, problems, warnings })}\n`);
    return loaded.ok ? 0 : 1;
  }
  if (!loaded.ok) return refuseConfig(loaded, io);
  const { file, sources, feeds, warnings } = loaded.value;
  for (const warning of warnings) io.stderr.write(`warning: ${describeProblem(warning)}\n`);
  io.stdout.write(`${file} is valid: ${sources.length} sources, ${feeds.length} feeds\n`);
  return 0;
}

/** Prints the JSON Schema of the configuration. Gives the exit code. */
export function printConfigSchema({ stdout }: Pick<Io, "stdout">): number {
  stdout.write(`${JSON.stringify(configJsonSchema(), null, 2)}\n`);
  return 0;
}
