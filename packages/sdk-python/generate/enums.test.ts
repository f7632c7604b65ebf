import { expect, test } from "vitest";
import { enumTypes } from "./enums.ts";
import { Prose } from "./prose.ts";

test("an enumeration that may grow is a text too, and one of requests is not", () => {
  const prose = new Prose({ operations: [], objects: [] });
  const values = [{ value: "one", description: "The first." }];
  const text = enumTypes(
    [
      { name: "Open", description: "It grows.", open: true, values },
      { name: "Closed", description: "It does not.", open: false, values },
    ],
    prose,
  );
  expect(text).toContain(
    'Open: TypeAlias = Literal["one"] | str\n"""It grows.\n\n- `one`: The first.\n"""',
  );
  expect(text).toContain('Closed: TypeAlias = Literal["one"]\n');
});
