import type { XmlAttributes, XmlElement } from "./xml-element.ts";

/** Namespaces that a feed declares only when it uses them, by their customary prefix. */
const OCCASIONAL: Readonly<Record<string, string>> = {
  itunes: "http://www.itunes.com/dtds/podcast-1.0.dtd",
  podcast: "https://podcastindex.org/namespace/1.0",
  creativeCommons: "http://backend.userland.com/creativeCommonsRssModule",
};

/** The declarations that these elements, at any depth, need beside those of every feed. */
export function occasionalNamespaces(elements: readonly XmlElement[]): XmlAttributes {
  const used = new Set<string>();
  collect(elements, used);
  return Object.fromEntries(
    Object.entries(OCCASIONAL).flatMap(([prefix, uri]) =>
      used.has(prefix) ? [[`xmlns:${prefix}`, uri]] : [],
    ),
  );
}

function collect(elements: readonly XmlElement[], used: Set<string>): void {
  for (const { name, content } of elements) {
    used.add(name.split(":", 1)[0] ?? "");
    if (typeof content !== "string") collect(content, used);
  }
}
