import { type ApiDocument, examplesOf, operationsOf } from "@getclickmedia/sms-document";
import type { components } from "@getclickmedia/sms-types";
import type { NewAccount } from "./new-account.ts";

/** The key of the account that is there from the start. It opens nothing but sandboxes. */
export const demoKey = "gcm_test_demo";

type Balance = components["schemas"]["BalanceResponse"];

/**
 * The account that the document's default state describes: its balance example, with the sender header and the
 * templates that its send examples use.
 */
export function demoAccount(document: ApiDocument): NewAccount {
  const balance = operationsOf(document).find(({ operationId }) => operationId === "getBalance");
  const [example] = examplesOf(balance?.responses["200"]);
  if (!example) throw new Error("The document has no example of a balance.");
  const { credits, plan, expiresAt } = example[1].value as Balance;
  const templates = Object.entries(document["x-gcm-templates"] ?? {}).map(
    ([templateId, template]) => ({
      templateId,
      ...template,
    }),
  );
  const senderIds = [...new Set(templates.map(({ senderId }) => senderId))];
  return {
    accountId: "demo",
    name: "Demo account",
    plan,
    credits,
    expiresAt,
    keys: [{ key: demoKey, name: "Demo key" }],
    headers: senderIds.map((senderId) => ({ senderId, approved: true })),
    templates,
  };
}
