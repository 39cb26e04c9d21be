import type { Request, Response } from "express";
import { HTML, send } from "../send.ts";

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
