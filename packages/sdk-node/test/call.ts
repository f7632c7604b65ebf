import type { BulkRequest, RequestOptions, SmsClient } from "../src/index.ts";

/** Calls an operation as the user of the SDK does, and gives what a call of the API answered or threw. */
export async function call(
  client: SmsClient,
  operation: string,
  args: Record<string, unknown> = {},
  options: RequestOptions = {},
): Promise<unknown> {
  const [id = "gcm_id"] = Object.values(args) as string[];
  switch (operation) {
    case "send":
      return client.send(args as never, options);
    case "sendBulk": {
      const request = { recipients: ["919876543210"], ...args } as unknown as BulkRequest;
      // The signal of a bulk send stops further calls only, so that of one call is tested on `send`.
      const result = await client.sendBulk(request, options);
      const [outcome] = result.outcomes;
      if (outcome?.status !== "accepted") throw result.stoppedBy ?? outcome?.error;
      return outcome.response.data;
    }
    case "getStatus":
    case "getBatch":
    case "cancelScheduled":
      return client[operation](id, options);
    case "getBalance":
      return client.getBalance(options);
    default:
      throw new Error(`The SDK has no ${operation}.`);
  }
}
