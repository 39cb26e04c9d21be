/** Works a value out once for each key. It is kept as long as the key is; keys must not be changed in place. */
export function onceEach<K extends object, T>(work: (key: K) => T): (key: K) => T {
  const values = new WeakMap<K, { readonly value: T }>();
  return (key) => {
    const held = values.get(key);
    if (held !== undefined) return held.value;
    const value = work(key);
    values.set(key, { value });
    return value;
  };
}
