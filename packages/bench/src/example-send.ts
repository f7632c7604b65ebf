import { apiKeyScheme, examplesOf, operationsOf, readDocument } from "@getclickmedia/sms-document";

/** A valid single send and its answer, as the document's first example has them. */
export interface ExampleSend {
  path: string;
  apiKey: string;
  headers: Record<string, string>;
  request: object;
  answer: object;
}

export async function exampleSend(): Promise<ExampleSend> {
  const document = await readDocument();
  const [send] = operationsOf(document);
  const { name: keyHeader, "x-gcm-key-prefixes": prefixes } = apiKeyScheme(document);
  const test = Object.keys(prefixes).find((prefix) => prefixes[prefix]?.environment === "test");
  const [request] = examplesOf(send?.requestBody);
  const [answer] = Object.values(send?.responses ?? {}).flatMap((response) => examplesOf(response));
  if (!send || !request || !answer) throw new Error("The document has no example of a send.");
  const apiKey = `${test}bench`;
  return {
    path: send.path,
    apiKey,
    headers: { "content-type": "application/json", [keyHeader]: apiKey },
    request: request[1].value as object,
    answer: answer[1].value as object,
  };
}
