import type { Browser, BrowserContext, Page, Route } from "playwright-core";

/**
 * A browser without any policy of ours that notices whatever runs: every vector calls `alert`, in
 * the page or in a frame of it, or asks `evil.example` for something that would run.
 */
export type Canary = {
  readonly context: BrowserContext;
  /** What ran or was about to since the last call, each with the name or address of its frame. */
  readonly sung: () => readonly string[];
};

export async function watchForScripts(browser: Browser): Promise<Canary> {
  const context = await browser.newContext({ acceptDownloads: false });
  await context.route("http://127.0.0.1:*/**", withoutPolicy);
  let heard: string[] = [];
  await context.exposeBinding("canary", ({ frame }, where: unknown) => {
    heard.push(String(where) || frame.url());
  });
  await context.addInitScript(LISTEN);
  context.on("request", (request) => {
    const runs = ["script", "stylesheet", "font", "ping"].includes(request.resourceType());
    if (runs && new URL(request.url()).host === "evil.example") heard.push(request.frame().name());
  });
  context.on("page", (page) => {
    page.on("dialog", (dialog) => {
      heard.push(page.url());
      void dialog.dismiss();
    });
  });
  return {
    context,
    sung: () => {
      const songs = heard;
      heard = [];
      return songs;
    },
  };
}

/** Documents as they are, without the headers that keep scripts and frames away; no stylesheets. */
async function withoutPolicy(route: Route): Promise<void> {
  if (route.request().resourceType() !== "document") return route.abort();
  const response = await route.fetch();
  const headers = response.headers();
  delete headers["content-security-policy"];
  delete headers["x-frame-options"];
  await route.fulfill({ response, headers });
}

/** In each frame before any script of its own. A frame in a frame sings by the name of the outer one. */
const LISTEN = `
  const where = () => {
    let view = window;
    while (view.parent !== view.top) view = view.parent;
    try { return view.name; } catch { return ""; }
  };
  for (const name of ["alert", "confirm", "prompt", "print"]) window[name] = () => canary(where());
`;

/**
 * Does to a document what people and browsers do: points at everything, focuses, clicks and submits
 * it. Links to the web are not followed, all others are.
 */
const TOUCH = `(document) => {
  const view = document.defaultView;
  const point = (element, name, bubbles) =>
    element.dispatchEvent(new view.PointerEvent(name, { bubbles, cancelable: true }));
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a, area");
    if (/^(https?|mailto|tel):/.test(link?.href ?? "")) event.preventDefault();
  }, true);
  for (const element of document.querySelectorAll("*")) {
    for (const name of ["pointerover", "mouseover", "mousemove", "mousedown"]) point(element, name, true);
    point(element, "mouseenter", false);
    element.focus?.();
    if (element.localName === "form") element.requestSubmit?.();
    else point(element, "click", true);
  }
}`;

export type Way = "innerHTML" | "document.write" | "visit";

/** At a time: more are not faster. */
const BATCH = 40;

/**
 * Puts each piece of HTML raw into a blank document of its own, as careless readers do, or visits
 * it when it is an address of the page's own site; then touches everything in it. What runs sings
 * by the index of its piece.
 */
export async function runEach(
  page: Page,
  pieces: readonly string[],
  way: Way,
  size = BATCH,
): Promise<void> {
  await page.evaluate(`(${RUN_EACH})(${JSON.stringify(pieces)}, ${JSON.stringify(way)}, ${size})`);
}

/**
 * A quarter of a second is several times what the slowest vector needs (the error of a player).
 */
const RUN_EACH = `async (pieces, way, size) => {
  const later = () => new Promise((done) => setTimeout(done, 250));
  const show = (piece, name) => {
    const frame = document.createElement("iframe");
    frame.name = name;
    if (way === "visit") frame.src = piece;
    const loaded = new Promise((done) => frame.addEventListener("load", done, { once: true }));
    document.body.append(frame);
    if (way === "innerHTML") frame.contentDocument.body.innerHTML = piece;
    if (way === "document.write") {
      frame.contentDocument.open();
      frame.contentDocument.write("<!DOCTYPE html><title>x</title><body>" + piece);
      frame.contentDocument.close();
    }
    return { frame, loaded: way === "visit" ? loaded : null };
  };
  for (let at = 0; at < pieces.length; at += size) {
    const batch = pieces.slice(at, at + size).map((piece, index) => show(piece, String(at + index)));
    for (const { loaded } of batch) await loaded;
    await later();
    for (const { frame } of batch) (${TOUCH})(frame.contentDocument);
    await later();
    for (const { frame } of batch) frame.remove();
  }
}`;
