import express, { type Request, type Response, Router } from "express";
import type { Order } from "../../../core/orders/order.ts";
import type { SiteDefinition } from "../../../core/settings/definitions.ts";
import { typedAddress } from "../../../core/sources/bare-source.ts";
import type { AdminSite, OrderEnd } from "../../../publish/pages/admin-page.ts";
import type { AdminSource } from "../../../publish/pages/admin-sources.ts";
import { sendOrder, wantsJson } from "../../api/order-answer.ts";
import { orderNumber } from "../../api/order-number.ts";
import { localHref } from "../../layout/addresses.ts";
import type { ContextOf } from "../../layout/page-contexts.ts";
import { refuseMethod, type SendProblem } from "../../problems.ts";
import type { Renderer } from "../../renderer.ts";
import { type Form, fieldOf, formOf } from "../form.ts";
import { fromOwnPages } from "../from-own-pages.ts";
import { sendAdminPage } from "../send-admin-page.ts";
import { tellOrder } from "../tell-order.ts";
import type { SourceLook } from "./look-view.ts";
import { asPreview } from "./preview-view.ts";
import {
  changedValues,
  DEFAULT_FIELDS,
  fieldsOfSettings,
  newEntry,
  shownFields,
  typedFields,
} from "./source-fields.ts";

export type EditRoutesDeps = {
  readonly admin: Pick<AdminSite, "source" | "sourceIds" | "order" | "place" | "await">;
  readonly site: () => SiteDefinition;
  readonly renderer: { readonly admin: Pick<Renderer["admin"], "look" | "source"> };
  readonly contextOf: ContextOf;
  readonly sendProblem: SendProblem;
};

const LIST = "/admin/sources";
/** A form has less than a screen of text. */
const BODY_BYTES = 16 * 1024;

/** Sources are added, changed and taken out; each change is an order. */
export function editRoutes(deps: EditRoutesDeps): Router {
  const { sendProblem } = deps;
  const router = Router({ caseSensitive: true, strict: true });
  const posted = [fromOwnPages(deps), express.urlencoded({ extended: false, limit: BODY_BYTES })];
  router.get(`${LIST}/new`, (request, response) => showNew(request, response, deps));
  router.post(`${LIST}/new`, ...posted, (request, response) => lookAt(request, response, deps));
  router.post(LIST, ...posted, (request, response) => add(request, response, deps));
  router.get(`${LIST}/:id/test`, (request, response) => showTest(request, response, deps));
  router.post(`${LIST}/:id/test`, ...posted, (request, response) => test(request, response, deps));
  for (const [path, orderOf] of Object.entries(CHANGES)) {
    router.post(`${LIST}/:id/${path}`, ...posted, (request, response) =>
      change(request, response, { deps, orderOf }),
    );
    router.all(`${LIST}/:id/${path}`, refuseMethod(sendProblem, "POST"));
  }
  return router;
}

/** What a form on the page of a source orders, and where it leads then. */
type SourceChange = (
  source: AdminSource,
  form: Form,
) => { readonly order: Order; readonly path: string };

const pageOf = (id: string): string => `${LIST}/${encodeURIComponent(id)}`;

const CHANGES: Readonly<Record<string, SourceChange>> = {
  pause: ({ status: { id } }) => ({
    order: { kind: "pause-source", sourceId: id, paused: true },
    path: pageOf(id),
  }),
  resume: ({ status: { id } }) => ({
    order: { kind: "pause-source", sourceId: id, paused: false },
    path: pageOf(id),
  }),
  change({ status: { id }, settings }, form) {
    const before = shownFields(form) ?? fieldsOfSettings(id, settings);
    const values = changedValues(before, typedFields(form, before));
    const edit = { kind: "change", list: "sources", id, values } as const;
    return { order: { kind: "edit-configuration", edit }, path: pageOf(id) };
  },
  rename({ status: { id: from } }, form) {
    const to = fieldOf(form, "to");
    const edit = { kind: "rename-source", from, to } as const;
    return { order: { kind: "edit-configuration", edit }, path: pageOf(to) };
  },
  remove: ({ status: { id } }) => ({
    order: { kind: "edit-configuration", edit: { kind: "remove", list: "sources", id } },
    path: LIST,
  }),
};

type Changing = {
  readonly deps: EditRoutesDeps;
  readonly orderOf: SourceChange;
};

async function change(
  request: Request,
  response: Response,
  { deps, orderOf }: Changing,
): Promise<void> {
  const source = await deps.admin.source(String(request.params["id"]));
  if (source === null) return deps.sendProblem(request, response, "not-found");
  const { order, path } = orderOf(source, formOf(request));
  return tellOrder(await deps.admin.order(order), {
    request,
    response,
    site: deps.site(),
    path,
    pageWith: (notice) => deps.renderer.admin.source(source, { notice }, deps.contextOf(request)),
  });
}

