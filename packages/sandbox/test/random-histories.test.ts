import { afterAll, beforeAll, describe, expect, test } from "vitest";
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

let first: InProcessSandbox;
let second: InProcessSandbox;
let inPieces: InProcessSandbox;
beforeAll(async () => {
  first = await openInProcess(true);
  second = await openInProcess(false);
  inPieces = await openInProcess(false);
});
afterAll(() => Promise.all([first, second, inPieces].map((sandbox) => sandbox?.close())));

/**
 * Plays one history on three sandboxes: the first is looked at after every step, the second takes the same
 * steps unobserved, and on the third the clock is advanced in many pieces.
 */
async function playHistory(seed: number): Promise<void> {
  const steps: Step[] = [
    ...randomSteps(createRandom(seed), length),
    { do: "advance", ms: 4 * 86_400_000, pieces: [0.1, 0.35, 0.5, 0.9] },
  ];
  const games = [first, second, inPieces].map(beginPlay) as [Play, Play, Play];
  for (const { sandbox } of games) await sandbox.reset();
  const handEnded = new Set<string>();
  let before = await observe(first);
  for (const [index, step] of steps.entries()) {
    try {
      for (const game of games) await play(game, step, game.sandbox === inPieces);
      const after = await observe(first);
      checkInvariants(before, after, games[0]);
      before = after;
    } catch (error) {
      throw new Error(`History ${seed}, step ${index}, ${JSON.stringify(step)}: ${error}`, {
        cause: error,
      });
    }
    for (const { step: taken, told } of games[0].latest)
      if (taken.do === "end" && told?.status === 200)
        handEnded.add(JSON.parse(told.text).messageId);
  }
  checkEndings(before, handEnded);
  expect(games[1].told, `History ${seed}, played again`).toEqual(games[0].told);
  expect(await everything(second), `History ${seed}, played again`).toEqual(
    await everything(first),
  );
  expect(games[2].told.map(withoutRequestId), `History ${seed}, in pieces`).toEqual(
    games[0].told.map(withoutRequestId),
  );
  expect(await everything(inPieces), `History ${seed}, in pieces`).toEqual(await everything(first));
  expect(inPieces.events, `History ${seed}, in pieces`).toEqual(first.events);
}

/** Pieces of an advance are calls of their own, and so are counted in the ids of requests. */
function withoutRequestId(told: Play["told"][number]) {
  return told && { ...told, text: told.text.replace(/"requestId":"\w+"/, "") };
}

/** What the control API lists at the end, as it is written. */
async function everything(sandbox: InProcessSandbox): Promise<unknown[]> {
  const lists = ["messages", "batches", "ledger", "headers", "templates"].flatMap((list) =>
    ["shop", "other"].map((account) => `/accounts/${account}/${list}`),
  );
  const answers = [];
  for (const path of [...lists, "/accounts", "/settings", "/clock"])
    answers.push(await sandbox.call("GET", `/_sandbox${path}`));
  return answers;
}

describe("whatever happens, in whatever order, the sandbox keeps what it promises", () => {
  const ranges = Array.from({ length: histories / perTest }, (_, index) => index * perTest + 1);
  test.each(ranges)("in histories %i and on", { timeout: 300_000 }, async (from) => {
    for (let seed = from; seed < from + perTest; seed++) await playHistory(seed);
  });
});
