export { demoKey } from "./accounts/demo-account.ts";
export type { NewAccount, NewTemplate } from "./accounts/new-account.ts";
export type { Configuration } from "./configuration.ts";
export { defaultPort } from "./default-port.ts";
export { type MagicRecipient, magicRecipients } from "./magic-recipients.ts";
export { type Sandbox, type SandboxOptions, startSandbox } from "./start-sandbox.ts";
