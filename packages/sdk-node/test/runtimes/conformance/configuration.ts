import { SmsClient, SmsConfigurationError } from "@getclickmedia/sms-sdk";
import { type Check, expectEqual } from "./check.ts";

export const configuration: Record<string, Check> = {
  "the key tells the environment": async ({ liveKey, testKey }) =>
    expectEqual(
      [liveKey, testKey].map((apiKey) => new SmsClient({ apiKey }).environment),
      ["live", "test"],
    ),

  "the key comes from the environment where it can be read": async ({ traits }) => {
    const outcome = () => {
      try {
        return new SmsClient().environment;
      } catch (error) {
        if (error instanceof SmsConfigurationError) return error.message;
        throw error;
      }
    };
    const without = "No API key: pass apiKey, or set GCM_API_KEY.";
    expectEqual(outcome(), traits.readsEnvironment ? "test" : without);
  },
};
