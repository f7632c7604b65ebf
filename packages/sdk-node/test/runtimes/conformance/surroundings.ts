import type { BulkSendRequest, OperationId, SendRequest } from "@getclickmedia/sms-sdk";

/** By what runtimes differ, and the SDK with them. */
export interface Traits {
  /** Whether the runtime's error tells that no connection came about. Where it does not, no send is repeated. */
  tellsUnsent: boolean;
  /** Whether a connection is used again. It is not where the runtime would send a POST again on its own. */
  reusesConnections: boolean;
  /** Whether the program can read the environment variables that it was started with. */
  readsEnvironment: boolean;
}

/** What the program is given: it knows no address and no fact of the API by itself. */
export interface Surroundings {
  traits: Traits;
  /** The base URL of the mock. */
  mock: string;
  /** The origin of the fault server, at which each run of the program has names of its own. */
  faultServer: string;
  run: string;
  /** An origin where nobody listens, and one whose name does not exist. */
  refusing: string;
  unresolvable: string;
  liveKey: string;
  testKey: string;
  send: SendRequest;
  bulkSend: BulkSendRequest;
  messageId: string;
  batchId: string;
  /** What the mock answers to each operation. */
  answers: Record<OperationId, object>;
  /** For each documented error code, an operation that is answered with it and how the mock is asked to. */
  errors: { code: string; status: number; operation: OperationId; prefer: string }[];
  /** A webhook as the API signs it. */
  webhook: { body: string; secret: string; signature: string };
}
