// Checks the states in which a server with memory replays the examples:
// - every value of `x-gcm-state` is a key of the root's `x-gcm-states`
// - every state there is used, and is described
// - `x-gcm-default-state`, where there is one, is a key there too
// - every example of a 2xx response of an operation has an `x-gcm-state`
// - every example of an error response has `x-gcm-state`, `x-gcm-when` or both: what provokes the error
import namedExamples from "../document/examples.ts";
import { isSuccess } from "../document/operations.ts";
import payloads from "../document/payloads.ts";
import { at, entries, isText } from "../document/value.ts";
import walk from "../document/walk.ts";
import type { Finding } from "../finding.ts";

export default function exampleStates(api: unknown): Finding[] {
  const declared = new Map(entries(at(api, "x-gcm-states")));
  const used = new Set<unknown>();
  const findings: Finding[] = [];
  walk(api, (node, path) => {
    const state = node["x-gcm-state"];
    if (state === undefined) return;
    used.add(state);
    if (typeof state !== "string" || !declared.has(state))
      findings.push({
        message: `The state ${String(state)} is not declared. Describe it in x-gcm-states of the root, or use one of those.`,
        path: [...path, "x-gcm-state"],
      });
  });
  const byDefault = at(api, "x-gcm-default-state");
  if (byDefault !== undefined && !declared.has(String(byDefault)))
    findings.push({
      message: `The default state ${String(byDefault)} is not declared. Use one of x-gcm-states.`,
      path: ["x-gcm-default-state"],
    });
  for (const [state, description] of declared) {
    const path = ["x-gcm-states", state];
    if (!used.has(state))
      findings.push({ message: `No example needs the state ${state}. Remove it.`, path });
    if (!isText(description))
      findings.push({
        message: `The state ${state} has no description. Say what holds in it.`,
        path,
      });
  }
  return [...findings, ...examplesWithoutState(api)];
}

function examplesWithoutState(api: unknown): Finding[] {
  return payloads(api)
    .filter(({ operation }) => !operation.webhook)
    .flatMap(({ name, kind, status, media, path }) =>
      namedExamples(media, path).flatMap((example) => {
        const state = example.node["x-gcm-state"] !== undefined;
        const when = example.node["x-gcm-when"] !== undefined;
        const needed = kind === "error" ? !state && !when : isSuccess(status) && !state;
        if (!needed) return [];
        const remedy =
          kind === "error"
            ? "Say in x-gcm-state or x-gcm-when what provokes it."
            : "Say in x-gcm-state from where it replays.";
        return {
          message: `The example ${example.name} of the ${name} has no state. ${remedy}`,
          path: example.path,
        };
      }),
    );
}
