import {
  type ApiDocument,
  type Example,
  examplesOf,
  type LocatedOperation,
  operationsOf,
  type Parameter,
  type RequestChange,
  type Response,
} from "@getclickmedia/sms-document";

/** A request to make and what the document says its answer is. */
export interface Replay {
  operation: LocatedOperation;
  status: string;
  response: Response;
  /** The name of the answer's example; absent for an answer without a body. */
  name?: string;
  example?: Example;
  request: ReplayRequest;
  /** The state that the server must be in, as the document declares it. */
  state?: string;
  /** Whether the request itself brings the answer about, with no state and no `Prefer`. */
  selfCausing: boolean;
}

export interface ReplayRequest {
  pathParameters: Record<string, string>;
  query: Record<string, string>;
  /** Headers to add, or with `null` to leave out. */
  headers: Record<string, string | null>;
  body: unknown;
  /** Sent in place of the body, as it stands. */
  rawBody?: string;
  /** Pad the body beyond the largest that is read. */
  oversize: boolean;
}

/**
 * Every answer of the document as a replay. An answer below 300 is a pair: its request is the example
 * of the same name. Any other is the first pair's request with the change that its `x-gcm-when` gives.
 */
export function replaysOf(document: ApiDocument): Replay[] {
  return operationsOf(document).flatMap((operation) =>
    Object.entries(operation.responses).flatMap(([status, response]) =>
      namedExamples(response).map(([name, example]) =>
        replay(operation, status, response, name, example),
      ),
    ),
  );
}

function namedExamples(response: Response): [name?: string, example?: Example][] {
  const examples = examplesOf(response);
  return examples.length > 0 || response.content ? examples : [[]];
}

function replay(
  operation: LocatedOperation,
  status: string,
  response: Response,
  name: string | undefined,
  example: Example | undefined,
): Replay {
  const succeeds = status.startsWith("2");
  const pair = requestExample(operation, succeeds ? name : undefined);
  const change = example?.["x-gcm-when"];
  const state = example?.["x-gcm-state"] ?? response["x-gcm-state"];
  return {
    operation,
    status,
    response,
    ...(name === undefined ? {} : { name }),
    ...(example === undefined ? {} : { example }),
    request: changed(pair, change ?? {}),
    ...(state === undefined ? {} : { state }),
    selfCausing: change !== undefined && state === undefined,
  };
}

/** The request of an operation's example, of the given name or else the first. */
export function requestExample(operation: LocatedOperation, name?: string): ReplayRequest {
  const bodies = examplesOf(operation.requestBody);
  const body = name === undefined ? bodies[0] : bodies.find(([known]) => known === name);
  const parameters = (operation.parameters ?? []).filter((parameter) => parameter.in === "path");
  return {
    pathParameters: Object.fromEntries(
      parameters.map((parameter) => [parameter.name, parameterValue(parameter, name)]),
    ),
    query: {},
    headers: {},
    body: body?.[1].value,
    oversize: false,
  };
}

/** The path of a request, with the values of its parameters in it. */
export function pathOf({ path }: LocatedOperation, { pathParameters }: ReplayRequest): string {
  return path.replace(/\{([^}]+)\}/g, (_, name: string) =>
    encodeURIComponent(pathParameters[name] ?? ""),
  );
}

function parameterValue({ examples = {} }: Parameter, name: string | undefined): string {
  const example = name === undefined ? Object.values(examples)[0] : examples[name];
  return String(example?.value ?? "");
}

function changed(request: ReplayRequest, change: RequestChange): ReplayRequest {
  return {
    pathParameters: { ...request.pathParameters, ...change.path },
    query: { ...request.query, ...change.query },
    headers: { ...request.headers, ...change.headers },
    body: change.body ? mergePatch(request.body, change.body) : request.body,
    oversize: change.oversize ?? false,
  };
}

/** A JSON Merge Patch (RFC 7396) of depth one: `null` removes a field, anything else replaces it. */
function mergePatch(body: unknown, patch: Record<string, unknown>): unknown {
  const entries = Object.entries({ ...(body as object), ...patch });
  return Object.fromEntries(entries.filter(([, value]) => value !== null));
}
