import fc from "fast-check";
import { DOMParser } from "linkedom";
import { describe, expect, it } from "vitest";
import type { PageDocument, PageElement } from "../../../src/adapters/page-reader/dom.ts";
import { elementsOf } from "../../../src/adapters/page-reader/dom.ts";
import { parsePage } from "../../../src/adapters/page-reader/parse-page.ts";

/** A tree that was not written by us, with the same names. */
const otherTree = (html: string): PageDocument =>
  new DOMParser().parseFromString(html, "text/html") as unknown as PageDocument;

const page = (inside: string): string =>
  `<html><head></head><body><p>begin</p>${inside}</body></html>`;
const bodyOf = (inside: string): PageElement => parsePage(inside).body;

/** Well-formed markup: what parsers make of mistakes differs by their versions. */
const { markup } = fc.letrec<{ markup: string; node: string }>((tie) => ({
  node: fc.oneof(
    { depthSize: "small" },
    fc.constantFrom("a &amp; b", "x &lt; y", "word", " ", "\n", "<br>", "<!-- note -->", "&nbsp;"),
    fc
      .record({
        name: fc.constantFrom("div", "span", "section", "em", "ul", "noscript"),
        names: fc.constantFrom("", ' class="a b"', ' id="x" title="1 &quot; 2"', " hidden"),
        inside: tie("markup"),
      })
      .map(({ name, names, inside }) => `<${name}${names}>${inside}</${name}>`),
  ),
  markup: fc.array(tie("node"), { maxLength: 4 }).map((nodes) => nodes.join("")),
}));

describe("the tree of a page", () => {
  it("says the same of a document as another tree", () => {
    const tell = ({ body }: PageDocument): unknown => [
      body.textContent,
      body.innerHTML.replaceAll(' hidden=""', " hidden"),
      body.childNodes.map(({ nodeType }) => nodeType),
      body.getElementsByTagName("span").map((element) => element.getAttribute("title")),
      elementsOf({ children: [body] } as unknown as PageDocument).map((element) => [
        element.tagName,
        element.id,
        element.children.length,
        element.parentNode?.tagName,
        element.nextSibling?.nodeType,
      ]),
    ];
    fc.assert(
      fc.property(markup, (inside) => {
        expect(tell(parsePage(page(inside)))).toEqual(tell(otherTree(page(inside))));
      }),
    );
  });

  it("is the same after every change of its children as another tree", () => {
    const change = fc.record({ node: fc.nat(30), at: fc.nat(30), kind: fc.nat(3) });
    fc.assert(
      fc.property(markup, fc.array(change, { maxLength: 12 }), (inside, changes) => {
        const [ours, other] = [parsePage(page(inside)), otherTree(page(inside))].map((tree) => {
          for (const each of changes) applyTo(tree.body, each);
          return tree.body.innerHTML.replaceAll(' hidden=""', " hidden");
        });
        expect(ours).toBe(other);
      }),
    );
  });

  it("gives lists that stay what they were while the tree changes", () => {
    const body = bodyOf("<p>one</p><p>two</p>");
    const [nodes, elements] = [body.childNodes, body.children];
    for (const node of nodes) node.remove();
    expect([nodes.length, elements.length, body.childNodes.length]).toEqual([2, 2, 0]);
  });

  it("finds attributes that are written in capitals", () => {
    expect(
      bodyOf('<p CLASS="Lead big" itemProp=name>x</p>').children[0]?.getAttribute("class"),
    ).toBe("Lead big");
  });

  it("has a head and a body where a page has none, and finds a body in a comment", () => {
    expect(parsePage("").body.textContent).toBe("");
    expect(parsePage("<!-- <html><body> -->").body.tagName).toBe("BODY");
    expect(parsePage("<html><!-- <body> --><p>text</p></html>").body.textContent).toBe("text");
  });

  it("shows nothing of what browsers without frames are told", () => {
    expect(bodyOf("<iframe src=x>No <b>frames</b></iframe>rest").textContent).toBe("rest");
  });

  it("keeps of an element with thousands of attributes the first ones", () => {
    const many = Array.from({ length: 5_000 }, (_, index) => `a${index}=1`).join(" ");
    const [element] = bodyOf(`<div id=x ${many}>text</div>`).children;
    expect([element?.id, [...(element?.attributes ?? [])].length]).toEqual(["x", 64]);
  });
});

type Change = { readonly node: number; readonly at: number; readonly kind: number };

function applyTo(body: PageElement, { node, at, kind }: Change): void {
  const elements = elementsOf({ children: body.children } as unknown as PageDocument);
  const [moved, place] = [elements[node % elements.length], elements[at % elements.length]];
  if (!moved || !place || moved === place || isWithin(place, moved)) return;
  if (kind === 0) moved.remove();
  if (kind === 1) place.appendChild(moved);
  if (kind === 2) place.parentNode?.insertBefore(moved, place);
  if (kind === 3 && !isWithin(moved, place)) place.parentNode?.replaceChild(moved, place);
}

function isWithin(element: PageElement, outer: PageElement): boolean {
  for (let at = element.parentNode; at; at = at.parentNode) if (at === outer) return true;
  return false;
}
