import type { Request } from "express";

/** The fields of a form as sent: unchecked, of any shape. */
export type Form = Readonly<Record<string, unknown>>;

export const formOf = ({ body }: Request): Form => (body ?? {}) as Form;

/** The text of one field; empty for a field that is missing, or sent twice. */
export function fieldOf(form: Form, name: string): string {
  const value = form[name];
  return typeof value === "string" ? value.trim() : "";
}
