import { type ApiDocument, apiKeyScheme, readDocument } from "@getclickmedia/sms-document";
import { createChecker, errorCodeOf, parseJson } from "./checker.ts";
import { type Answer, createClient, ServerUnusable } from "./client.ts";
import { commonProblems } from "./common-problems.ts";
import { type Coverage, emptyCoverage, promisedBy, uncovered } from "./coverage.ts";
import { replayBadRequests, replayProtocolFaults } from "./protocol.ts";
import { type Replay, type ReplayRequest, replaysOf, requestExample } from "./replay.ts";
import type { Run } from "./run.ts";
import { enterState } from "./state.ts";
import { replayWebhooks } from "./webhooks.ts";

export interface ContractOptions {
  /** The server's base URL, as `http://127.0.0.1:4010/v1`. */
  baseUrl: string;
  /** The key to send. By default one of the test environment. */
  apiKey?: string;
  /** Let a key of the live environment send real messages. */
  live?: boolean;
  /**
   * Ask for each example by name (`Prefer`) and compare every value. Without it the server is put into
   * the state that the document declares, and values marked volatile are checked by their schema only.
   */
  exact?: boolean;
  /** Where the server takes orders for states and webhooks; `/_control` on its origin by default. */
  controlUrl?: string;
  /** The document to check against; the built-in one by default. */
  document?: ApiDocument;
}

/** One request made, and what was wrong with its answer. */
export interface ReplayResult {
  name: string;
  problems: string[];
}

export interface ContractReport {
  baseUrl: string;
  exact: boolean;
  /** Whether every replay passed and nothing was left uncovered. */
  passed: boolean;
  replays: ReplayResult[];
  uncovered: string[];
  promised: Coverage;
  covered: Coverage;
}

/**
 * Replays every pair, error example and webhook of the document against a server, and checks status,
 * headers, content type, body and values of each answer.
 * @throws ServerUnusable with one line when the server cannot be reached or breaks off an answer, or
 * when the key is of the live environment and `live` does not allow it.
 */
export async function runContract(options: ContractOptions): Promise<ContractReport> {
  const document = options.document ?? (await readDocument());
  const baseUrl = checkedUrl(options.baseUrl).replace(/\/$/, "");
  const apiKey = checkedKey(document, options);
  const replays: ReplayResult[] = [];
  const covered = emptyCoverage();
  const run: Run = {
    document,
    client: createClient(document, baseUrl, apiKey),
    checker: createChecker(document),
    apiKey,
    requestIds: new Set(),
    controlUrl: (options.controlUrl ?? new URL("/_control", baseUrl).href).replace(/\/$/, ""),
    exact: options.exact ?? false,
    record: (name, problems, covers = {}) => {
      replays.push({ name, problems });
      if (problems.length > 0) return;
      for (const [kind, names] of Object.entries(covers)) {
        for (const each of names) covered[kind as keyof Coverage].add(each);
      }
    },
  };

  for (const replay of replaysOf(document)) await replayAnswer(run, replay);
  // The last state would answer all that follows, and whoever uses the server next.
  await enterState(run);
  await replayProtocolFaults(run);
  await replayBadRequests(run);
  await replayWebhooks(run);

  const promised = promisedBy(document);
  const missing = uncovered(promised, covered);
  const passed = missing.length === 0 && replays.every(({ problems }) => problems.length === 0);
  return { baseUrl, exact: run.exact, passed, replays, uncovered: missing, promised, covered };
}

async function replayAnswer(run: Run, replay: Replay): Promise<void> {
  const { operation, status, name, request } = replay;
  const succeeds = status.startsWith("2");
  if (!run.exact) {
    const problems = await enterState(run, replay.state);
    return check(run, replay, request, { exact: false, problems });
  }
  const prefer = `code=${status}${name === undefined ? "" : `, example=${name}`}`;
  await check(run, replay, requestExample(operation, succeeds ? name : undefined), {
    exact: true,
    prefer,
  });
  if (succeeds) await check(run, replay, request, { exact: true });
  else if (replay.selfCausing) await check(run, replay, request, { exact: false });
}

async function check(
  run: Run,
  replay: Replay,
  request: ReplayRequest,
  {
    exact,
    prefer,
    problems: before = [],
  }: { exact: boolean; prefer?: string; problems?: string[] },
): Promise<void> {
  const { operation, status, response, name, example } = replay;
  const answer = await run.client.replay(operation, request, {
    status,
    ...(prefer === undefined ? {} : { prefer }),
  });
  const isError = Number(status) >= 400;
  const problems = [
    ...before,
    ...(answer.status === Number(status) ? [] : [`the status is ${answer.status}, not ${status}`]),
    ...run.checker.headers(response, answer),
    ...run.checker.body(response, answer, example && { value: example.value, exact }),
    ...(isError ? run.checker.errorCode(status, answer) : echoProblems(request, answer)),
    ...redirectProblems(run, answer),
    ...commonProblems(run, answer, request, prefer !== undefined),
  ];
  const title = [operation.operationId, status, name, prefer && "(Prefer)"]
    .filter(Boolean)
    .join(" ");
  run.record(title, problems, covers(replay, answer));
}

function covers({ operation, status, name }: Replay, answer: Answer) {
  const { operationId, parameters = [] } = operation;
  const code = errorCodeOf(answer);
  return {
    operations: [operationId],
    statuses: [`${operationId} ${status}`],
    errorCodes: typeof code === "string" ? [code] : [],
    examples: name
      ? [
          `${operationId} ${status} ${name}`,
          // The request half of a pair.
          ...(status.startsWith("2")
            ? [
                `${operationId} request ${name}`,
                ...parameters.map((p) => `${operationId} ${p.name} ${name}`),
              ]
            : []),
        ]
      : [],
  };
}

/** An answer that repeats a path parameter must repeat the one that was sent. */
function echoProblems({ pathParameters }: ReplayRequest, answer: Answer): string[] {
  const body = parseJson(answer.body)?.value as Record<string, unknown> | null | undefined;
  return Object.entries(pathParameters)
    .filter(([name, value]) => body?.[name] !== undefined && body[name] !== value)
    .map(([name]) => `the body answers another ${name} than was asked for`);
}

/** A redirect may only lead to the path that was asked for, on a server of the document, over HTTPS. */
function redirectProblems({ document }: Run, { headers, path }: Answer): string[] {
  const location = headers.get("location");
  if (location === null) return [];
  const addresses = document.servers
    .filter(({ url }) => url.startsWith("https:"))
    .map(({ url }) => `${url}${path}`);
  return addresses.includes(location)
    ? []
    : [`the redirect leads to ${location}, not to ${addresses.join(" or ")}`];
}

function checkedKey(document: ApiDocument, { apiKey, live = false }: ContractOptions): string {
  const prefixes = Object.entries(apiKeyScheme(document)["x-gcm-key-prefixes"]);
  const prefixOf = (wanted: string) =>
    prefixes.find(([, { environment }]) => environment === wanted)?.[0] ?? "";
  if (apiKey?.startsWith(prefixOf("live")) && !live) {
    throw new ServerUnusable(
      "This key is of the live environment, where every replay sends real messages and is charged. Use a test key, or say that you mean it with --live.",
    );
  }
  return apiKey ?? `${prefixOf("test")}contract`;
}

function checkedUrl(baseUrl: string): string {
  const url = URL.parse(baseUrl);
  if (url?.protocol === "http:" || url?.protocol === "https:") return baseUrl;
  throw new ServerUnusable(
    `${JSON.stringify(baseUrl)} is no base URL. Give one as http://127.0.0.1:4010/v1.`,
  );
}
