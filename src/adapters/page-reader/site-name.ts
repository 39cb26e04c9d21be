import { fold } from "../../core/text/fold.ts";

/** Whether a text is nothing but the name of the site: as it calls itself, or as its host is called. */
export function isSiteName(text: string, siteName: string | null, url: string | null): boolean {
  const written = squeeze(text);
  const names = [siteName ?? "", ...hostNames(url)].map(squeeze);
  return written !== "" && names.some((name) => name.length > 2 && name === written);
}

/** Letters and digits only: "L-Mag" is "lmag". */
const squeeze = (text: string): string =>
  fold(text.slice(0, 200)).replace(/[^\p{L}\p{M}\p{N}]+/gu, "");

function hostNames(url: string | null): string[] {
  const host = (url && URL.parse(url)?.hostname.replace(/^www\./, "")) || "";
  const labels = host.split(".");
  return [host, ...labels.slice(0, -1), labels.slice(-2).join(".")];
}
