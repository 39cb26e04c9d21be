/** Not npm's, and no setting of whoever runs the bench: both change what is measured. */
export const ENVIRONMENT: NodeJS.ProcessEnv = Object.fromEntries(
  ["PATH", "HOME", "TMPDIR"].flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value]];
  }),
);
