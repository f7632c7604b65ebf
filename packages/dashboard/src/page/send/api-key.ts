import { signal } from "@preact/signals";

/** The key of the account that every sandbox starts with. */
const demo = { accountId: "demo", key: "gcm_test_demo" };

const storageKey = (accountId: string) => `gcm.key.${accountId}`;

const changes = signal(0);

/** The key that the page sends with for an account. It is kept for this tab only. */
export function apiKeyOf(accountId: string): string {
  changes.value;
  const kept = sessionStorage.getItem(storageKey(accountId));
  return kept ?? (accountId === demo.accountId ? demo.key : "");
}

export function keepApiKey(accountId: string, key: string): void {
  sessionStorage.setItem(storageKey(accountId), key);
  changes.value += 1;
}
