import { apiKeyScheme, examplesOf, operationsOf, readDocument } from "@getclickmedia/sms-document";

/** A valid send and its answer, as an example of the document has them. */
export interface ExampleSend {
  path: string;
  apiKey: string;
  headers: Record<string, string>;
  request: object;
  answer: object;
}

/** The document's first example of a single send. */
export function exampleSend(): Promise<ExampleSend> {
  return exampleOf("send");
}

/** The document's example of a bulk send that goes out at once, but to so many mobiles. */
export async function exampleBulk(recipients: number): Promise<ExampleSend> {
  const send = await exampleOf("sendBulk");
  const mobiles = Array.from({ length: recipients }, (_, index) => `9198${76_000_000 + index}`);
  return { ...send, request: { ...send.request, recipients: mobiles } };
}

/** Of the examples that are not for later, the first. */
async function exampleOf(operationId: string): Promise<ExampleSend> {
  const document = await readDocument();
  const send = operationsOf(document).find((operation) => operation.operationId === operationId);
  const { name: keyHeader, "x-gcm-key-prefixes": prefixes } = apiKeyScheme(document);
  const test = Object.keys(prefixes).find((prefix) => prefixes[prefix]?.environment === "test");
  const request = examplesOf(send?.requestBody).find(
    ([, { value }]) => !("scheduleAt" in (value as object)),
  );
  const [answer] = Object.values(send?.responses ?? {}).flatMap((response) => examplesOf(response));
  if (!send || !request || !answer)
    throw new Error(`The document has no example of ${operationId}.`);
  const apiKey = `${test}bench`;
  return {
    path: send.path,
    apiKey,
    headers: { "content-type": "application/json", [keyHeader]: apiKey },
    request: request[1].value as object,
    answer: answer[1].value as object,
  };
}
