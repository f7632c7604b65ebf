import type { SdkCall } from "@getclickmedia/sms-code-samples";
import type { SdkModel } from "@getclickmedia/sms-sdk-model";
import type { OpenApiDocument, Operation } from "../document.ts";
import { sampleBody, sampleIds } from "./sample-request.ts";

/** A bulk send answers with an outcome for each recipient: the first question is whether all went well. */
const printed: Record<string, string> = { sendBulk: "complete" };

/** The call of an SDK's client that the first example of an operation without a time describes. */
export function sdkCall(
  document: OpenApiDocument,
  model: SdkModel,
  { path, operation }: { path: string; operation: Operation },
): SdkCall {
  const method = operation.operationId;
  const request = model.operations.find(({ id }) => id === method)?.request;
  const fields = model.objects.find(({ name }) => name === request)?.fields ?? [];
  const body = sampleBody(document, operation);
  const prints = printed[method];
  return {
    method,
    ids: sampleIds(document, { path, operation }),
    enums: Object.fromEntries(
      fields.flatMap(({ name, type }) => (type.kind === "enum" ? [[name, type.name]] : [])),
    ),
    ...(body && { fields: body.value }),
    ...(prints && { prints }),
  };
}
