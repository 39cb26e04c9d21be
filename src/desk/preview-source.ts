import { err, ok } from "../core/result.ts";
import type { SourceDefinition } from "../core/settings/definitions.ts";
import { bareSource, typedAddress } from "../core/sources/bare-source.ts";
import type { SourcePreview } from "../core/sources/source-preview.ts";
import type { CarryOut } from "./carry-out.ts";

export type PreviewingDeps = {
  /** See ingest/preview-source.ts. */
  readonly preview: (source: SourceDefinition) => Promise<SourcePreview>;
  /** The configured sources. */
  readonly sources: () => readonly SourceDefinition[];
};

/** Reads a source once, a configured one or an address that may become one, and stores nothing of it. */
export const previewOrdered =
  ({ preview, sources }: PreviewingDeps): CarryOut<"preview-source"> =>
  async ({ sourceId, address }) => {
    if (sourceId !== null) {
      const source = sources().find(({ id }) => id === sourceId);
      return source === undefined
        ? err(`there is no source "${sourceId}"`)
        : ok(await preview(source));
    }
    const url = typedAddress(address);
    return url.ok ? ok(await preview(bareSource(url.value))) : url;
  };
