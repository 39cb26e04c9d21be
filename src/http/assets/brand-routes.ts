import { type Request, type RequestHandler, Router } from "express";
import { type Branding, type BrandPicture, isRaster } from "../../core/settings/branding.ts";
import type { PublishedSite } from "../../publish/pages/ports.ts";
import { FOR_A_WHILE, send } from "../send.ts";

export type BrandRoutesDeps = Pick<PublishedSite, "site" | "feeds" | "picture">;

/**
 * The pictures by which the operator's site and feeds are recognised: files under `/brand/`, and the
 * site's icon under the names that browsers and feed readers ask for by themselves.
 */
export function brandRoutes({ site, feeds, picture }: BrandRoutesDeps): Router {
  const router = Router({ caseSensitive: true, strict: true });
  const brandings = (): readonly Branding[] => [site(), ...feeds()].map(({ branding }) => branding);

  const give = giveFrom(picture);
  const served = ({ params }: Request): BrandPicture | null =>
    brandings()
      .flatMap(({ icon, logo }) => [icon, logo])
      .find((picture) => isServedAs(picture, String(params["name"]))) ?? null;
  const iconWhere = (isFit: (icon: BrandPicture) => boolean) => (): BrandPicture | null => {
    const { icon } = site().branding;
    return icon !== null && isFit(icon) ? icon : null;
  };

  return router
    .get("/brand/:name", give(served))
    .get("/favicon.ico", give(iconWhere(() => true))) // browsers go by the type, not by the name
    .get("/favicon.svg", give(iconWhere(({ type }) => type === "image/svg+xml")))
    .get("/apple-touch-icon.png", give(iconWhere(isRaster)));
}

const isServedAs = (picture: BrandPicture | null, name: string): boolean =>
  picture !== null && picture.file !== null && picture.url.endsWith(`/brand/${name}`);

/** Asks for the bytes with each request: they are few and seldom asked for. A deleted file is a 404. */
const giveFrom =
  (bytesOf: PublishedSite["picture"]) =>
  (find: (request: Request) => BrandPicture | null): RequestHandler =>
  async (request, response, next) => {
    const picture = find(request);
    if (picture === null) return next();
    const { file, url, type } = picture;
    if (file === null) return response.redirect(302, url);
    const bytes = await bytesOf(file);
    if (bytes === null) return next();
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const mediaType = type ?? "application/octet-stream";
    return send(request, response, { mediaType, text, cacheControl: FOR_A_WHILE });
  };
