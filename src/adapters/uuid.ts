import { createHash } from "node:crypto";

/**
 * Name-based UUID, version 5 (RFC 9562 §5.5): the same namespace and name give the same UUID.
 * `namespace` is a UUID in its usual form; `name` counts as UTF-8.
 */
export function uuidV5(namespace: string, name: string): string {
  const hash = createHash("sha1").update(namespaceBytes(namespace)).update(name, "utf8").digest();
  const bytes = hash.subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6); // version 5
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8); // variant of RFC 9562 §4.1
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

function namespaceBytes(namespace: string): Buffer {
  const bytes = Buffer.from(namespace.replaceAll("-", ""), "hex");
  if (bytes.length !== 16) throw new Error(`Not a UUID: ${namespace}`);
  return bytes;
}
