/** What a file for a build machine, or for Compose, has a shell do. */
export interface StepPlan {
  /** Run one after another, each as on a machine of its own: what one leaves running is ended before the next. */
  jobs: Job[];
  /** Run beside them, and ready once their check succeeds. */
  services: Service[];
  /** The names under which Compose lets services reach each other. */
  hosts: string[];
  /** Variables that the file sets for all; those it takes from secrets are the environment's. */
  variables: Record<string, string>;
  problems: string[];
}

export interface Job {
  /** Run one after another, each in a shell of its own. */
  scripts: string[];
  /** Those that only it has. */
  variables: Record<string, string>;
}

export interface Service {
  name: string;
  command: string;
  check: string;
  variables: Record<string, string>;
}

export function emptyPlan(): StepPlan {
  return { jobs: [], services: [], hosts: [], variables: {}, problems: [] };
}

export type Fields = Record<string, unknown>;

/** The fields of a value, none if it is no object. */
export function fieldsOf(value: unknown): Fields {
  return value !== null && typeof value === "object" && !Array.isArray(value)
    ? (value as Fields)
    : {};
}

export function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Variables with a value of their own, which no expression of the build machine has to fill in. */
export function plainVariables(value: unknown): Record<string, string> {
  const entries = Array.isArray(value)
    ? value.map((each) => String(each).split(/=(.*)/s, 2))
    : Object.entries(fieldsOf(value));
  const plain = entries.flatMap(([name, text]) =>
    name && text !== undefined && text !== null && !/\$\{?/.test(String(text))
      ? [[name, String(text)]]
      : [],
  );
  return Object.fromEntries(plain);
}
