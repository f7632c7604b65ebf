import { createRandom } from "@getclickmedia/sms-random";
import { expect } from "vitest";
import { accountIds, type InProcessSandbox, openInProcess } from "./in-process-sandbox.ts";
import { checkEndings, checkInvariants } from "./invariants.ts";
import { observe } from "./observe.ts";
import { beginPlay, type Play, play } from "./play.ts";
import { randomSteps, type Step } from "./steps.ts";

const length = 30;
const days = 86_400_000;

/** Plays random histories on a pair of sandboxes, over and over. */
export interface Stage {
  /** Plays one history. @returns how often each kind of step had each outcome, as `send 200`. */
  playHistory(seed: number): Promise<Map<string, number>>;
  close(): Promise<void>;
}

/**
 * The first sandbox is looked at after every step; the second takes the same steps unobserved, and comes to
 * the same end.
 * @param inPieces whether the second one's clock is advanced in many pieces instead of at once.
 */
export async function openStage(inPieces: boolean): Promise<Stage> {
  const observed = await openInProcess(true);
  const again = await openInProcess(false);
  return {
    async playHistory(seed) {
      for (const sandbox of [observed, again]) await sandbox.reset();
      const [first, second] = [beginPlay(observed), beginPlay(again)];
      const taken: Play["latest"] = [];
      let before = await observe(observed);
      for (const [index, step] of stepsOf(seed).entries()) {
        try {
          await play(first, step, false);
          await play(second, step, inPieces);
          const after = await observe(observed, before, touchedBy(first.latest));
          checkInvariants(before, after, first);
          before = after;
        } catch (error) {
          const where = `History ${seed}, step ${index}, ${JSON.stringify(step)}`;
          throw new Error(`${where}: ${error}`, { cause: error });
        }
        taken.push(...first.latest);
      }
      checkEndings(before, endedByHand(taken));
      const comparable = inPieces ? withoutRequestId : (told: Told) => told;
      expectSame(second.told.map(comparable), first.told.map(comparable), seed);
      expectSame(await everything(again), await everything(observed), seed);
      expectSame(again.events, observed.events, seed);
      return outcomesOf(taken);
    },
    async close() {
      await observed.close();
      await again.close();
    },
  };
}

/** The accounts that calls were about. */
function touchedBy(latest: Play["latest"]): Set<string> {
  return new Set(latest.flatMap(({ step }) => ("as" in step ? step.as : [])));
}

/** Random steps, and then time enough for all that they have begun. */
function stepsOf(seed: number): Step[] {
  return [
    ...randomSteps(createRandom(seed), length),
    { do: "advance", ms: 4 * days, pieces: [0.1, 0.35, 0.5, 0.9] },
  ];
}

type Told = Play["told"][number];

/** The same, byte for byte. The difference is shown where there is one. */
function expectSame(one: unknown, other: unknown, seed: number): void {
  if (JSON.stringify(one) !== JSON.stringify(other))
    expect(one, `History ${seed}, played twice`).toEqual(other);
}

function endedByHand(taken: Play["latest"]): Set<string> {
  return new Set(
    taken.flatMap(({ step, told }) =>
      step.do === "end" && told?.status === 200 ? JSON.parse(told.text).messageId : [],
    ),
  );
}

/** The pieces of an advance are calls of their own, and so are counted in the ids of requests. */
function withoutRequestId(told: Told): Told {
  return told && { ...told, text: told.text.replace(/"requestId":"\w+"/, "") };
}

/** What the control API lists at the end, as it is written. */
async function everything(sandbox: InProcessSandbox): Promise<Told[]> {
  const lists = ["messages", "batches", "ledger"].flatMap((list) =>
    accountIds.map((account) => `/accounts/${account}/${list}`),
  );
  const answers: Told[] = [];
  for (const path of [...lists, "/accounts"])
    answers.push(await sandbox.call("GET", `/_sandbox${path}`));
  return answers;
}

function outcomesOf(taken: Play["latest"]): Map<string, number> {
  const outcomes = new Map<string, number>();
  for (const { step, told } of taken) {
    const outcome = `${step.do} ${told?.status ?? "cut"}`;
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  }
  return outcomes;
}

/** What comes about often, or histories would prove nothing. */
const common = [
  "send 200",
  "bulk 200",
  "cancel 200",
  "cancel 409",
  "end 200",
  "end 409",
  "send 402",
  "send 422",
  "send 429",
  "bulk cut",
];

/** Plays many histories, and makes sure that much has happened in them. */
export async function playHistories(stage: Stage, from: number, count: number): Promise<void> {
  const counts = new Map<string, number>();
  for (let seed = from; seed < from + count; seed++) {
    for (const [outcome, times] of await stage.playHistory(seed))
      counts.set(outcome, (counts.get(outcome) ?? 0) + times);
  }
  for (const outcome of common) expect(counts.get(outcome), outcome).toBeGreaterThan(5);
}
