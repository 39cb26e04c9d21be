import type { Request, Response } from "express";
import { HTML, JSON_TYPE, send } from "../send.ts";

export const sendAdminPage = (
  request: Request,
  response: Response,
  text: string,
  status = 200,
): Promise<void> =>
  send(request, response, {
    status,
    mediaType: HTML,
    text,
    cacheControl: "no-store",
    vary: ["Accept", "Accept-Language", "Authorization"],
  });

/** The same for programs. */
export const sendJson = (request: Request, response: Response, value: unknown): Promise<void> =>
  send(request, response, {
    status: 200,
    mediaType: JSON_TYPE,
    text: JSON.stringify(value),
    cacheControl: "no-store",
    vary: ["Accept", "Authorization"],
  });
