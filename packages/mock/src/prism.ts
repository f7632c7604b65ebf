import type { Answer } from "@getclickmedia/sms-api-server";
import { createInstance, getHttpOperationsFromSpec } from "@stoplight/prism-http";

type PrismOptions = Parameters<typeof createInstance>;
type HttpOperation = Awaited<ReturnType<typeof getHttpOperationsFromSpec>>[number];
type HttpMethod = Parameters<ReturnType<typeof createInstance>["request"]>[0]["method"];

/** Which of an operation's examples to answer. */
export interface Choice {
  status?: number;
  /** The name of an example under that status. */
  example?: string;
}

/** Gives an example of the document as an HTTP answer. */
export type Prism = (operationId: string, choice: Choice) => Promise<Answer>;

/**
 * Prism over one bundled document: it chooses among the documented responses and writes them out. Its
 * own validation is off, because it would answer with its own errors instead of the API's.
 */
export async function createPrism(document: object): Promise<Prism> {
  const operations = new Map<string, HttpOperation>();
  for (const operation of await getHttpOperationsFromSpec(document)) {
    if (operation.iid) operations.set(operation.iid, operation);
  }
  const settings = {
    isProxy: false,
    validateRequest: false,
    validateResponse: false,
    checkSecurity: false,
    errors: false,
  } as const;
  const prism = createInstance(
    { ...settings, mock: { dynamic: false }, upstreamProxy: undefined },
    { logger: silentLogger() },
  );

  return async (operationId, { status, example }) => {
    const operation = operations.get(operationId);
    if (!operation) throw new Error(`The document has no operation ${operationId}.`);
    const result = await prism.request(
      { method: operation.method as HttpMethod, url: { path: operation.path } },
      [operation],
      {
        ...settings,
        mock: {
          dynamic: false,
          ...(status === undefined ? {} : { code: status }),
          ...(example === undefined ? {} : { exampleKey: example }),
        },
        upstreamProxy: undefined,
      },
    )();
    if (result._tag === "Left") throw result.left;
    const { statusCode, headers, body } = result.right.output;
    return {
      status: statusCode,
      headers: lowerCased(headers ?? {}),
      // A text would be sent as it is, and an example that is one means it as JSON.
      body: typeof body === "string" ? JSON.stringify(body) : body,
    };
  };
}

function lowerCased(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
  );
}

/** Prism writes a dozen lines a request through a pino logger; a mock in a test suite must not. */
function silentLogger(): PrismOptions[1]["logger"] {
  const ignore = () => {};
  const logger = {
    info: ignore,
    warn: ignore,
    error: ignore,
    debug: ignore,
    trace: ignore,
    fatal: ignore,
    success: ignore,
    isLevelEnabled: () => false,
    child: () => logger,
  };
  return logger as unknown as PrismOptions[1]["logger"];
}
