/**
 * The vocabularies that we read, by the fixed prefix that stands for them in our names. `rss` is
 * also everything without a namespace; whether that means Atom depends on the root.
 */
export type NamespaceVocabulary =
  | "rss"
  | "atom"
  | "rdf"
  | "dc"
  | "dcterms"
  | "content"
  | "media"
  | "itunes"
  | "podcast"
  | "cc"
  | "sy"
  | "enc"
  | "feedburner"
  | "xhtml"
  | "xml"
  | "other";

/**
 * Namespace names, without scheme, case and closing `/` or `#`: publishers vary all three. From
 * the specifications, and from the list of feedparser for the drafts and mistakes in use.
 */
const VOCABULARIES: ReadonlyMap<string, NamespaceVocabulary> = new Map([
  ["", "rss"],
  ["backend.userland.com/rss", "rss"],
  ["backend.userland.com/rss2", "rss"],
  ["backend.userland.com/rss2.1", "rss"],
  ["blogs.law.harvard.edu/tech/rss", "rss"],
  ["cyber.law.harvard.edu/rss", "rss"],
  ["purl.org/rss/1.0", "rss"],
  ["purl.org/rss/1.0/modules/rss091", "rss"],
  ["purl.org/rss/2.0", "rss"],
  ["my.netscape.com/rdf/simple/0.9", "rss"],
  ["channel.netscape.com/rdf/simple/0.9", "rss"],
  ["purl.org/net/rss1.1", "rss"],
  ["www.w3.org/2005/atom", "atom"],
  ["purl.org/atom/ns", "atom"],
  ["purl.org/atom", "atom"],
  ["purl.org/echo", "atom"],
  ["purl.org/pie", "atom"],
  ["example.com/newformat", "atom"],
  ["example.com/necho", "atom"],
  ["uri/of/echo/namespace", "atom"],
  ["www.w3.org/1999/02/22-rdf-syntax-ns", "rdf"],
  ["purl.org/dc/elements/1.1", "dc"],
  ["purl.org/dc/elements/1.0", "dc"],
  ["purl.org/dc/terms", "dcterms"],
  ["purl.org/rss/1.0/modules/content", "content"],
  ["search.yahoo.com/mrss", "media"],
  ["search.yahoo.com/rss", "media"],
  ["tools.search.yahoo.com/mrss", "media"],
  ["video.search.yahoo.com/mrss", "media"],
  ["www.rssboard.org/media-rss", "media"],
  ["www.itunes.com/dtds/podcast-1.0.dtd", "itunes"],
  ["example.com/dtds/podcast-1.0.dtd", "itunes"],
  ["podcastindex.org/namespace/1.0", "podcast"],
  ["github.com/podcastindex-org/podcast-namespace/blob/main/docs/1.0.md", "podcast"],
  ["creativecommons.org/ns", "cc"],
  ["web.resource.org/cc", "cc"],
  ["backend.userland.com/creativecommonsrssmodule", "cc"],
  ["cyber.law.harvard.edu/rss/creativecommonsrssmodule.html", "cc"],
  ["purl.org/rss/1.0/modules/syndication", "sy"],
  ["purl.oclc.org/net/rss_2.0/enc", "enc"],
  ["rssnamespace.org/feedburner/ext/1.0", "feedburner"],
  ["www.w3.org/1999/xhtml", "xhtml"],
  ["www.w3.org/xml/1998/namespace", "xml"],
]);

/** The meaning of a prefix that was never declared. */
const CUSTOMARY: ReadonlyMap<string, NamespaceVocabulary> = new Map([
  ["", "rss"],
  ["rss", "rss"],
  ["atom", "atom"],
  ["a10", "atom"],
  ["rdf", "rdf"],
  ["dc", "dc"],
  ["dcterms", "dcterms"],
  ["content", "content"],
  ["media", "media"],
  ["itunes", "itunes"],
  ["podcast", "podcast"],
  ["cc", "cc"],
  ["creativecommons", "cc"],
  ["sy", "sy"],
  ["enc", "enc"],
  ["feedburner", "feedburner"],
  ["xhtml", "xhtml"],
  ["xml", "xml"],
]);

const vocabularyOf = (uri: string): NamespaceVocabulary => {
  const name = uri
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, "")
    .replace(/[/#]$/, "");
  return VOCABULARIES.get(name) ?? "other";
};

/** Namespaces that are never a feed's own, though they are often declared without a prefix. */
const FOREIGN = /svg|mathml/i;

/** An unknown namespace without a prefix is the feed's own, misspelt or invented. */
function ownVocabularyOf(uri: string): NamespaceVocabulary {
  const vocabulary = vocabularyOf(uri);
  return vocabulary === "other" && !FOREIGN.test(uri) ? "rss" : vocabulary;
}

/** The declarations in force at one element; `null` where the document has made none yet. */
export type Scope = {
  readonly parent: Scope | null;
  readonly declared: ReadonlyMap<string, NamespaceVocabulary>;
};

/** The scope below an element with these attributes: the same one when it declares nothing. */
export function declareNamespaces(
  scope: Scope | null,
  attributes: ReadonlyMap<string, string>,
): Scope | null {
  const declared = new Map<string, NamespaceVocabulary>();
  for (const [name, value] of attributes) {
    if (name === "xmlns") declared.set("", ownVocabularyOf(value));
    else if (name.startsWith("xmlns:")) declared.set(name.slice(6), vocabularyOf(value));
  }
  return declared.size === 0 ? scope : { parent: scope, declared };
}

/** A lower-cased name in its vocabulary. */
export type QualifiedName = {
  readonly vocabulary: NamespaceVocabulary;
  readonly local: string;
  readonly prefix: string;
};

/** Resolves a lower-cased element name; unknown prefixes mean what they customarily mean. */
export function qualify(name: string, scope: Scope | null): QualifiedName {
  const colon = name.indexOf(":");
  const prefix = colon < 0 ? "" : name.slice(0, colon);
  const vocabulary = lookUp(prefix, scope) ?? CUSTOMARY.get(prefix) ?? "other";
  return { vocabulary, local: name.slice(colon + 1), prefix };
}

function lookUp(prefix: string, scope: Scope | null): NamespaceVocabulary | null {
  for (let current = scope; current !== null; current = current.parent) {
    const found = current.declared.get(prefix);
    if (found) return found;
  }
  return null;
}