/** Orders a look at an address, and leads to the page that shows it. */
async function lookAt(request: Request, response: Response, deps: EditRoutesDeps): Promise<void> {
  const typed = fieldOf(formOf(request), "address");
  const address = typedAddress(typed);
  if (!address.ok) {
    const notice = { text: address.error, isFailure: true };
    if (wantsJson(request)) return refuse(address.error, request, response, deps);
    return send(request, response, { ...NOTHING_SEEN, notice }, deps, 409);
  }
  const order = { kind: "preview-source", sourceId: null, address: address.value } as const;
  return follow(await deps.admin.place(order), `${LIST}/new`, { request, response, deps });
}

async function test(request: Request, response: Response, deps: EditRoutesDeps): Promise<void> {
  const id = String(request.params["id"]);
  if ((await deps.admin.source(id)) === null) {
    return deps.sendProblem(request, response, "not-found");
  }
  const order = { kind: "preview-source", sourceId: id, address: null } as const;
  return follow(await deps.admin.place(order), `${pageOf(id)}/test`, { request, response, deps });
}

type Following = {
  readonly request: Request;
  readonly response: Response;
  readonly deps: EditRoutesDeps;
};

/** Leads to the page that shows what an order is answered. */
async function follow(
  id: number,
  path: string,
  { request, response, deps }: Following,
): Promise<void> {
  const site = deps.site();
  if (wantsJson(request)) return sendOrder({ state: "waiting", id }, { request, response, site });
  response.redirect(303, localHref(site, `${site.url}${path}?order=${id}`));
}

const NOTHING_SEEN = {
  source: null,
  preview: null,
  isWaiting: false,
  notice: null,
  fields: null,
} as const;

async function showNew(request: Request, response: Response, deps: EditRoutesDeps): Promise<void> {
  return send(request, response, { ...NOTHING_SEEN, ...(await seen(request, deps)) }, deps);
}

async function showTest(request: Request, response: Response, deps: EditRoutesDeps): Promise<void> {
  const source = await deps.admin.source(String(request.params["id"]));
  if (source === null) return deps.sendProblem(request, response, "not-found");
  const { id, title } = source.status;
  const looked = { ...NOTHING_SEEN, source: { id, title }, ...(await seen(request, deps)) };
  return send(request, response, looked, deps);
}

/** What an order that the address names was answered. */
async function seen(
  { query }: Request,
  { admin }: EditRoutesDeps,
): Promise<Partial<Pick<SourceLook, "preview" | "isWaiting" | "notice">>> {
  const number = orderNumber(query["order"]);
  const end = number === null ? null : await admin.await(number);
  switch (end?.state) {
    case "waiting":
      return { isWaiting: true };
    case "refused":
    case "failed":
      return { notice: { text: end.reason, isFailure: true } };
    case "done":
      return { preview: asPreview(end.answer) };
    case undefined:
      return {};
  }
}

async function send(
  request: Request,
  response: Response,
  looked: Omit<SourceLook, "taken">,
  { admin, renderer, contextOf }: EditRoutesDeps,
  status = 200,
): Promise<void> {
  // Without a script.
  if (looked.isWaiting) response.set("Refresh", "1");
  const page = renderer.admin.look({ ...looked, taken: admin.sourceIds() }, contextOf(request));
  return sendAdminPage(request, response, page, status);
}

async function add(request: Request, response: Response, deps: EditRoutesDeps): Promise<void> {
  const form = formOf(request);
  const fields = typedFields(form, DEFAULT_FIELDS);
  const address = typedAddress(fieldOf(form, "url"));
  const end: OrderEnd = address.ok
    ? await deps.admin.order({
        kind: "edit-configuration",
        edit: { kind: "add", list: "sources", entries: [newEntry(address.value, fields)] },
      })
    : { state: "refused", reason: address.error };
  return tellOrder(end, {
    request,
    response,
    site: deps.site(),
    path: pageOf(fields.id),
    pageWith: (notice) => {
      const preview = emptyPreview(address.ok ? address.value : "");
      const looked = { ...NOTHING_SEEN, notice, fields, preview, taken: [] };
      return deps.renderer.admin.look(looked, deps.contextOf(request));
    },
  });
}

/** The form of a source that could not be added is shown again, without its articles. */
const emptyPreview = (address: string): NonNullable<SourceLook["preview"]> => ({
  asked: address,
  address,
  announced: [],
  title: null,
  items: 0,
  failed: 0,
  requests: 0,
  problem: null,
  warnings: [],
  articles: [],
});

const refuse = (
  reason: string,
  request: Request,
  response: Response,
  { site }: EditRoutesDeps,
): Promise<void> => sendOrder({ state: "refused", reason }, { request, response, site: site() });
