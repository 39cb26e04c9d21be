/** When a file of a drop folder that could not be read is tried again. */
export const FILE_RETRIES: readonly string[] = [`ALTER TABLE source_file ADD COLUMN retry TEXT`];
