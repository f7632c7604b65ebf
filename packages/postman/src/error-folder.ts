import { isDeepStrictEqual } from "node:util";
import {
  type ApiDocument,
  type Example,
  errorCatalogue,
  maxBodyBytes,
  type Response,
} from "@getclickmedia/sms-document";
import { type Event, type Folder, type Item, scriptEvent } from "./collection.ts";
import { withComingTimes } from "./coming-time.ts";
import { describedOf, extensionNote, inOneLine } from "./described.ts";
import { type Call, exampleRequest, paddingVariable } from "./example-request.ts";
import { protocolProfileBehavior } from "./operation-item.ts";
import { stableId } from "./stable-id.ts";
import { testScript } from "./test-script.ts";

/** The variable that lets the requests run which only the mock answers with their error. */
export const mockVariable = "serverIsMock";

/** An error example of the document, and the request that is answered with it. */
interface ErrorExample {
  call: Call;
  status: string;
  response: Response;
  name: string;
  example: Example;
  code: string;
}

/**
 * A request for each error of the document. What the request itself causes, any server answers. For the rest the
 * server must be in a state, such as one without credits: there the mock is told what to answer. Such a request is a
 * right one, so that another server would send and charge it.
 */
export function errorFolder(document: ApiDocument, calls: Call[]): Folder {
  const errors = withoutRepetitions(calls.flatMap(errorExamples));
  const anywhere = errors.filter(({ example }) => isCausedByRequest(document, example));
  const onMock = errors.filter((each) => !anywhere.includes(each));
  return {
    id: stableId("folder", "errors"),
    name: "Errors",
    description:
      "Requests that are answered with each of the API's errors, to see them and to test what you do with them.",
    item: [
      {
        id: stableId("folder", "errors", "anywhere"),
        name: "From any server",
        description:
          "What is wrong with these requests brings the error about. They accept nothing and cost nothing. `Prefer` is for the mock, which knows no templates and no ids; other servers pass over it.",
        item: anywhere.map((error) => errorItem(document, error)),
      },
      {
        id: stableId("folder", "errors", "mock"),
        name: "Only from the mock",
        description: `Nothing is wrong with these requests: \`Prefer\` asks the mock for the error. Any other server would accept them, so they are skipped unless the variable \`${mockVariable}\` is \`true\`, as the environment of the mock has it.`,
        item: onMock.map((error) => errorItem(document, error)),
        event: [scriptEvent("prerequest", skipUnlessMock)],
      },
    ],
  };
}

const skipUnlessMock = `// A server that is not the mock would send these messages, and charge them.
if (pm.variables.get("${mockVariable}") !== "true") {
  console.info("Skipped: only the mock answers " + pm.info.requestName);
  pm.execution.skipRequest();
}`;

function errorExamples(call: Call): ErrorExample[] {
  return Object.entries(call.operation.responses).flatMap(([status, response]) =>
    Object.values(response.content ?? {}).flatMap(({ examples = {} }) =>
      Object.entries(examples).flatMap(([name, example]) => {
        const code = (example.value as { error?: { code?: string } })?.error?.code;
        return code === undefined ? [] : [{ call, status, response, name, example, code }];
      }),
    ),
  );
}

/** Most operations share most errors: the first operation that has one stands for all. */
function withoutRepetitions(errors: ErrorExample[]): ErrorExample[] {
  return errors.filter(
    ({ status, example }, index) =>
      !errors
        .slice(0, index)
        .some(
          (earlier) => earlier.status === status && isDeepStrictEqual(earlier.example, example),
        ),
  );
}

function isCausedByRequest(document: ApiDocument, example: Example): boolean {
  const { "x-gcm-when": change, "x-gcm-state": state } = example;
  const holdsByDefault = state === undefined || state === document["x-gcm-default-state"];
  return change !== undefined && holdsByDefault;
}

function errorItem(document: ApiDocument, error: ErrorExample): Item {
  const { call, status, response, name, example, code } = error;
  const { operation } = call;
  const { request, event } = withComingTimes(
    operation,
    exampleRequest(document, call, undefined, example["x-gcm-when"]),
  );
  // Where the request alone brings the error about, the mock needs no word of it.
  const causesItself = example["x-gcm-when"] && example["x-gcm-state"] === undefined;
  const prefer = { key: "Prefer", value: `code=${status}, example=${name}` };
  return {
    id: stableId("error", operation.operationId, status, name),
    name: `${status} ${code}: ${describedOf(example).summary ?? name} (${operation.operationId})`,
    request: {
      ...request,
      header: causesItself ? request.header : [...request.header, prefer],
      description: errorDescription(document, error),
    },
    response: [],
    event: [
      ...event,
      ...padding(error),
      scriptEvent("test", testScript({ responses: { [status]: response }, errorCode: code })),
    ],
    protocolProfileBehavior,
  };
}

function errorDescription(document: ApiDocument, { response, code }: ErrorExample): string {
  const known = (errorCatalogue(document)[code] ?? {}) as { description?: string; action?: string };
  const { description = "" } = describedOf(response);
  const parts = [
    `${inOneLine(description)}${extensionNote(response)}`,
    `\`${code}\`: ${known.description ?? ""}`,
    known.action === undefined ? "" : `What to do: ${known.action}`,
  ];
  return parts.filter(Boolean).join("\n\n");
}

function padding({ call: { operation }, example }: ErrorExample): Event[] {
  if (!example["x-gcm-when"]?.oversize) return [];
  const script = `// One byte of blanks more than the server reads.
pm.variables.set("${paddingVariable}", " ".repeat(${(maxBodyBytes(operation) ?? 0) + 1}));`;
  return [scriptEvent("prerequest", script)];
}
