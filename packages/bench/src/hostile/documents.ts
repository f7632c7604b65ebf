import { fileURLToPath } from "node:url";
import {
  type ApiDocument,
  type LocatedOperation,
  operationsOf,
  readDocument,
  type Schema,
} from "@getclickmedia/sms-document";

/** What the sandbox answers by: the API's document and that of its control API. */
export interface Documents {
  api: ApiDocument;
  control: ApiDocument;
}

export async function readDocuments(): Promise<Documents> {
  const control = fileURLToPath(import.meta.resolve("@getclickmedia/sms-control-api"));
  return { api: await readDocument(), control: await readDocument(control) };
}

const apiPath = "/v1";
export const controlPath = "/_sandbox";

/** The operations to call at random: all but those that forget everything, and the stream that never ends. */
export function calledOperations({ api, control }: Documents): LocatedOperation[] {
  const excluded = ["reset", "enterState", "watchChanges"];
  return [
    ...operationsOf(api).map((operation) => at(apiPath, operation)),
    ...operationsOf(control)
      .filter(({ operationId }) => !excluded.includes(operationId))
      .map((operation) => at(controlPath, operation)),
  ];
}

function at(base: string, operation: LocatedOperation): LocatedOperation {
  return { ...operation, path: base + operation.path };
}

/** How far the control API lets one go. */
export interface Bounds {
  templateLength: number;
  credits: number;
  page: number;
}

export function boundsOf({ control }: Documents): Bounds {
  const { Template, NewAccount } = control.components.schemas;
  const list = operationsOf(control).find(({ operationId }) => operationId === "listMessages");
  const limit = list?.parameters?.find(({ name }) => name === "limit");
  return {
    templateLength: Number(property(Template, "text")?.maxLength),
    credits: Number(property(NewAccount, "credits")?.maximum),
    page: Number(limit?.schema.maximum),
  };
}

function property(schema: Schema | undefined, name: string): Schema | undefined {
  return (schema?.properties as Record<string, Schema> | undefined)?.[name];
}
