import { decodeLeftovers } from "../markup/references.ts";
import { webUrl } from "../markup/urls.ts";
import { decodeHtmlText } from "../markup/xml-events.ts";
import { type LinkedData, type LinkedNode, nodeOf } from "./linked-data.ts";
import { oneLine, type PageFacts } from "./page-facts.ts";

/** Everything that metadata is read from. */
export type Sources = {
  readonly facts: PageFacts;
  readonly data: LinkedData;
  /** Base of relative addresses. */
  readonly baseUrl: string | null;
  /** Address of the page. */
  readonly url: string | null;
};

/** A value and the name of where it came from. */
export type Found<T> = { readonly value: T; readonly from: string };

/** A place to look, under the name that provenance gives it. */
export type Place<T> = readonly [from: string, read: (sources: Sources) => T | null];

/** The value of the first place that has one. */
export function firstFound<T>(places: readonly Place<T>[], sources: Sources): Found<T> | null {
  for (const [from, read] of places) {
    const value = read(sources);
    if (value !== null) return { value, from };
  }
  return null;
}

/** `meta` elements as places, in this order, each under its own name. */
export const metaPlaces = (names: readonly string[]): Place<string>[] =>
  names.map((name) => [name, ({ facts }) => metaText(facts, name)]);

export const metaText = (facts: PageFacts, name: string): string | null =>
  facts.meta
    .get(name)
    ?.map(plainLine)
    .find((text) => text !== "") ?? null;

/** A property of the article in JSON-LD, else of its page, as text. */
export const linkedText =
  (...keys: readonly string[]) =>
  ({ data }: Sources): string | null => {
    const nodes = [data.article, data.page].filter((node) => node !== null);
    const texts = nodes.flatMap((node) => keys.map((key) => sourceText(node.get(key))));
    return texts.find((text) => text !== null) ?? null;
  };

/** Text of a JSON-LD value: itself, its first element, or its `@value` or `name`. */
export function sourceText(value: unknown): string | null {
  if (typeof value === "number") return String(value);
  if (typeof value === "string") return plainLine(decodeHtmlText(value)) || null;
  if (Array.isArray(value)) return sourceText(value.find((entry) => !Array.isArray(entry)));
  const node = nodeOf(value);
  const inner = node?.get("@value") ?? node?.get("name");
  return typeof inner === "string" ? sourceText(inner) : null;
}

/** Follows an `@id` to the object it names. */
export function resolve(value: unknown, { byId }: LinkedData): LinkedNode | null {
  const node = nodeOf(value);
  const id = node?.get("@id");
  const named = typeof id === "string" && node?.size === 1 ? byId.get(id) : undefined;
  return named ?? node;
}

/** Longest value of any field, in characters. */
const MAX_LENGTH = 1_000;

/** One line of text as people read it, without inline tags; references that were escaped twice are decoded. */
export const plainLine = (text: string): string =>
  oneLine(decodeLeftovers(text.slice(0, 4 * MAX_LENGTH)).replace(INLINE_TAG, "")).slice(
    0,
    MAX_LENGTH,
  );

/** Tags that systems leave in headlines. A title about `<template>` keeps it. */
const INLINE_TAG =
  /<\/?(?:em|i|b|strong|span|br|p|a|u|sup|sub|q|small|wbr)(?:\s[^<>]{0,300})?\/?>/gi;

export const sourceLink = (sources: Sources, rel: string): string | null =>
  webUrl(sources.facts.links.get(rel)?.[0]?.href, sources.baseUrl);
