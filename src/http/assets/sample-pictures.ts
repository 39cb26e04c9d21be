import { existsSync, readdirSync, readFileSync } from "node:fs";
import { type Request, type Response, Router } from "express";
import { SAMPLE_PICTURES, sampleName } from "../../core/media/sample-picture.ts";
import { FOR_A_WHILE, send } from "../send.ts";

export type SamplePictures = {
  readonly router: Router;
  /** Names of files below the path of samples. */
  readonly names: readonly string[];
  /** Our path for the picture of a sample; `null` for any other address. */
  readonly pathOf: (address: string) => string | null;
};

/** Right from src/ and from dist/; an installation without samples has no such folder. */
const FOLDER = new URL("../../../data/samples/pictures/", import.meta.url);

/** Serves the pictures of the samples, whose addresses exist nowhere. Reads them once. */
export function createSamplePictures(): SamplePictures {
  const names = existsSync(FOLDER)
    ? readdirSync(FOLDER).filter((name) => name.endsWith(".svg"))
    : [];
  const files = new Map(names.map((name) => [name, readFileSync(new URL(name, FOLDER))]));
  const router = Router({ caseSensitive: true, strict: true });
  router.get(`${SAMPLE_PICTURES}:name`, async (request: Request, response: Response, next) => {
    const text = files.get(String(request.params["name"]));
    if (text === undefined) return next();
    return send(request, response, {
      mediaType: "image/svg+xml",
      text,
      cacheControl: FOR_A_WHILE,
    });
  });
  return {
    router,
    names,
    pathOf: (address) => {
      const name = `${sampleName(address)}.svg`;
      return files.has(name) ? SAMPLE_PICTURES + name : null;
    },
  };
}
