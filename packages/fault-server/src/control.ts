import { type Answer, json } from "./answer.ts";
import { faults } from "./faults/index.ts";
import { OrderError } from "./order-error.ts";
import { randomRun } from "./random-run.ts";
import { apiPath } from "./run-url.ts";
import { type Runs, reportOf } from "./runs.ts";

/** Answers the paths beside the API, by which another process or another language asks what arrived. */
export type Control = (method: string, target: string) => Promise<Answer>;

const help = `There is /run/<id>/<fault>,<fault>${apiPath}/... and under /_control GET runs, GET runs/<id>, DELETE runs/<id>, POST runs/<id>/<fault>,<fault>, GET random/<seed>, GET faults.`;

/** @param ownPort opens a port for one run alone, and resolves with the base URL there. */
export function createControl(
  runs: Runs,
  ownPort: (runId: string, faults: string[]) => Promise<string>,
): Control {
  async function answer(method: string, [what, subject, order]: string[]): Promise<Answer> {
    switch ([method, what, subject && "<id>", order && "<faults>"].filter(Boolean).join(" ")) {
      case "GET runs":
        return json(200, { runs: runs.list() });
      case "GET runs <id>": {
        const run = runs.find(`${subject}`);
        return run ? json(200, reportOf(run)) : problem(404, `Nothing came for a run ${subject}.`);
      }
      case "DELETE runs <id>":
        runs.forget(`${subject}`);
        return { status: 204, headers: {}, body: "" };
      case "POST runs <id> <faults>":
        return json(201, { baseUrl: await ownPort(`${subject}`, `${order}`.split(",")) });
      case "GET random <id>":
        return json(200, randomRun(`${subject}`));
      case "GET faults":
        return json(200, descriptions());
      default:
        return problem(404, help);
    }
  }

  return async (method, target) => {
    const [path = ""] = target.split("?", 1);
    const [, place, ...parts] = path.split("/");
    if (place !== "_control") return problem(404, help);
    try {
      return await answer(method, parts.map(decodeURIComponent));
    } catch (error) {
      if (error instanceof OrderError || error instanceof URIError)
        return problem(400, error.message);
      throw error;
    }
  };
}

/** A mistake in how the server is used, in the form in which a client shows it. */
export function problem(status: number, message: string): Answer {
  return json(status, { error: { message: `Fault server: ${message}` } });
}

function descriptions(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(faults).map(([name, { description }]) => [name, description]),
  );
}
