/**
 * JSON Feed 1.1 by the letter of its specification (jsonfeed.org/version/1.1): what each member may
 * hold, which are required, and that no others are there but extensions.
 */
export function checkJsonFeed(text: string): readonly string[] {
  const feed: unknown = JSON.parse(text);
  const faults = checkObject(feed, FEED, "feed");
  if (!isRecord(feed)) return faults;
  if (feed["next_url"] !== undefined && feed["next_url"] === feed["feed_url"])
    faults.push("feed.next_url is the feed itself");
  const items = Array.isArray(feed["items"]) ? feed["items"].filter(isRecord) : [];
  const ids = items.map((item) => item["id"]);
  if (new Set(ids).size !== ids.length) faults.push("two items have one id");
  items.forEach((item, index) => {
    if (item["content_html"] === undefined && item["content_text"] === undefined)
      faults.push(`feed.items[${index}] has neither content_html nor content_text`);
  });
  return faults;
}

/** What is wrong with a value at a path. */
type Check = (value: unknown, path: string) => string[];
type Shape = { readonly required: Members; readonly optional: Members };
type Members = Readonly<Record<string, Check>>;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function checkObject(value: unknown, { required, optional }: Shape, path: string): string[] {
  if (!isRecord(value)) return [`${path} is no object`];
  const known = new Map(Object.entries({ ...optional, ...required }));
  const missing = Object.keys(required).filter((name) => value[name] === undefined);
  return [
    ...missing.map((name) => `${path}.${name} is missing`),
    ...Object.entries(value).flatMap(([name, member]) => {
      const check = known.get(name);
      if (check !== undefined) return check(member, `${path}.${name}`);
      return name.startsWith("_") ? extension(member, `${path}.${name}`) : [`${path}.${name}?`];
    }),
  ];
}

const when =
  (what: string, holds: (value: unknown) => boolean): Check =>
  (value, path) =>
    holds(value) ? [] : [`${path} is no ${what}: ${JSON.stringify(value)}`];

const string = when("string", (value) => typeof value === "string");
const text = when("text", (value) => typeof value === "string" && value.trim() !== "");
const flag = when("boolean", (value) => typeof value === "boolean");
const count = when("count", (value) => Number.isSafeInteger(value) && Number(value) >= 0);
const url = when("absolute URL", (value) => /^https?:\/\//.test(String(value)) && isUrl(value));
/** "can also be a mailto: link". */
const contact = when(
  "URL",
  (value) => /^(?:https?:\/\/|mailto:)/.test(String(value)) && isUrl(value),
);
const isUrl = (value: unknown): boolean => typeof value === "string" && URL.canParse(value);
const date = when("RFC 3339 date", (value) => RFC_3339.test(String(value)) && isDate(value));
const RFC_3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;
const isDate = (value: unknown): boolean => Number.isFinite(Date.parse(String(value)));
const version = when("version", (value) => value === "https://jsonfeed.org/version/1.1");
const mediaType = when("media type", (value) => /^[\w.+-]+\/[\w.+-]+$/.test(String(value)));
/** RFC 5646. */
const language = when("language tag", (value) => {
  try {
    return Intl.getCanonicalLocales(String(value)).length === 1;
  } catch {
    return false;
  }
});
/** "Publishers can use custom objects in JSON Feeds. Names must start with an _ character". */
const extension = when("object", isRecord);

const listOf =
  (check: Check): Check =>
  (value, path) =>
    Array.isArray(value)
      ? value.flatMap((one, index) => check(one, `${path}[${index}]`))
      : [`${path} is no array`];

const object =
  (shape: Shape): Check =>
  (value, path) =>
    checkObject(value, shape, path);

/** All members are optional, "but if you provide an author object, then at least one is required". */
const author: Check = (value, path) => [
  ...checkObject(
    value,
    { required: {}, optional: { name: text, url: contact, avatar: url } },
    path,
  ),
  ...(isRecord(value) && Object.keys(value).length === 0 ? [`${path} is empty`] : []),
];

const ATTACHMENT: Shape = {
  required: { url, mime_type: mediaType },
  optional: { title: text, size_in_bytes: count, duration_in_seconds: count },
};

const ITEM: Shape = {
  required: { id: text },
  optional: {
    ...{ url, external_url: url, image: url, banner_image: url },
    ...{ title: text, content_html: text, content_text: text, summary: text },
    ...{ date_published: date, date_modified: date, language },
    ...{ authors: listOf(author), tags: listOf(text), attachments: listOf(object(ATTACHMENT)) },
  },
};

const FEED: Shape = {
  required: { version, title: text, items: listOf(object(ITEM)) },
  optional: {
    ...{ home_page_url: url, feed_url: url, next_url: url, icon: url, favicon: url },
    ...{ description: text, user_comment: string, language, expired: flag },
    authors: listOf(author),
    hubs: listOf(object({ required: { type: text, url }, optional: {} })),
  },
};
