/**
 * Works a value out once for each of the last texts. For pure work whose callers ask for the same few texts again and
 * again: the names of a document's items.
 *
 * @param most how many are remembered.
 */
export function rememberLast<T>(most: number, work: (text: string) => T): (text: string) => T {
  const values = new Map<string, { readonly value: T }>();
  return (text) => {
    const held = values.get(text);
    if (held !== undefined) return held.value;
    const value = work(text);
    // A map keeps the order of insertion.
    if (values.size >= most) values.delete(values.keys().next().value ?? "");
    values.set(text, { value });
    return value;
  };
}
