import { conformance } from "./index.ts";

/** Node, Bun and Deno: prints one line of JSON for each check. */
async function main(surroundings: string): Promise<void> {
  for await (const outcome of conformance(JSON.parse(surroundings)))
    console.log(JSON.stringify(outcome));
}

void main(process.argv[2] ?? "");
