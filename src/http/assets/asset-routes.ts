import { readFileSync } from "node:fs";
import { type RequestHandler, Router } from "express";
import { FOR_A_WHILE, FOR_EVER, send } from "../send.ts";
import { type BrandRoutesDeps, brandRoutes } from "./brand-routes.ts";
import { createStyle, type StyleSheet } from "./style.ts";

export type Assets = {
  readonly router: Router;
  /** Path of the stylesheet with the hash of its content: another style or colour gives another address. */
  readonly styleHref: () => string;
};

/** Stylesheet and icons, read once: `/style.css`, `/favicon.svg`, `/favicon.ico`, `/apple-touch-icon.png`. */
export function createAssets(deps: BrandRoutesDeps): Assets {
  const styleIn = createStyle(readAsset("style.css").toString("utf8"));
  const style = (): StyleSheet => styleIn(deps.site().branding.color);
  const router = Router({ caseSensitive: true, strict: true });

  router.get("/style.css", async (request, response) => {
    const { text, hash } = style();
    const isCurrent = request.query["v"] === hash;
    const cacheControl = isCurrent ? FOR_EVER : FOR_A_WHILE;
    await send(request, response, {
      mediaType: "text/css; charset=utf-8",
      text,
      cacheControl,
    });
  });

  router.use(brandRoutes(deps)); // the operator's own icon comes first
  const give = (mediaType: string, text: string | Buffer): RequestHandler => {
    const body = { mediaType, text, cacheControl: FOR_A_WHILE };
    // Offprint's icon must not stand in for the site's own.
    return (request, response, next) =>
      deps.site().branding.icon === null ? send(request, response, body) : next();
  };
  router.get("/favicon.svg", give("image/svg+xml", ICON));
  router.get("/favicon.ico", give("image/x-icon", readAsset("favicon.ico")));
  router.get("/apple-touch-icon.png", give("image/png", readAsset("apple-touch-icon.png")));

  return { router, styleHref: () => `/style.css?v=${style().hash}` };
}

const readAsset = (name: string): Buffer => readFileSync(new URL(`./${name}`, import.meta.url));

/** An offprint: a sheet of text in a cover of grey-blue paper. The other icons are drawn from it. */
const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
<path fill="#4b6b80" d="M4 3h20v26H4z"/><path fill="#fcfcfa" d="M10 7h18v22H10z"/>
<path fill="#18222b" d="M13 11h12v3H13zM13 17h12v1.6H13zM13 21h12v1.6H13zM13 25h8v1.6h-8z"/>
</svg>
`;
