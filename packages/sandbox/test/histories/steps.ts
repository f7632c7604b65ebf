import type { Random } from "@getclickmedia/sms-random";
import { magicRecipients } from "../../src/magic-recipients.ts";
import { accountIds, templates } from "./in-process-sandbox.ts";

/** What may happen to a sandbox. Messages and batches are named by how many come before them. */
export type Step =
  | { do: "send"; as: string; template: number; to: string; text: number; after?: number }
  | { do: "bulk"; as: string; template: number; to: string[]; text: number; after?: number }
  | { do: "cancel"; as: string; batch: number }
  | { do: "read"; as: string; message: number; batch: number }
  | { do: "end"; as: string; message: number; status: string }
  | { do: "advance"; ms: number; pieces: number[] }
  /** To the start of a batch, or a little before or after it. */
  | { do: "meet"; as: string; batch: number; ms: number; pieces: number[] }
  | { do: "grant"; as: string; amount: number }
  | { do: "change"; as: string; change: object }
  | { do: "header"; as: string; approved: boolean | undefined }
  | { do: "template"; as: string; template: number; text: string; approved: boolean }
  | { do: "settings"; change: object }
  | { do: "newKey"; as: string }
  | { do: "revokeKey"; as: string }
  | { do: "fault"; effect: object; operationId?: string; times: number }
  | { do: "mend" }
  /** Calls that are under way together. */
  | { do: "together"; steps: Step[] };

const second = 1_000;
const waits = [1, 500, second, 2 * second, 60 * second, 3_600 * second, 86_400 * second];
const delays = [0, 1, second, 90 * second];
const magicNumbers = magicRecipients.map(({ to }) => to);
const errors = ["GATEWAY_ERROR", "RATE_LIMIT_EXCEEDED", "ROUTE_FORBIDDEN"];
const days = ["2026-06-22", "2026-06-23", "2026-06-24", "2026-06-25", "2027-12-31"];

export function randomSteps(random: Random, count: number): Step[] {
  return Array.from({ length: count }, () => randomStep(random));
}

function randomStep(random: Random): Step {
  const draw = random.next();
  if (draw < 0.5) return traffic(random);
  if (draw < 0.75) return time(random);
  if (draw < 0.87) {
    const steps = Array.from({ length: 2 + random.below(4) }, () =>
      random.chance(0.8) ? traffic(random) : time(random),
    );
    return { do: "together", steps };
  }
  return change(random);
}

function traffic(random: Random): Step {
  const as = accountOf(random);
  const draw = random.next();
  const what = { as, template: random.below(templates.length), text: random.below(4) };
  const after = random.chance(0.5) ? { after: random.pick(waits) } : {};
  if (draw < 0.35) return { do: "send", ...what, to: recipientOf(random), ...after };
  if (draw < 0.6) return { do: "bulk", ...what, to: recipientsOf(random), ...after };
  if (draw < 0.78) return { do: "cancel", as, batch: random.below(10) };
  if (draw < 0.9) return { do: "read", as, message: random.below(50), batch: random.below(10) };
  const status = random.pick(["delivered", "failed", "rejected"]);
  return { do: "end", as, message: random.below(50), status };
}

function time(random: Random): Step {
  const pieces = Array.from({ length: 1 + random.below(4) }, () => random.next());
  if (random.chance(0.4)) {
    const ms = random.pick([-1, 0, 1, second, 2 * second]);
    return { do: "meet", as: accountOf(random), batch: random.below(10), ms, pieces };
  }
  return { do: "advance", ms: random.pick([0, ...waits]), pieces };
}

function change(random: Random): Step {
  const as = accountOf(random);
  switch (random.below(10)) {
    case 0:
      return { do: "grant", as, amount: random.below(60) - 20 };
    case 1:
      return { do: "change", as, change: { expiresAt: random.pick(days) } };
    case 2:
      return { do: "change", as, change: random.pick(accountChanges) };
    case 3:
      return { do: "header", as, approved: random.pick([true, true, true, false, undefined]) };
    case 4: {
      const template = random.below(templates.length);
      const text = random.pick([templates[template]?.text ?? "", "Something else {#var#}"]);
      return { do: "template", as, template, text, approved: random.chance(0.8) };
    }
    case 5:
      return { do: "settings", change: settingsChange(random) };
    case 6:
      return { do: random.chance(0.7) ? "newKey" : "revokeKey", as };
    case 7:
      return { do: "mend" };
    default:
      return {
        do: "fault",
        effect: random.pick([
          { error: random.pick(errors) },
          { reset: "before" },
          { reset: "after" },
          { redirect: "https" },
        ]),
        ...(random.chance(0.7)
          ? { operationId: random.pick(["send", "sendBulk", "cancelScheduled"]) }
          : {}),
        times: 1 + random.below(2),
      };
  }
}

const accountChanges = [
  { plan: "Starter" },
  { plan: "Enterprise" },
  { routes: ["transactional"] },
  { routes: ["transactional", "promotional"] },
  { requestsPerSecond: 3 },
  { requestsPerSecond: 1_000_000 },
  { requestsPerSecond: 1_000_000 },
];

function settingsChange(random: Random): object {
  const [queueMs, carrierMs] = [random.pick(delays), random.pick(delays)];
  return random.pick([
    { delays: { queueMs, carrierMs } },
    { promotionalHours: { from: "10:00", to: "21:00" } },
    { promotionalHours: { from: "12:00", to: "13:00" } },
    { promotionalHours: null },
    { matching: random.pick(["strict", "lenient", null]) },
  ]);
}

/** Most of what happens happens to the first account, so that much comes together there. */
function accountOf(random: Random): string {
  return random.chance(0.85) ? accountIds[0] : accountIds[1];
}

function recipientOf(random: Random): string {
  return random.chance(0.3)
    ? random.pick(magicNumbers)
    : String(919_000_000_000 + random.below(1_000_000));
}

/** Those that refuse the whole call are left out mostly, as nothing comes of it. */
const harmless = magicRecipients.filter(({ error }) => !error).map(({ to }) => to);

function recipientsOf(random: Random): string[] {
  const count = random.chance(0.005) ? 101 + random.below(10) : 1 + random.below(4);
  const magic = random.chance(0.05) ? magicNumbers : harmless;
  return Array.from({ length: count }, (_, index) =>
    random.chance(0.3) ? random.pick(magic) : String(919_000_000_000 + index),
  );
}
