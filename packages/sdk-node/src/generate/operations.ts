import { errorClassName, type OperationModel, type SdkModel } from "@getclickmedia/sms-sdk-model";
import { docComment } from "./doc-comment.ts";
import { header } from "./header.ts";

/** Written by hand in `client.ts`, since one call of the user becomes several of the API. */
const byHand = new Set(["sendBulk"]);

/** Writes how each operation is called, the types of requests and answers, and the client's methods. */
export function operationMethods({ operations, objects }: SdkModel): string {
  const methods = operations.filter(({ id }) => !byHand.has(id)).map(method);
  const names = new Set(
    operations.flatMap(({ request, response }) => [request ?? [], response].flat()),
  );
  const models = objects.filter(({ name }) => names.has(name)).map(model);
  return `${header}import type { components } from "@getclickmedia/sms-types";
import type { Call, Operation, RequestOptions, SmsPromise } from "../call.ts";

${models.join("\n")}
/** How each operation is called. */
export const operations = {
${operations.map(located).join("\n")}
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

function model({ name, description }: { name: string; description: string }): string {
  return `${docComment([description])}
export type ${name} = components["schemas"]["${name}"];
`;
}

function located({ id, method, path, proof }: OperationModel): string {
  const answers = proof ? `, answers: "${proof}"` : "";
  return `  ${id}: { id: "${id}", method: "${method}", path: "${path}"${answers} },`;
}

function method({ id, parameters, request, response, errors, ...operation }: OperationModel) {
  const comment = docComment(
    [
      `${operation.summary}.`,
      operation.description,
      `\`${operation.method} ${operation.path}\``,
      errors.map(([code, text]) => `@throws ${errorClassName(code)} ${text}`).join("\n"),
    ],
    "  ",
  );
  const taken = [
    ...parameters.map((name) => `${name}: string`),
    ...(request ? [`request: ${request}`] : []),
    "options?: RequestOptions",
  ];
  const given = [`operations.${id}`, "options"];
  if (request) given.push("request");
  if (parameters.length > 0) {
    if (!request) given.push("undefined");
    given.push(`{ ${parameters.join(", ")} }`);
  }
  return `${comment}
  ${id}(${taken.join(", ")}): SmsPromise<${response}> {
    return this.#call(${given.join(", ")});
  }
`;
}
