import {
  type ApiDocument,
  examplesOf,
  type LocatedOperation,
  operationsOf,
  type Schema,
} from "@getclickmedia/sms-document";
import {
  type Event,
  type Request,
  scriptEvent,
  stringVariable,
  type Variable,
} from "./collection.ts";

/**
 * The times of a request's body, by field. Those of the examples pass, and the API refuses a time that has: in a
 * request that is sent they are variables, which a script moves into the future.
 */
function timeFields({ requestBody }: LocatedOperation): string[] {
  const schemas = Object.values(requestBody?.content ?? {}).map(({ schema }) => schema);
  return schemas
    .flatMap(({ properties = {} }) => Object.entries(properties as Record<string, Schema>))
    .filter(([, { format }]) => format === "date-time")
    .map(([name]) => name);
}

/** A request with variables for its times, and the script that sets them; none where it has no time. */
export function withComingTimes(
  operation: LocatedOperation,
  request: Request,
): { request: Request; event: Event[] } {
  const { body } = request;
  const used = timeFields(operation).filter((name) => body?.raw.includes(`"${name}": "`));
  if (!body || used.length === 0) return { request, event: [] };
  const raw = used.reduce(
    (text, name) =>
      text.replace(new RegExp(`("${name}": )"[^"]*"`), (_, key) => `${key}"{{${name}}}"`),
    body.raw,
  );
  return {
    request: { ...request, body: { ...body, raw } },
    event: [scriptEvent("prerequest", used.map(moveIntoFuture).join("\n\n"))],
  };
}

/** The variables of the times, each with the document's first example. */
export function timeVariables(document: ApiDocument): Variable[] {
  const found = operationsOf(document).flatMap((operation) =>
    timeFields(operation).flatMap((name) =>
      examplesOf(operation.requestBody).flatMap(([, { value }]) => {
        const time = (value as Record<string, unknown>)[name];
        return time === undefined ? [] : [[name, String(time)] as const];
      }),
    ),
  );
  return [...new Map(found)].map(([name, time]) =>
    stringVariable(name, time, "Once it has passed, a request takes a day from now instead."),
  );
}

function moveIntoFuture(name: string): string {
  return `// A time that has passed is refused: a day from now takes its place, for this request alone.
if (!(Date.parse(pm.variables.get("${name}")) > Date.now())) {
  pm.variables.set("${name}", new Date(Date.now() + 86400000).toISOString());
}`;
}
