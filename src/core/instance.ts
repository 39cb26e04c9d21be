/** This database, for ever: part of the ids that we give. */
export type Instance = { /** A UUID. */ readonly id: string; readonly createdAt: number };
