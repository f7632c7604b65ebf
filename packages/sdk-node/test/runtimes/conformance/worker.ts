import { conformance } from "./index.ts";

/** Workers: answers one line of JSON for each check. */
export default {
  async fetch(_request: Request, environment: { SURROUNDINGS: string }): Promise<Response> {
    const lines: string[] = [];
    for await (const outcome of conformance(JSON.parse(environment.SURROUNDINGS)))
      lines.push(`${JSON.stringify(outcome)}\n`);
    return new Response(lines.join(""));
  },
};
