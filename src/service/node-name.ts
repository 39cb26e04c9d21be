import { hostname } from "node:os";
import type { Io } from "./io.ts";

/** Environment variable that names this node. */
export const NODE_NAME = "OFFPRINT_NODE";

/** The name of this node, as status and log tell it; default: that of the machine. */
export const nodeName = ({ environment }: Pick<Io, "environment">): string =>
  environment[NODE_NAME] || hostname();
