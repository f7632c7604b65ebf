import {
  accountIds,
  type InProcessSandbox,
  keyOf,
  type Told,
  templates,
} from "./in-process-sandbox.ts";
import type { Step } from "./steps.ts";

/** One history on one sandbox: what was called, and what the answers have told. */
export interface Play {
  sandbox: InProcessSandbox;
  /** Every answer, in the order of the calls. */
  told: Told[];
  /** By account: the ids of messages and batches that its answers have named. */
  messages: Map<string, string[]>;
  batches: Map<string, { batchId: string; startsAt: number }[]>;
  /** What the calls of this step were answered. */
  latest: { step: Step; told: Told }[];
}

export function beginPlay(sandbox: InProcessSandbox): Play {
  const each = <Value>(value: () => Value) =>
    new Map(accountIds.map((id) => [id as string, value()]));
  return {
    sandbox,
    told: [],
    messages: each((): string[] => []),
    batches: each((): { batchId: string; startsAt: number }[] => []),
    latest: [],
  };
}

/**
 * Takes one step.
 * @param inPieces whether the clock is advanced in pieces instead of at once, where nothing comes between.
 */
export async function play(game: Play, step: Step, inPieces: boolean): Promise<void> {
  game.latest = [];
  // Each takes its turn in the order of the list, however the answers come.
  const steps = step.do === "together" ? step.steps : [step];
  const isAlone = steps.length === 1;
  const answers = await Promise.all(steps.map((each) => take(game, each, inPieces && isAlone)));
  for (const [index, told] of answers.entries()) {
    const taken = steps[index];
    if (!taken) continue;
    game.latest.push({ step: taken, told });
    game.told.push(told);
    remember(game, taken, told);
  }
}

/** Makes the call of a step. */
async function take(game: Play, step: Step, inPieces: boolean): Promise<Told> {
  const { sandbox } = game;
  const steer = (method: string, path: string, body?: unknown) =>
    sandbox.call(method, `/_sandbox${path}`, body);
  const ask = (as: string, method: string, path: string, body?: unknown) =>
    sandbox.call(method, `/v1${path}`, body, keyOf(as));
  const batch = (as: string, index: number) => {
    const known = game.batches.get(as) ?? [];
    return known[index % Math.max(1, known.length)];
  };
  const batchId = (as: string, index: number) => batch(as, index)?.batchId ?? "gcm_batch_0";
  const messageId = (as: string, index: number) => {
    const known = game.messages.get(as) ?? [];
    return known[index % Math.max(1, known.length)] ?? "gcm_msg_0";
  };
  switch (step.do) {
    case "send":
      return ask(step.as, "POST", "/sms/send", { ...textOf(game, step), to: step.to });
    case "bulk":
      return ask(step.as, "POST", "/sms/bulk", { ...textOf(game, step), recipients: step.to });
    case "cancel":
      return ask(step.as, "DELETE", `/sms/schedule/${batchId(step.as, step.batch)}`);
    case "read":
      return step.message % 2 === 0
        ? ask(step.as, "GET", `/sms/status/${messageId(step.as, step.message)}`)
        : ask(step.as, "GET", `/sms/batch/${batchId(step.as, step.batch)}`);
    case "end": {
      const { as, status, message } = step;
      const messages = `/accounts/${as}/messages`;
      let id = messageId(as, message);
      if (message % 2 === 0) {
        const listed = await steer("GET", `${messages}?limit=5&batchId=${batchId(as, message)}`);
        id = JSON.parse(listed?.text ?? "").messages.at(-1)?.messageId ?? id;
      }
      return steer("POST", `${messages}/${id}/ending`, { status });
    }
    case "advance":
      return advance(sandbox, step.ms, inPieces ? step.pieces : []);
    case "meet": {
      const ms = (batch(step.as, step.batch)?.startsAt ?? 0) + step.ms - sandbox.core.clock.now();
      return advance(sandbox, Math.max(0, ms), inPieces ? step.pieces : []);
    }
    case "grant":
      return steer("POST", `/accounts/${step.as}/credits`, { amount: step.amount });
    case "change":
      return steer("PATCH", `/accounts/${step.as}`, step.change);
    case "header":
      return step.approved === undefined
        ? steer("DELETE", `/accounts/${step.as}/headers/GCMDIA`)
        : steer("PUT", `/accounts/${step.as}/headers/GCMDIA`, { approved: step.approved });
    case "template": {
      const { templateId, senderId, type } = templates[step.template] ?? {};
      const body = { senderId, type, text: step.text, approved: step.approved };
      return steer("PUT", `/accounts/${step.as}/templates/${templateId}`, body);
    }
    case "settings":
      return steer("PATCH", "/settings", step.change);
    case "newKey":
      return withoutSecret(await steer("POST", `/accounts/${step.as}/keys`, { name: "New" }));
    case "revokeKey": {
      const keys = await steer("GET", `/accounts/${step.as}/keys`);
      const [newest] = JSON.parse(keys?.text ?? "").keys;
      // The last one stays, or nothing could be called any more.
      if (newest.name !== "New") return undefined;
      return steer("DELETE", `/accounts/${step.as}/keys/${newest.keyId}`);
    }
    case "fault": {
      const { effect, operationId, times } = step;
      return steer("POST", "/faults", { effect, times, ...(operationId && { operationId }) });
    }
    case "mend":
      return steer("DELETE", "/faults");
    case "together":
      throw new Error("Steps that are together are not together with others.");
  }
}

/** @param pieces shares of the time, one after the other; without any it passes at once. */
async function advance(sandbox: InProcessSandbox, ms: number, pieces: number[]): Promise<Told> {
  const to = sandbox.core.clock.now() + ms;
  const stops = [...pieces.map((share) => to - Math.floor(ms * share)), to].sort((a, b) => a - b);
  let told: Told;
  for (const stop of stops)
    told = await sandbox.call("POST", "/_sandbox/clock/advance", {
      to: new Date(Math.max(stop, sandbox.core.clock.now())).toISOString(),
    });
  return told;
}

const values = ["482910", "7", "a much longer value of 29 ch.", ""];

function textOf({ sandbox }: Play, step: { template: number; text: number; after?: number }) {
  const { templateId, senderId, type, text } = templates[step.template] ?? { text: "" };
  const message = text.replaceAll("{#var#}", values[step.text] ?? "");
  const scheduleAt =
    step.after === undefined
      ? {}
      : { scheduleAt: new Date(sandbox.core.clock.now() + step.after).toISOString() };
  return { message, senderId, templateId, type, ...scheduleAt };
}

function remember(game: Play, step: Step, told: Told): void {
  if (told?.status !== 200) return;
  if (step.do === "send") game.messages.get(step.as)?.push(JSON.parse(told.text).messageId);
  if (step.do !== "bulk") return;
  const { batchId, scheduledAt } = JSON.parse(told.text);
  const startsAt = scheduledAt === null ? 0 : Date.parse(scheduledAt);
  game.batches.get(step.as)?.push({ batchId, startsAt });
}

/** The answer without what is made at random. */
function withoutSecret(told: Told): Told {
  if (!told) return told;
  const { key: _, ending: __, ...shown } = JSON.parse(told.text);
  return { ...told, text: JSON.stringify(shown) };
}
