import { expect, test } from "vitest";
import { readBundle } from "../../bundle.ts";
import { withListedValues } from "./open-enums.ts";

const bundle = await readBundle();

test("an open enum shows its known values with their descriptions", () => {
  const { Plan } = withListedValues(bundle).components.schemas;
  const known = bundle.components.schemas.Plan?.["x-extensible-enum"] ?? {};
  expect(Plan).toMatchObject({
    enum: Object.keys(known),
    "x-enumDescriptions": Object.fromEntries(
      Object.entries(known).map(([value, { description }]) => [value, description]),
    ),
  });
});

test("no open enum is left in the form that Redoc does not show", () => {
  expect(JSON.stringify(bundle)).toContain('"x-extensible-enum"');
  expect(JSON.stringify(withListedValues(bundle))).not.toContain('"x-extensible-enum"');
});

test("a description of several paragraphs fits one cell", () => {
  const schemas = { S: { "x-extensible-enum": { A: { description: "One.\n\n*Two.*\n" } } } };
  const view = withListedValues({ ...bundle, components: { ...bundle.components, schemas } });
  expect(view.components.schemas.S).toMatchObject({ "x-enumDescriptions": { A: "One. *Two.*" } });
});
