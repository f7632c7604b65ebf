export type { ErrorCode, MessageStatus, OperationId } from "@getclickmedia/sms-types";
export type { Plan } from "../configuration.ts";
export type { ConnectionFault } from "./connection-fault.ts";
export {
  type BreakOptions,
  createFakeApi,
  type FailOptions,
  FakeApi,
  type FakeApiClientOptions,
  type FakeApiOptions,
  type FakeRequest,
  type FakeRequestDetails,
  type FaultOptions,
  type PendingFault,
} from "./fake-api.ts";
export type { SentMessage } from "./sent-message.ts";
export {
  type ReceiptFields,
  type ReceiptName,
  type SignedReceipt,
  signedReceipt,
} from "./signed-receipt.ts";
