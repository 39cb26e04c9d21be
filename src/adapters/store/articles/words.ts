/** 32-bit words as bytes, in the machine's byte order, which is little-endian on x64 and arm64. */
export const bytesOf = ({ buffer, byteOffset, byteLength }: Uint32Array): Uint8Array =>
  Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength);

/** Copies the bytes: a buffer of the database need not begin at a multiple of four. */
export const wordsFrom = (bytes: Uint8Array): Uint32Array =>
  new Uint32Array(Uint8Array.from(bytes).buffer);
