import type { SegmentTables } from "@getclickmedia/sms-segments";
import type { FakeData } from "./fake-data.ts";

/** What the SDKs are made of: the parts of the OpenAPI document that a client of the API has to know. */
export interface SdkModel {
  /** Where the API is. */
  baseUrl: string;
  /** The header that carries the key, in lower case. */
  keyHeader: string;
  /** What a key begins with, and the environment that it opens. */
  environments: Record<string, string>;
  /** The regular expression that phone numbers match. */
  phoneNumberPattern: string;
  /** The statuses after which a message no longer changes. */
  finalStatuses: string[];
  /** How many recipients one request may hold on each plan, the smallest plan first. */
  recipientsPerRequest: Record<string, number>;
  operations: OperationModel[];
  /** The objects that operations take and answer and that events carry, each before those that hold it. */
  objects: ObjectModel[];
  /** The enumerations that the objects have. */
  enums: EnumModel[];
  errors: ErrorModel[];
  events: EventModel[];
  /** The header that signs a webhook's body, and the form of its value. */
  signature: { header: string; pattern: string };
  /** The fields of events that say when the message reached a status. */
  timestampFields: string[];
  /** What counting the segments of a text rests on. */
  segments: SegmentTables;
  /** What the fake API for tests answers and refuses. */
  fake: FakeData;
}

export interface OperationModel {
  /** Its id, which is the client's method too, as `sendBulk`. */
  id: string;
  /** In upper case, as `POST`. */
  method: string;
  /** The template of the path, as `/sms/status/{messageId}`. */
  path: string;
  summary: string;
  description: string;
  /** The names of the ids in the path. */
  parameters: string[];
  /** The name of the body's object, where there is a body. */
  request: string | undefined;
  /** The name of the object that a 200 answers. */
  response: string;
  /** For an operation with a body: the field of the answer that proves that it was accepted. */
  proof: string | undefined;
  /** The error codes that it answers, each with what it means there. */
  errors: [code: string, description: string][];
}

export interface ObjectModel {
  /** As `SendRequest`. */
  name: string;
  description: string;
  fields: FieldModel[];
}

export interface FieldModel {
  /** Its name in JSON, as `messageId`. */
  name: string;
  type: FieldType;
  /** Whether it is always there. */
  required: boolean;
  /** Whether it may be `null`. */
  nullable: boolean;
  description: string;
}

export type FieldType =
  | { kind: "string" | "integer" | "number" | "boolean" }
  /** A text in RFC 3339: a moment, or a day. */
  | { kind: "dateTime" | "date" }
  /** One value, always. */
  | { kind: "constant"; value: string | boolean }
  | { kind: "enum"; name: string }
  | { kind: "list"; items: FieldType }
  | { kind: "object"; name: string };

export interface EnumModel {
  /** As `MessageStatus`. */
  name: string;
  description: string;
  /** Whether values may be added, so that a reader has to live with one that it does not know. */
  open: boolean;
  values: { value: string; description: string }[];
}

export interface ErrorModel {
  /** As `RATE_LIMIT_EXCEEDED`. */
  code: string;
  /** The name of its class, as `RateLimitExceededError`. */
  className: string;
  /** The HTTP status of the catalogue. */
  status: number;
  /** Other statuses that it comes with. */
  transportStatuses: number[];
  /** Whether the call may be repeated after it: nothing was accepted. */
  retryable: boolean;
  description: string;
  /** What to do about it. */
  action: string;
}

export interface EventModel {
  /** As `sms.delivered`. */
  name: string;
  description: string;
  /** The name of the object that it carries. */
  object: string;
}
