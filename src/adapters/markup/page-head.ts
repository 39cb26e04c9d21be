import { Parser } from "htmlparser2";
import { tidyText } from "./hygiene.ts";

/** What an HTML document says about itself, as written. */
export type PageHead = {
  readonly title: string | null;
  /** Text of the first `h1`. */
  readonly heading: string | null;
  /** `lang` of the root element. */
  readonly language: string | null;
  readonly canonical: string | null;
  /** Values of `meta` elements by lower-case `name` or `property`, in order. */
  readonly meta: ReadonlyMap<string, readonly string[]>;
  /** Values of `time[datetime]`, the first few. */
  readonly times: readonly string[];
  /** Parsed JSON-LD blocks. */
  readonly linkedData: readonly unknown[];
};

const MAX_META = 500;
const MAX_VALUE_LENGTH = 10_000;
const MAX_LINKED_DATA = { blocks: 10, length: 200_000 };

/** Reads the metadata of a guarded document (guardMarkup), in one pass. */
export function readPageHead(html: string): PageHead {
  const meta = new Map<string, string[]>();
  const times: string[] = [];
  const linkedData: unknown[] = [];
  const found = { language: null as string | null, canonical: null as string | null };
  const texts = captureTexts();

  const parser = new Parser({
    onopentag(name, given) {
      if (name === "meta") addMeta(meta, given);
      if (name === "html") found.language ??= given["lang"] ?? null;
      if (name === "link" && isCanonical(given)) found.canonical ??= given["href"] ?? null;
      if (name === "time" && given["datetime"]) times.push(given["datetime"]);
      texts.open(name, given);
    },
    ontext: texts.text,
    onclosetag(name) {
      const json = texts.close(name);
      if (json !== null && linkedData.length < MAX_LINKED_DATA.blocks) linkedData.push(parse(json));
    },
  });
  parser.write(html);
  parser.end();
  return { ...found, ...texts.result(), meta, times: times.slice(0, 5), linkedData };
}

const isCanonical = (given: Record<string, string>): boolean =>
  (given["rel"] ?? "").toLowerCase().split(/\s+/).includes("canonical");

function addMeta(meta: Map<string, string[]>, given: Record<string, string>): void {
  const name = (given["property"] ?? given["name"] ?? given["itemprop"] ?? "").toLowerCase();
  const content = oneLine(given["content"] ?? "");
  if (name === "" || content === "" || meta.size >= MAX_META) return;
  const values = meta.get(name) ?? [];
  if (values.length < 20) meta.set(name, [...values, content]);
}

/** Collects the text of the first `title`, the first `h1` and each JSON-LD script. */
function captureTexts() {
  let open: { readonly name: string; text: string } | null = null;
  const first = new Map<string, string>();
  return {
    open(name: string, given: Record<string, string>): void {
      const isData = name === "script" && /^application\/ld\+json/i.test(given["type"] ?? "");
      const isFirst = (name === "title" || name === "h1") && !first.has(name);
      if (!open && (isData || isFirst)) open = { name, text: "" };
    },
    text(text: string): void {
      if (open && open.text.length < MAX_LINKED_DATA.length) open.text += text;
    },
    /** The JSON-LD that ends here, else `null`. */
    close(name: string): string | null {
      if (open?.name !== name) return null;
      const { text } = open;
      open = null;
      if (name === "script") return text;
      const line = oneLine(text);
      if (line !== "") first.set(name, line);
      return null;
    },
    result: () => ({ title: first.get("title") ?? null, heading: first.get("h1") ?? null }),
  };
}

const oneLine = (text: string): string =>
  tidyText(text.slice(0, MAX_VALUE_LENGTH)).replace(/\s+/g, " ").trim();

/** Broken JSON-LD is frequent and says nothing. */
function parse(json: string): unknown {
  try {
    return JSON.parse(json.trim());
  } catch {
    return null;
  }
}
