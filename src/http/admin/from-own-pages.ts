import type { RequestHandler } from "express";
import type { SiteDefinition } from "../../core/settings/definitions.ts";
import type { SendProblem } from "../problems.ts";
import { isFromOwnPage } from "./admin-origin.ts";

type OwnPagesDeps = {
  readonly site: () => SiteDefinition;
  readonly sendProblem: SendProblem;
};

/** Refuses a form that another site sends with the password that the browser knows. */
export const fromOwnPages =
  ({ site, sendProblem }: OwnPagesDeps): RequestHandler =>
  async (request, response, next) => {
    if (isFromOwnPage(request, site())) return next();
    response.set("Connection", "close");
    return sendProblem(request, response, "forbidden");
  };
