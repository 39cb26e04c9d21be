import type { BucketAccess } from "../../adapters/static-files/bucket-client.ts";
import { type Environment, fromEnvironment } from "../../config/environment.ts";
import type { StaticTarget } from "../../core/entries/static-files.ts";
import { err, ok, type Result } from "../../core/result.ts";
import type { SiteDefinition } from "../../core/settings/definitions.ts";
import { sitePrefix } from "./static-paths.ts";

/** The target that `--to` or `--static` names: a folder, or `s3://bucket/prefix`. The error is a sentence. */
export async function targetAt(
  to: string,
  site: Pick<SiteDefinition, "url">,
  environment: Environment,
): Promise<Result<StaticTarget, string>> {
  const prefix = sitePrefix(site.url);
  if (!PLAIN_PATH.test(prefix)) {
    return err(
      `the path of site.url (${prefix}) has characters that web servers read in other ways: files need a plain one`,
    );
  }
  if (!to.startsWith("s3:")) {
    const { createFolderTarget } = await import("../../adapters/static-files/folder-target.ts");
    return ok(createFolderTarget(to, prefix));
  }
  const { bucket, path = "" } = BUCKET.exec(to)?.groups ?? {};
  if (bucket === undefined) return err(`${to} names no bucket: expected s3://bucket/prefix`);
  const access = accessIn(environment);
  if (!access.ok) return access;
  const { createBucketTarget } = await import("../../adapters/static-files/bucket-target.ts");
  const keyPrefix = path.replace(/\/*$/, path === "" ? "" : "/");
  return ok(createBucketTarget({ bucket, keyPrefix }, prefix, access.value));
}

const PLAIN_PATH = /^[\w.~/-]*$/;
/** Names of buckets as S3 allows them; keys without characters that are written in more than one way. */
const BUCKET = /^s3:\/\/(?<bucket>[a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/(?<path>[\w.~/-]*))?$/;

/** The variables of Amazon's own tools; each also as NAME_FILE. */
function accessIn(environment: Environment): Result<BucketAccess, string> {
  const values = new Map<string, string | undefined>();
  for (const name of VARIABLES) {
    const value = fromEnvironment(environment, name);
    if (!value.ok) return value;
    values.set(name, value.value);
  }
  const region = values.get("AWS_REGION") ?? values.get("AWS_DEFAULT_REGION") ?? "us-east-1";
  const endpoint =
    values.get("AWS_ENDPOINT_URL_S3") ??
    values.get("AWS_ENDPOINT_URL") ??
    `https://s3.${region}.amazonaws.com`;
  if (!URL.canParse(endpoint)) return err(`AWS_ENDPOINT_URL is no address: ${endpoint}`);
  const accessKeyId = values.get("AWS_ACCESS_KEY_ID");
  const secretAccessKey = values.get("AWS_SECRET_ACCESS_KEY");
  if (accessKeyId === undefined || secretAccessKey === undefined) {
    return err("AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are not set: a bucket needs keys");
  }
  const sessionToken = values.get("AWS_SESSION_TOKEN");
  const keys = { region, accessKeyId, secretAccessKey };
  const address = { endpoint: endpoint.replace(/\/+$/, "") };
  return ok({ ...address, ...keys, ...(sessionToken === undefined ? {} : { sessionToken }) });
}

const VARIABLES = [
  ...["AWS_REGION", "AWS_DEFAULT_REGION", "AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL"],
  ...["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"],
];
