import { signal } from "@preact/signals";
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Control } from "../api/control.ts";

type Account = Control["Account"];

const storageKey = "gcm.account";

/** The account that was chosen; it may be gone since. */
export const chosenAccount = signal(sessionStorage.getItem(storageKey) ?? "");

export function chooseAccount(accountId: string): void {
  sessionStorage.setItem(storageKey, accountId);
  chosenAccount.value = accountId;
}

const context = createContext<Account | undefined>(undefined);

export const AccountProvider = context.Provider;

/** The account that the page is about. */
export function useAccount(): Account {
  const account = useContext(context);
  if (!account) throw new Error("Nothing that belongs to an account is shown before there is one.");
  return account;
}
