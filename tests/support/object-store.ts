import { createRequire } from "node:module";
import { onTestFinished } from "vitest";
import { temporaryFolder } from "./temporary-folder.ts";

/** An S3-compatible store by other people, on a free port, with one empty bucket. */
export type ObjectStore = { readonly url: string; readonly environment: Record<string, string> };

type Address = { readonly port: number };
type S3rver = {
  readonly run: () => Promise<Address>;
  readonly close: () => Promise<void>;
};

/** CommonJS without types. */
const S3rver = createRequire(import.meta.url)("@20minutes/s3rver") as new (
  options: object,
) => S3rver;

export const BUCKET = "desk-bucket";

export async function startObjectStore(): Promise<ObjectStore> {
  const store = new S3rver({
    ...{ port: 0, address: "127.0.0.1", silent: true, directory: temporaryFolder() },
    configureBuckets: [{ name: BUCKET, configs: [] }],
  });
  const { port } = await store.run();
  onTestFinished(() => store.close());
  const url = `http://127.0.0.1:${port}`;
  const environment = {
    ...{ AWS_ENDPOINT_URL: url, AWS_REGION: "us-east-1" },
    ...{ AWS_ACCESS_KEY_ID: "S3RVER", AWS_SECRET_ACCESS_KEY: "S3RVER" },
  };
  return { url, environment };
}
