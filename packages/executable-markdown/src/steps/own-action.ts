import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { basePath, origins } from "../document-facts.ts";
import type { Fields } from "./step-plan.ts";

// The action of this repository, whose own steps are run by its own tests. Here stands for it what it does: it starts a
// server that is installed, waits for it, and leads the later steps to it.

const action = parse(readFileSync(new URL("../../../../action.yml", import.meta.url), "utf8")) as {
  inputs: Record<string, { default: string }>;
};

const controlPaths = { mock: "/_control", sandbox: "/_sandbox" };

export function isOwnAction(uses: unknown): boolean {
  return typeof uses === "string" && uses.startsWith("getclickmedia/sms-api@");
}

/** @param given what the step has under `with`. */
export function ownActionSteps(given: Fields): {
  script: string;
  variables: Record<string, string>;
  problems: string[];
} {
  const problems = Object.keys(given)
    .filter((name) => !Object.hasOwn(action.inputs, name))
    .map(
      (name) => `the action has no input ${name}, only ${Object.keys(action.inputs).join(", ")}`,
    );
  const input = (name: string) => String(given[name] ?? action.inputs[name]?.default ?? "");
  const server = input("server");
  if (server !== "mock" && server !== "sandbox")
    return { script: "", variables: {}, problems: ["server: is sandbox or mock"] };
  const command = `npx --yes @getclickmedia/sms-${server}`;
  return {
    script: `${command} ${input("flags")} &\n${command} wait\n`,
    variables: {
      SMS_BASE_URL: origins[server] + basePath,
      SMS_CONTROL_URL: origins[server] + controlPaths[server],
    },
    problems,
  };
}
