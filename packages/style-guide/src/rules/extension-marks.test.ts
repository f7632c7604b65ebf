import { expect, test } from "vitest";
import lintYaml from "../lint-yaml.ts";
import extensionMarks from "./extension-marks.ts";

test("accepts a mark with its reason, and leaves the values of examples alone", async () => {
  expect(
    await lintYaml(
      extensionMarks,
      `
      paths:
        /pings:
          x-gcm-origin: extension
          x-gcm-reason: The guide does not say.
          get:
            requestBody:
              content: { application/json: { examples: { one: { value: { x-gcm-origin: guide } } } } }
      `,
    ),
  ).toEqual([]);
});

test("reports a mark without its reason, a reason without its mark, a long reason and another value", async () => {
  expect(
    await lintYaml(
      extensionMarks,
      `
      paths:
        /pings:
          x-gcm-origin: extension
        /pongs:
          x-gcm-reason: The guide does not say.
        /pangs:
          x-gcm-origin: guide
          x-gcm-reason: |
            One line.
            Another.
      `,
    ),
  ).toMatchInlineSnapshot(`
    [
      "paths > /pings: x-gcm-origin comes without a reason of one line. Say in x-gcm-reason why the addition is needed.",
      "paths > /pongs > x-gcm-reason: x-gcm-reason stands without x-gcm-origin. Add \`x-gcm-origin: extension\`, or remove the reason.",
      "paths > /pangs: x-gcm-origin comes without a reason of one line. Say in x-gcm-reason why the addition is needed.",
      "paths > /pangs > x-gcm-origin: x-gcm-origin is "guide". Write \`extension\`, or remove it from what the guide states.",
    ]
  `);
});
