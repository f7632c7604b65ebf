import { request as httpRequest, type IncomingHttpHeaders } from "node:http";
import { request as httpsRequest } from "node:https";
import { isIP } from "node:net";
import type { NewAttempt } from "../store/store.ts";
import { addressRefusal, guardedLookup, type TargetRules } from "./target.ts";

/** How much of an answer is kept, in bytes. */
const keptBytes = 16 * 1024;

export interface PostOptions {
  url: string;
  headers: Record<string, string>;
  body: string;
  timeoutMs: number;
  rules: TargetRules;
  signal?: AbortSignal;
}

export type PostResult = Pick<
  NewAttempt,
  "status" | "responseHeaders" | "responseBody" | "durationMs" | "error"
>;

/**
 * Posts a webhook and says what came back. Redirects are not followed, nothing is repeated, and what goes
 * wrong is part of the result. The whole exchange has one deadline.
 */
export async function post(options: PostOptions): Promise<PostResult> {
  const start = performance.now();
  const durationMs = () => Math.round(performance.now() - start);
  try {
    const answer = await exchange(options);
    return { ...answer, durationMs: durationMs(), error: null };
  } catch (error) {
    return {
      status: null,
      responseHeaders: null,
      responseBody: null,
      durationMs: durationMs(),
      error: reasonOf(error),
    };
  }
}

type Received = Pick<NewAttempt, "status" | "responseHeaders" | "responseBody">;

function exchange({
  url,
  headers,
  body,
  timeoutMs,
  rules,
  signal,
}: PostOptions): Promise<Received> {
  const { protocol, hostname } = new URL(url);
  const host = hostname.replace(/^\[|\]$/g, "");
  // A host that is an address is looked up by nobody.
  const refusal = isIP(host) ? addressRefusal(host, rules) : undefined;
  if (refusal) return Promise.reject(new Error(refusal));
  return new Promise((resolve, reject) => {
    const request = (protocol === "https:" ? httpsRequest : httpRequest)(url, {
      method: "POST",
      headers: { ...headers, "content-length": Buffer.byteLength(body) },
      lookup: guardedLookup(rules),
      agent: false,
      ...(signal ? { signal } : {}),
    });
    const timer = setTimeout(() => {
      reject(new Error(`There was no whole answer within ${timeoutMs / 1_000} s.`));
      request.destroy();
    }, timeoutMs);
    request.on("response", (response) => {
      const chunks: Buffer[] = [];
      let size = 0;
      const finish = () => {
        resolve({
          status: response.statusCode ?? null,
          responseHeaders: joined(response.headers),
          responseBody: Buffer.concat(chunks).subarray(0, keptBytes).toString(),
        });
        request.destroy();
      };
      response.on("data", (chunk: Buffer) => {
        chunks.push(chunk);
        size += chunk.length;
        // The status has said all; what goes on for ever is not waited for.
        if (size >= keptBytes) finish();
      });
      response.on("end", finish);
      response.on("error", reject);
    });
    request.on("error", reject);
    request.on("close", () => {
      clearTimeout(timer);
      reject(new Error("The connection was closed before the answer was whole."));
    });
    request.end(body);
  });
}

/** A name with several addresses fails with the errors of all of them, and no message of its own. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join("; ");
  const message = error instanceof Error ? error.message : String(error);
  // That of a failed TLS handshake goes on in further lines.
  return message.trim().split("\n", 1)[0] ?? "";
}

function joined(headers: IncomingHttpHeaders): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, [value ?? []].flat().join(", ")]),
  );
}
