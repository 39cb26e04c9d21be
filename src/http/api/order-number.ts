/** The number of an order as an address or a form has it; `null` for what is none. */
export const orderNumber = (text: unknown): number | null =>
  typeof text === "string" && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null;
