/** Something in a configuration that cannot stay as it is. */
export interface RulesProblem {
  /** Where in the configuration, as `[0].variables.numeric.maxLength`; empty for all of it. */
  path: string;
  /** What to do about it. */
  message: string;
}

/** Says what is wrong with a value. The path is where the value stands. */
export type Check = (value: unknown, path: string) => RulesProblem[];

/** An object with these fields and no other. A name that ends in `?` is of one that may be left out. */
export function fields(checks: Record<string, Check>): Check {
  const known = Object.keys(checks).map(fieldName);
  return (value, path) => {
    if (!isObject(value)) return [{ path, message: `Give an object with ${known.join(", ")}.` }];
    const unknown = Object.keys(value).filter((name) => !known.includes(name));
    return [
      ...unknown.map((name) => ({
        path: join(path, name),
        message: `Take it out: there is only ${known.join(", ")}.`,
      })),
      ...Object.entries(checks).flatMap(([key, check]) => {
        const name = fieldName(key);
        if (Object.hasOwn(value, name)) return check(value[name], join(path, name));
        return key.endsWith("?")
          ? []
          : [{ path: join(path, name), message: "Add it: it is missing." }];
      }),
    ];
  };
}

export function oneOf(values: readonly string[]): Check {
  return unless(
    (value) => typeof value === "string" && values.includes(value),
    `Give one of ${values.map((each) => `"${each}"`).join(", ")}.`,
  );
}

/** A check that asks the same of every value: what is not as wanted gets the message. */
export function unless(isRight: (value: unknown) => boolean, message: string): Check {
  return (value, path) => (isRight(value) ? [] : [{ path, message }]);
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

export function join(path: string, name: string): string {
  return path === "" ? name : `${path}.${name}`;
}

function fieldName(key: string): string {
  return key.replace("?", "");
}
