import { afterAll, beforeAll, expect, test } from "vitest";
import { type InProcessSandbox, openInProcess } from "./histories/in-process-sandbox.ts";
import { checkEndings, checkInvariants } from "./histories/invariants.ts";
import { observe } from "./histories/observe.ts";
import { beginPlay, type Play, play } from "./histories/play.ts";
import { randomSteps, type Step } from "./histories/steps.ts";
import { createRandom } from "./random.ts";

/** How many histories, of how many steps. */
const histories = 3_000;
const length = 30;
const perTest = 500;

const days = 86_400_000;

let observed: InProcessSandbox;
let again: InProcessSandbox;
beforeAll(async () => {
  observed = await openInProcess(true);
  again = await openInProcess(false);
});
afterAll(() => Promise.all([observed, again].map((sandbox) => sandbox?.close())));

/**
 * Plays one history on two sandboxes. The first is looked at after every step. The second takes the same
 * steps unobserved; every other time its clock is advanced in many pieces instead of at once.
 */
async function playHistory(seed: number): Promise<Play["latest"]> {
  const steps: Step[] = [
    ...randomSteps(createRandom(seed), length),
    { do: "advance", ms: 4 * days, pieces: [0.1, 0.35, 0.5, 0.9] },
  ];
  const inPieces = seed % 2 === 0;
  const [first, second] = [beginPlay(observed), beginPlay(again)];
  for (const { sandbox } of [first, second]) await sandbox.reset();
  const taken: Play["latest"] = [];
  let before = await observe(observed);
  for (const [index, step] of steps.entries()) {
    try {
      await play(first, step, false);
      await play(second, step, inPieces);
      const after = await observe(observed);
      checkInvariants(before, after, first);
      before = after;
    } catch (error) {
      const where = `History ${seed}, step ${index}, ${JSON.stringify(step)}`;
      throw new Error(`${where}: ${error}`, { cause: error });
    }
    taken.push(...first.latest);
  }
  checkEndings(before, endedByHand(taken));
  const title = `History ${seed}, ${inPieces ? "in pieces" : "once more"}`;
  const comparable = inPieces ? withoutRequestId : (told: Told) => told;
  expect(second.told.map(comparable), title).toEqual(first.told.map(comparable));
  expect(await everything(again), title).toEqual(await everything(observed));
  expect(again.events, title).toEqual(observed.events);
  return taken;
}

type Told = Play["told"][number];

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
  const lists = ["messages", "batches", "ledger", "headers", "templates"].flatMap((list) =>
    ["shop", "other"].map((account) => `/accounts/${account}/${list}`),
  );
  const answers: Told[] = [];
  for (const path of [...lists, "/accounts", "/settings", "/clock"])
    answers.push(await sandbox.call("GET", `/_sandbox${path}`));
  return answers;
}

/** What must have come about often, or the histories would prove nothing. */
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
  "grant 400",
];

test.each(Array.from({ length: histories / perTest }, (_, index) => index * perTest + 1))(
  "whatever happens, the sandbox keeps what it promises: histories %i and on",
  {
    timeout: 300_000,
  },
  async (from) => {
    const counts = new Map<string, number>();
    for (let seed = from; seed < from + perTest; seed++) {
      for (const { step, told } of await playHistory(seed)) {
        const outcome = `${step.do} ${told?.status ?? "cut"}`;
        counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
      }
    }
    for (const outcome of common) expect(counts.get(outcome), outcome).toBeGreaterThan(5);
  },
);
