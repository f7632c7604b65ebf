import type { SenderHeader, Template } from "../registry.ts";

/** An account to add, with all that belongs to it: `NewAccount` of the control document. */
export interface NewAccount {
  accountId: string;
  name?: string;
  plan?: string;
  requestsPerSecond?: number;
  credits?: number;
  expiresAt?: string;
  routes?: string[];
  keys?: { key: string; name?: string }[];
  headers?: SenderHeader[];
  templates?: NewTemplate[];
  endpoints?: { url: string; secret?: string }[];
}

export type NewTemplate = Omit<Template, "approved"> & { approved?: boolean };
