import { defaultPort, demoKey } from "@getclickmedia/sms-sandbox";
import {
  type Json,
  type OpenApiDocument,
  type Operation,
  operationsOf,
  type Parameter,
  resolve,
} from "../../document.ts";
import { bodyExamples } from "../../samples/body-examples.ts";
import { oneLine } from "../../tables/markdown-table.ts";
import { isLocal } from "./call.ts";

/** What the form to try a call offers, all of it read from the document. */
export interface CallForm {
  operationId: string;
  method: string;
  /** As `/sms/status/{messageId}`. */
  path: string;
  keyHeader: string;
  parameters: { name: string; description: string; example: string }[];
  /** The bodies to begin with; none where the operation has no body. */
  bodies: { label: string; value: Json }[];
  servers: LocalServer[];
  /** The errors that the mock answers with when it is asked to. */
  errors: { status: string; label: string }[];
}

/** A server on the reader's machine. */
export interface LocalServer {
  name: "Sandbox" | "Mock";
  url: string;
  /** A key that it takes. */
  apiKey: string;
  /** How it is started. */
  command: string;
  /** Whether it answers as the `Prefer` header says. */
  prefers: boolean;
}

/** @throws Error when the document has no such operation. */
export function callForm(document: OpenApiDocument, operationId: string): CallForm {
  const found = operationsOf(document).find((each) => each.operation.operationId === operationId);
  if (!found) throw new Error(`The document has no operation ${operationId} to try.`);
  const { path, method, operation } = found;
  return {
    operationId,
    method: method.toUpperCase(),
    path,
    keyHeader: Object.values(document.components.securitySchemes)[0]?.name ?? "",
    parameters: pathParameters(document, operation),
    bodies: bodies(document, operation),
    servers: localServers(document),
    errors: errors(document, operation),
  };
}

function pathParameters(document: OpenApiDocument, operation: Operation): CallForm["parameters"] {
  return (operation.parameters ?? [])
    .map((each): Parameter => resolve(document, each))
    .filter((each) => each.in === "path")
    .map(({ name, description = "", examples = {} }) => ({
      name,
      description,
      example: String(Object.values(examples)[0]?.value ?? ""),
    }));
}

function bodies(document: OpenApiDocument, operation: Operation): CallForm["bodies"] {
  return bodyExamples(document, operation).map(([name, { summary = name, value }]) => ({
    label: summary,
    value,
  }));
}

function errors(document: OpenApiDocument, { responses = {} }: Operation): CallForm["errors"] {
  return Object.entries(responses)
    .filter(([status]) => /^[45]\d\d$/.test(status))
    .map(([status, response]) => ({
      status,
      label: `${status}: ${oneLine(resolve(document, response).description)}`,
    }));
}

function localServers(document: OpenApiDocument): LocalServer[] {
  const [prefix = ""] =
    Object.values(document.components.securitySchemes).flatMap((scheme) =>
      Object.entries(scheme["x-gcm-key-prefixes"] ?? {})
        .filter(([, { environment }]) => environment === "test")
        .map(([key]) => key),
    ) ?? [];
  const mock = document.servers.map(({ url }) => new URL(url)).find(isLocal);
  if (!mock) throw new Error("The document has no server on the reader's own machine.");
  const sandbox = new URL(mock);
  sandbox.port = String(defaultPort);
  return [
    {
      name: "Sandbox",
      url: sandbox.href,
      apiKey: demoKey,
      command: "npx @getclickmedia/sms-sandbox",
      prefers: false,
    },
    {
      name: "Mock",
      url: mock.href,
      apiKey: `${prefix}try`,
      command: "npx @getclickmedia/sms-mock",
      prefers: true,
    },
  ];
}
