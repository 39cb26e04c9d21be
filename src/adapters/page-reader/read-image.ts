import type { Image } from "../../core/media/media.ts";
import { pixels } from "../markup/images.ts";
import { webUrl } from "../markup/urls.ts";
import { listOf } from "./linked-data.ts";
import { attributesOf, fileName } from "./page-facts.ts";
import {
  type Found,
  firstFound,
  metaText,
  type Place,
  resolve,
  type Sources,
  sourceLink,
  sourceText,
} from "./sources.ts";

/** The picture that stands for the article. */
export function readImage(sources: Sources): Found<Image> | null {
  const found = firstFound(PLACES, sources);
  if (!found || found.value.alt !== null) return found;
  // The page may show the same picture with a description, perhaps in another size.
  const alt = sources.facts.alts.get(fileName(found.value.url)) ?? null;
  return { ...found, value: { ...found.value, alt } };
}

const PLACES: readonly Place<Image>[] = [
  ["json-ld", linkedImage],
  ["og:image", (sources) => metaImage(sources, "og:image")],
  ["twitter:image", (sources) => metaImage(sources, "twitter:image")],
  ["sailthru.image.full", (sources) => metaImage(sources, "sailthru.image.full")],
  ["parsely-image-url", (sources) => metaImage(sources, "parsely-image-url")],
  ["itemprop", itemImage],
  ["link", (sources) => imageOf(sourceLink(sources, "image_src"))],
];

const imageOf = (url: string | null, rest: Partial<Image> = {}): Image | null =>
  url === null ? null : { url, width: null, height: null, alt: null, credit: null, ...rest };

function linkedImage(sources: Sources): Image | null {
  const { data, baseUrl } = sources;
  for (const value of [data.article?.get("image"), data.page?.get("primaryImageOfPage")]) {
    // The widest of several is made for large previews; without sizes, the first is taken.
    const images = listOf(value).flatMap((entry) => {
      if (typeof entry === "string") return imageOf(webUrl(entry, baseUrl)) ?? [];
      const node = resolve(entry, data);
      const url = [node?.get("url"), node?.get("contentUrl")].find(
        (raw) => typeof raw === "string",
      );
      return (
        imageOf(webUrl(url as string | undefined, baseUrl), {
          width: side(node?.get("width")),
          height: side(node?.get("height")),
          alt: sourceText(node?.get("caption")) ?? altFor(sources),
          credit: sourceText(node?.get("creditText")) ?? sourceText(node?.get("copyrightNotice")),
        }) ?? []
      );
    });
    const best = images.toSorted((a, b) => (b.width ?? 0) - (a.width ?? 0))[0];
    if (best) return best;
  }
  return null;
}

const side = (value: unknown): number | null =>
  Number(pixels(sourceText(value) ?? undefined) ?? 0) || null;

const altFor = ({ facts }: Sources): string | null =>
  metaText(facts, "og:image:alt") ?? metaText(facts, "twitter:image:alt");

function metaImage(sources: Sources, name: string): Image | null {
  const { facts, baseUrl } = sources;
  const written = [name, `${name}:secure_url`, `${name}:url`, `${name}:src`];
  const urls = written.flatMap((key) => facts.meta.get(key) ?? []);
  const url = urls.map((raw) => webUrl(raw, baseUrl)).find((each) => each !== null) ?? null;
  return imageOf(url, {
    width: side(metaText(facts, `${name}:width`)),
    height: side(metaText(facts, `${name}:height`)),
    alt: altFor(sources),
  });
}

function itemImage({ facts, baseUrl }: Sources): Image | null {
  for (const element of facts.items.get("image") ?? []) {
    const given = attributesOf(element);
    const raw = given.get("src") ?? given.get("content") ?? given.get("href");
    const image = imageOf(webUrl(raw, baseUrl), {
      width: side(given.get("width")),
      height: side(given.get("height")),
      alt: sourceText(given.get("alt")),
    });
    if (image) return image;
  }
  return null;
}
