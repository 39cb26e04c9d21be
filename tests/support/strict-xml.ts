import { SaxesParser } from "saxes";

/** An element as a strict parser sees it: names are `{namespace}local`, or `local` without a namespace. */
export type Tree = {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly Tree[];
  /** The text directly in it, references resolved, CDATA included. */
  readonly text: string;
};

type Building = {
  readonly name: string;
  readonly attributes: Map<string, string>;
  readonly children: Building[];
  text: string;
};

/** Parses a document by the letter of XML 1.0 and Namespaces; throws at the first fault. */
export function parseStrictXml(xml: string): Tree {
  const parser = new SaxesParser({ xmlns: true });
  const root: Building = { name: "", attributes: new Map(), children: [], text: "" };
  const open = [root];
  const addText = (text: string) => {
    const innermost = open.at(-1);
    if (innermost) innermost.text += text;
  };
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", (tag) => {
    const attributes = Object.values(tag.attributes).map(
      ({ uri, local, value }) => [expanded(uri, local), value] as const,
    );
    const element: Building = {
      name: expanded(tag.uri, tag.local),
      attributes: new Map(attributes),
      children: [],
      text: "",
    };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on("closetag", () => open.pop());
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.write(xml).close();
  const [element] = root.children;
  if (element === undefined) throw new Error("No root element");
  return element;
}

const expanded = (uri: string, local: string): string => (uri === "" ? local : `{${uri}}${local}`);

export const childrenOf = (tree: Tree, name: string): readonly Tree[] =>
  tree.children.filter((child) => child.name === name);

/** The text of the only child of this name, or `null` when there is none; two are an error. */
export function textOf(tree: Tree, name: string): string | null {
  const [child, second] = childrenOf(tree, name);
  if (second !== undefined) throw new Error(`More than one ${name}`);
  return child?.text ?? null;
}
