/** The configuration that nodes share; one row at most, with `id` 1. */
export type ConfigurationTable = {
  id: number;
  revision: number;
  hash: string;
  file: string;
  site_url: string;
  written_by: string;
  written_at: number;
  program: string;
};

/** Its texts and pictures; the configuration itself has the path "". */
export type ConfigurationFileTable = { path: string; bytes: Uint8Array };
