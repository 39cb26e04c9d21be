import fc from "fast-check";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { opmlParts } from "../../src/adapters/markup/opml-parts.ts";
import { readOpml } from "../../src/adapters/markup/read-opml.ts";
import { loadConfig } from "../../src/config/load-config.ts";
import { passwordsIn, sharedOf } from "../../src/config/shared-files.ts";
import { ok } from "../../src/core/result.ts";

const FILE = "/etc/desk.yaml";
const LIST = "all.opml";

/** What nodes share of a text, at that path. */
function sharedText(path: string, text: string): string {
  const files = new Map([[path, Buffer.from(text)]]);
  const shared = sharedOf({ file: FILE, siteUrl: "https://desk.example" }, files, opmlParts);
  return Buffer.from(shared.files.get(path) ?? []).toString("utf8");
}

/** Found again in any spelling, because no letter of it is elsewhere. */
const SECRET = "QZXJ";
const sign = fc.constantFrom(...`${SECRET}qzxj%:@&'"!{}[],;|>#*&-~ ä€😀\\`);
const password = fc.string({ unit: sign, maxLength: 12 }).map((text) => {
  // These end the password, and what follows is the host.
  const rest = text.replaceAll(/[#\\]/g, "");
  return `${SECRET}${rest}`;
});
const slashes = fc.constantFrom("://", ":/", ":", ":\\\\", ":\\/", ":////");
const address = fc
  .record({
    slashes,
    scheme: fc.constantFrom("https", "HTTP"),
    user: fc.constantFrom("me", "", "a%40b"),
    password,
    rest: fc.constantFrom("", "/rss", "/rss?a=1&b=2#x", ":8443/a b"),
  })
  .map((of) => `${of.scheme}${of.slashes}${of.user}:${of.password}@wire.example${of.rest}`)
  .filter((text) => URL.parse(text)?.host.startsWith("wire.example") ?? false);

/** Each sign of a text as one of the ways in which it may be written. */
const spelled = (text: string, ways: (sign: string) => readonly string[]) =>
  fc
    .tuple(...[...text].map((each) => fc.constantFrom(...ways(each))))
    .map((signs) => signs.join(""));

const hex = (code: number, digits: number): string => code.toString(16).padStart(digits, "0");

function waysInDoubleQuotes(sign: string): readonly string[] {
  const code = sign.codePointAt(0) ?? 0;
  return [
    /["\\]/.test(sign) ? `\\${sign}` : sign,
    ...(sign === "/" ? ["\\/"] : []),
    ...(code < 0x100 ? [`\\x${hex(code, 2)}`] : []),
    ...(code < 0x10000 ? [`\\u${hex(code, 4)}`] : []),
    `\\U${hex(code, 8)}`,
  ];
}

const double = (text: string) => spelled(text, waysInDoubleQuotes).map((inner) => `"${inner}"`);
const single = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** A configuration of a source with this address, in one of many ways of writing YAML. */
const yamlOf = (url: string) =>
  fc.oneof(
    double(url).map((value) => `sources:\n  - id: a\n    url: ${value} # a comment\n`),
    double(url).map((value) => `sources: [{ id: a, url: &u ${value} }, { id: b, url: *u }]`),
    double(url).map((value) => `sources: [{"id":"a","url":${value}}]\r\n`),
    double(url).map((value) => `sources:\n- id: a\n  ? "url"\n  : !!str\n    ${value}`),
    fc.constant(`sources: [{ 'id': 'a', 'url': ${single(url)}}]`),
    fc.constant(`sources:\n  - id: a\n    url: |-\n      ${url}\n    rights: full\n`),
    fc.constant(`sources:\n  - url: >-  # folded\n      ${url}\n\n    id: a\n`),
    fc.constant(`sources:\n  - url: &u >\n      ${url}\n    id: a\n  - url: *u`),
  );

const withText = <Text>(of: (url: string) => fc.Arbitrary<Text>) =>
  address.chain((url) => of(url).map((text) => ({ url, text })));

type Sources = { readonly sources: readonly { readonly url: string }[] };

const withoutPasswordOf = (url: string): string => {
  const parsed = new URL(url);
  parsed.password = "";
  return parsed.href;
};

it("no spelling of YAML hides the password of an address, which else stays what it is", () => {
  fc.assert(
    fc.property(withText(yamlOf), ({ url, text }) => {
      const shared = sharedText("", text);
      const before = parse(text) as Sources;
      fc.pre(before.sources[0]?.url.trim() === url);
      const after = parse(shared) as Sources;
      const urls = after.sources.map((source) => new URL(source.url).href);
      expect(urls).toEqual(before.sources.map(() => withoutPasswordOf(url)));
      expect({ ...after, sources: after.sources.map(({ url: _, ...rest }) => rest) }).toEqual({
        ...before,
        sources: before.sources.map(({ url: _, ...rest }) => rest),
      });
      expect(shared).not.toContain(SECRET);
      expect(sharedText("", shared)).toBe(shared);
    }),
  );
});

const ESCAPES: Readonly<Record<string, string>> = {
  ...{ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;" },
};

function waysInXml(sign: string): readonly string[] {
  const code = sign.codePointAt(0) ?? 0;
  const named = ESCAPES[sign];
  return [
    ...(/[&<>"']/.test(sign) ? [] : [sign]),
    ...(named === undefined ? [] : [named]),
    ...[`&#${code};`, `&#x${hex(code, 2)};`, `&#X${hex(code, 6)};`],
  ];
}

const listOf = (url: string) =>
  fc
    .tuple(spelled(url, waysInXml), fc.constantFrom('"', "'"), fc.constantFrom("", " ", "\n"))
    .map(
      ([value, quote, space]) =>
        `<?xml version="1.0"?><opml><!-- it's --><body><outline text="Bob's"\n xmlUrl${space}=${space}${quote}${value}${quote} type='rss'/></body></opml>`,
    );

const outlinesOf = (text: string): readonly string[] => {
  const list = readOpml(text);
  return list.ok ? list.value.outlines.map(({ url }) => url) : [];
};

it("no spelling of XML hides the password of an address in a list", () => {
  fc.assert(
    fc.property(
      withText(listOf).filter(({ url }) => /^https?:\/\//i.test(url)),
      ({ url, text }) => {
        const shared = sharedText(LIST, text);
        expect(outlinesOf(text)).toEqual([new URL(url).href]);
        expect(outlinesOf(shared)).toEqual([withoutPasswordOf(url)]);
        expect(shared).not.toContain(SECRET);
        expect(sharedText(LIST, shared)).toBe(shared);
      },
    ),
  );
});

/** A text of lines, each with a comment behind it. */
const commented = (text: string) =>
  fc.array(fc.string({ unit: sign, maxLength: 12 }), { minLength: 1 }).map((words) =>
    text
      .split("\n")
      .map((line, n) => `${line} #${SECRET}${words[n % words.length]}`)
      .join("\n"),
  );

const CONFIGURATION = `site:
  title: "a # b"
  note: it's # not
lists: [a#b, 'c # d',
  { e: f }]
empty:
text: >+
  folded
  text

sources:
- id: a
  url: https://wire.example/#top
`;

it("no comment is shared, and no value is taken for one", () => {
  fc.assert(
    fc.property(commented(CONFIGURATION), (text) => {
      const shared = sharedText("", text);
      expect(parse(shared)).toEqual(parse(text));
      expect(sharedText("", shared)).toBe(shared);
      // Within the block # begins no comment.
      expect(shared.replaceAll(/^ {2}(folded|text) .*$/gm, "")).not.toContain(SECRET);
    }),
  );
});

it("two sources with one address keep a password each, also where the file names others", () => {
  const text = ["one", "two"].map((id) => `{ id: ${id}, url: "https://me:${id}@wire.example" }`);
  const passwords = passwordsIn(new Map([["", Buffer.from(`sources: [${text}]`)]]), opmlParts);
  const shared = sharedText("", `sources: [${text}, ${text[0]?.replace("one", "three")}]`);
  const loaded = loadConfig({
    file: FILE,
    environment: {},
    readOpml,
    isCronExpression: () => true,
    readText: () => ok(shared),
    passwords,
  });
  const headers = loaded.ok && loaded.value.credentials.map((each) => each.headers);
  const basic = (id: string) => [["authorization", `Basic ${btoa(`me:${id}`)}`]];
  expect(headers).toEqual([basic("one"), basic("two"), basic("two")]);
});

it("whoever has the file knows the passwords of what is shared of it", () => {
  fc.assert(
    fc.property(withText(yamlOf), ({ url, text }) => {
      const passwords = passwordsIn(new Map([["", Buffer.from(text)]]), opmlParts);
      const shared = parse(sharedText("", text)) as Sources;
      const known = passwords.get(new URL(shared.sources[0]?.url ?? "").href);
      expect(new URL(known ?? "https://nobody.example").href).toBe(new URL(url).href);
    }),
  );
});
