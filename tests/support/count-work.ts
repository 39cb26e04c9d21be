/** How much one call of a method, or of a getter, goes through. */
type SizeOf = (call: {
  readonly given: unknown;
  readonly args: readonly unknown[];
  readonly result: unknown;
}) => number;

const lengthOf = (value: unknown): number => (value as { readonly length: number }).length;
const { indexOf } = String.prototype;

/** From where the search began. */
const found: SizeOf = ({ given, args, result }) =>
  (Number(result) < 0 ? lengthOf(given) : Number(result)) - Number(args[1] ?? 0);
const searched: SizeOf = ({ given, args }) => {
  const at = indexOf.call(given as string, String(args[0]));
  return at < 0 ? lengthOf(given) : at;
};
const returned: SizeOf = ({ result }) => lengthOf(result);

const METHODS: readonly (readonly [owner: object, name: string, sizeOf: SizeOf])[] = [
  [String.prototype, "indexOf", found],
  [String.prototype, "includes", searched],
  [Array.prototype, "indexOf", found],
  [Array.prototype, "slice", returned],
];

/**
 * How much text and how many elements of lists a task goes through, as far as these methods tell: unlike time it is the
 * same on every machine.
 *
 * @param more methods and getters that return a text or a list, by the prototype that has them.
 */
export function countWork(
  task: () => void,
  more: readonly (readonly [owner: object, name: string])[],
): number {
  let work = 0;
  const counted = [...METHODS, ...more.map(([owner, name]) => [owner, name, returned] as const)];
  const undo = counted.map(([owner, name, sizeOf]) =>
    replaced(owner, name, (call) => {
      work += sizeOf(call);
    }),
  );
  try {
    task();
  } finally {
    for (const each of undo) each();
  }
  return work;
}

/** Has each call told; @returns what takes that back. */
function replaced(
  owner: object,
  name: string,
  tell: (call: Parameters<SizeOf>[0]) => void,
): () => void {
  const own = Object.getOwnPropertyDescriptor(owner, name);
  const part = own?.get ? "get" : "value";
  const call = own?.[part] as ((...args: unknown[]) => unknown) | undefined;
  if (!own || !call) throw new Error(`no ${name}`);
  Object.defineProperty(owner, name, {
    ...own,
    [part](this: unknown, ...args: unknown[]) {
      const result = call.apply(this, args);
      tell({ given: this, args, result });
      return result;
    },
  });
  return () => Object.defineProperty(owner, name, own);
}
