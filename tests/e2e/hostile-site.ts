import type { PublishedSite } from "../../src/publish/pages/ports.ts";
import { FULL_ENTRY } from "../http/sample-entries.ts";
import { aFeed, aSite, aWithdrawal, found, samplePublished } from "../http/sample-site.ts";

/** Each sets `window.taken` if any way of writing it into a page lets it run. */
export const PAYLOADS: readonly string[] = [
  "<script>window.taken=1</script>",
  "</script><script>window.taken=1</script>",
  "</title></head><body onload=window.taken=1>",
  "<img src=x onerror=window.taken=1>",
  '" onmouseover="window.taken=1" autofocus onfocus="window.taken=1',
  "' autofocus onfocus='window.taken=1",
  '"><svg onload=window.taken=1>',
  "javascript:window.taken=1",
  "  JaVaScRiPt:window.taken=1",
  "java\nscript:window.taken=1",
  "\u0000javascript:window.taken=1",
  "https://[",
  'https://x.example/"onfocus="window.taken=1"autofocus',
  "data:text/html,<script>window.taken=1</script>",
  "<!--<script>",
  "]]><script>window.taken=1</script>",
  "<%= window.taken=1 %><%~ it %>",
  "\u2028\u2029\ud800\u0000\u001f\ufffe",
  "&lt;script&gt;window.taken=1&lt;/script&gt;&#60;script&#62;",
];

/** A site in which every text is the payload but what is sanitised before or checked by the configuration. */
export function hostilePublished(payload: string): PublishedSite {
  const poison = <T>(value: T, key = ""): T => {
    if (typeof value === "string") return (TRUSTED.includes(key) ? value : payload) as T;
    if (Array.isArray(value)) return value.map((one) => poison(one, key)) as T;
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, one]) => [name, poison(one, name)]),
    ) as T;
  };
  const entry = { ...poison(FULL_ENTRY), publishedAt: Number.NaN };
  return samplePublished(
    {
      site: { ...poison(aSite()), url: "https://schau.example" },
      feeds: [{ ...poison(aFeed()), id: "all" }],
      entries: [entry, { ...poison(FULL_ENTRY), contentHtml: null, content: "excerpt" }],
      articles: { a1: found(entry), gone: poison(aWithdrawal()) },
    },
    { userAgent: () => payload },
  );
}

/** Words of ours, and HTML that was sanitised before it was stored. */
const TRUSTED = ["kind", "content", "images", "rule", "contentHtml"];
