import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { type Request, type Response, Router } from "express";
import { send } from "./send.ts";

export type Assets = {
  readonly router: Router;
  /** Path of the stylesheet with the hash of its content: a new one is a new address. */
  readonly styleHref: string;
};

/** Stylesheet and icon, read once: `/style.css`, `/favicon.svg`, `/favicon.ico`. */
export function createAssets(): Assets {
  const style = readFileSync(new URL("./views/style.css", import.meta.url), "utf8");
  const hash = createHash("sha256").update(style).digest("base64url").slice(0, 12);
  const router = Router({ caseSensitive: true, strict: true });

  router.get("/style.css", async (request, response) => {
    const isCurrent = request.query["v"] === hash;
    const cacheControl = isCurrent ? FOR_EVER : FOR_A_WHILE;
    await send(request, response, {
      mediaType: "text/css; charset=utf-8",
      text: style,
      cacheControl,
    });
  });

  // Browsers ask for the .ico by themselves; they go by the type, not by the name.
  const icon = async (request: Request, response: Response): Promise<void> =>
    send(request, response, { mediaType: "image/svg+xml", text: ICON, cacheControl: FOR_A_WHILE });
  router.get("/favicon.svg", icon).get("/favicon.ico", icon);

  return { router, styleHref: `/style.css?v=${hash}` };
}

const FOR_EVER = "public, max-age=31536000, immutable";
const FOR_A_WHILE = "public, max-age=3600";

/** An offprint: a sheet of text in a cover of grey-blue paper. */
const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
<path fill="#4b6b80" d="M4 3h20v26H4z"/><path fill="#fcfcfa" d="M10 7h18v22H10z"/>
<path fill="#18222b" d="M13 11h12v3H13zM13 17h12v1.6H13zM13 21h12v1.6H13zM13 25h8v1.6h-8z"/>
</svg>
`;
