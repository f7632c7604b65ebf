import { WebhookError } from "./webhook-error.ts";

/**
 * The webhook secret, or several while one replaces another. `undefined` is there so that an environment
 * variable can be passed as it is; a secret that is missing or empty is refused when it is used.
 */
export type WebhookSecret = string | readonly string[] | undefined;

/**
 * Every secret in a list.
 * @throws WebhookError `configuration` when there is none, or one of them is empty.
 */
export function secretsOf(secret: WebhookSecret): readonly string[] {
  const secrets = [secret].flat();
  if (secrets.length > 0 && secrets.every((each) => each && typeof each === "string"))
    return secrets as string[];
  throw new WebhookError(
    "configuration",
    "The secret is missing or empty. Check where it is read from.",
  );
}
