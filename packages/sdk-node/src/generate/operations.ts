import { errorClassName } from "../errors.ts";
import type { Bundle, BundledOperation } from "./bundle.ts";
import { docComment } from "./doc-comment.ts";
import { header } from "./header.ts";

/** Written by hand in `client.ts`, since one call of the user becomes several of the API. */
const byHand = new Set(["sendBulk"]);

/** Writes how each operation is called, the types of requests and answers, and the client's methods. */
export function operationMethods(bundle: Bundle): string {
  const { operations } = bundle;
  const methods = operations.filter(({ operationId }) => !byHand.has(operationId)).map(method);
  const schemas = new Set(
    operations.flatMap(({ request, response }) => [request ?? [], response].flat()),
  );
  const models = [...schemas].map((name) => model(name, bundle));
  return `${header}import type { components } from "@getclickmedia/sms-types";
import type { Call, Operation, RequestOptions, SmsPromise } from "../call.ts";

${models.join("\n")}
/** How each operation is called. */
export const operations = {
${operations.map((operation) => located(operation, bundle)).join("\n")}
} as const satisfies Record<string, Operation>;

/** A method for each operation of the API. */
export class ApiMethods {
  readonly #call: Call;

  constructor(call: Call) {
    this.#call = call;
  }

${methods.join("\n")}}
`;
}

function model(name: string, { schemas }: Bundle): string {
  return `${docComment([schemas[name]?.description ?? ""])}
export type ${name} = components["schemas"]["${name}"];
`;
}

function located(
  { operationId, method, path, request, response }: BundledOperation,
  { schemas }: Bundle,
) {
  // A send that was accepted is proven by the id that it answers.
  const id = schemas[response]?.required?.find((name) => name.endsWith("Id"));
  if (request && !id) throw new Error(`${operationId} needs a required id in its 200 answer.`);
  const answers = request ? `, answers: "${id}"` : "";
  return `  ${operationId}: { id: "${operationId}", method: "${method}", path: "${path}"${answers} },`;
}

function method(operation: BundledOperation): string {
  const { operationId, path, request, response, errors } = operation;
  const parameters = [...path.matchAll(/{(\w+)}/g)].flatMap(([, name]) => name ?? []);
  const comment = docComment(
    [
      `${operation.summary}.`,
      operation.description.trim(),
      `\`${operation.method} ${path}\``,
      errors.map(([code, text]) => `@throws ${errorClassName(code)} ${text}`).join("\n"),
    ],
    "  ",
  );
  const taken = [
    ...parameters.map((name) => `${name}: string`),
    ...(request ? [`request: ${request}`] : []),
    "options?: RequestOptions",
  ];
  const given = [`operations.${operationId}`, "options"];
  if (request) given.push("request");
  if (parameters.length > 0) {
    if (!request) given.push("undefined");
    given.push(`{ ${parameters.join(", ")} }`);
  }
  return `${comment}
  ${operationId}(${taken.join(", ")}): SmsPromise<${response}> {
    return this.#call(${given.join(", ")});
  }
`;
}
