import { readDocument } from "@getclickmedia/sms-document";
import { readGeneratedDocument } from "../src/generated.ts";
import { type Sandbox, type SandboxOptions, startSandbox } from "../src/start-sandbox.ts";
import { type Answer, type CheckedClient, createCheckedClient } from "./checked-client.ts";

/** A running sandbox, and clients that check every answer of it. */
export interface TestSandbox extends Sandbox {
  /** The API, with the sandbox's own key. */
  api: CheckedClient;
  /** The API with another key. */
  withKey(key: string): CheckedClient;
  control: CheckedClient;
  /** Lets seconds pass. */
  pass(seconds: number): Promise<void>;
  /** What an account has left. */
  credits(accountId?: string): Promise<number>;
  /** Every entry of an account's ledger, the first one first. */
  ledger(accountId?: string): Promise<Answer["body"][]>;
}

/** Starts a sandbox whose clock stands at 10:00 in India, unless told otherwise. */
export async function startTestSandbox(options: SandboxOptions = {}): Promise<TestSandbox> {
  const sandbox = await startSandbox({
    port: 0,
    clock: { start: "2026-06-23T04:30:00Z", speed: 0 },
    ...options,
  });
  const document = await readDocument();
  const withKey = (key: string) =>
    createCheckedClient(document, sandbox.url, key === "" ? {} : { "x-api-key": key });
  const api = withKey(sandbox.apiKey ?? "");
  const control = createCheckedClient(await readGeneratedDocument("control"), sandbox.controlUrl);
  return {
    ...sandbox,
    api,
    withKey,
    control,
    pass: (seconds) => sandbox.advance({ seconds }),
    credits: async (accountId = "demo") =>
      (await control.get(`/accounts/${accountId}`)).body.credits,
    ledger: async (accountId = "demo") => {
      const path = `/accounts/${accountId}/ledger?limit=200`;
      const entries: Answer["body"][] = [];
      for (let before = ""; ; ) {
        const { body } = await control.get(`${path}${before && `&before=${before}`}`);
        entries.push(...body.entries);
        if (body.next === null) return entries.toReversed();
        before = body.next;
      }
    },
  };
}
