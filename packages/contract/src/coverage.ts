import {
  type ApiDocument,
  errorCatalogue,
  examplesOf,
  operationsOf,
} from "@getclickmedia/sms-document";

/** What a document promises, each as a name: `send 429`, `GATEWAY_ERROR`, `sms.failed`, an example. */
export interface Coverage {
  operations: Set<string>;
  statuses: Set<string>;
  errorCodes: Set<string>;
  events: Set<string>;
  examples: Set<string>;
}

export const emptyCoverage = (): Coverage => ({
  operations: new Set(),
  statuses: new Set(),
  errorCodes: new Set(),
  events: new Set(),
  examples: new Set(),
});

/** Everything in the document that a run has to cover. */
export function promisedBy(document: ApiDocument): Coverage {
  const promised = emptyCoverage();
  for (const operation of operationsOf(document)) {
    const { operationId, requestBody, parameters = [], responses } = operation;
    promised.operations.add(operationId);
    for (const [name] of examplesOf(requestBody))
      promised.examples.add(`${operationId} request ${name}`);
    for (const parameter of parameters) {
      for (const name of Object.keys(parameter.examples ?? {})) {
        promised.examples.add(`${operationId} ${parameter.name} ${name}`);
      }
    }
    for (const [status, response] of Object.entries(responses)) {
      promised.statuses.add(`${operationId} ${status}`);
      for (const [name] of examplesOf(response))
        promised.examples.add(`${operationId} ${status} ${name}`);
    }
  }
  for (const [event, { post }] of Object.entries(document.webhooks)) {
    promised.events.add(event);
    for (const [name] of examplesOf(post.requestBody)) promised.examples.add(`${event} ${name}`);
  }
  for (const code of Object.keys(errorCatalogue(document))) promised.errorCodes.add(code);
  return promised;
}

/** What is promised and not covered, as sentences. */
export function uncovered(promised: Coverage, covered: Coverage): string[] {
  const missing = (kind: keyof Coverage, noun: string) =>
    [...promised[kind].difference(covered[kind])].map(
      (name) => `the ${noun} ${name} is not covered`,
    );
  return [
    ...missing("operations", "operation"),
    ...missing("statuses", "status"),
    ...missing("errorCodes", "error code"),
    ...missing("events", "event"),
    ...missing("examples", "example"),
  ];
}
