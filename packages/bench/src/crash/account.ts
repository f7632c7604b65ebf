/** The account that the crash test sends from. */

export const apiKey = "gcm_test_crash";
export const secret = "a secret of the crash test";
export const granted = 1_000_000_000;
export const message = {
  message: "Hello",
  senderId: "GCMDIA",
  templateId: "1",
  type: "transactional",
};

/** A configuration of the sandbox; its clock is fast, so that endings and retries come in time. */
export function configurationFor(receiverUrl: string): object {
  const { message: text, senderId, templateId, type } = message;
  return {
    clock: { speed: 20 },
    accounts: [
      {
        accountId: "crash",
        plan: "Enterprise",
        requestsPerSecond: 1_000_000,
        credits: granted,
        keys: [{ key: apiKey }],
        headers: [{ senderId, approved: true }],
        templates: [{ templateId, senderId, type, text }],
        endpoints: [{ url: receiverUrl, secret }],
      },
    ],
  };
}
