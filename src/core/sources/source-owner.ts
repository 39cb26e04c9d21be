import type { FolderSource, RemoteSource } from "../settings/definitions.ts";
import { registrableDomain } from "../urls/registrable-domain.ts";

type Owned =
  | Pick<RemoteSource, "kind" | "id" | "url">
  | Pick<FolderSource, "kind" | "id">
  | { readonly kind: "unknown"; readonly id: string };

/**
 * Who writes a source, as far as its address tells: feeds under one registrable domain are of one house, however many
 * sections or hosts it has. A drop folder, or a source of unknown address, is a house of its own. For comparison only.
 */
export function ownerOf(source: Owned): string {
  const host = source.kind === "remote" ? (URL.parse(source.url)?.hostname ?? "") : "";
  return host === "" ? `source:${source.id}` : registrableDomain(host);
}
