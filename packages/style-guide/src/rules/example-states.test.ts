import { expect, test } from "vitest";
import lintYaml from "../lint-yaml.ts";
import exampleStates from "./example-states.ts";

test("accepts examples whose states are declared", async () => {
  expect(
    await lintYaml(
      exampleStates,
      `
      x-gcm-states: { ready: All is well., broken: Nothing works. }
      paths:
        /pings:
          get:
            responses:
              "200": { content: { application/json: { examples: { one: { x-gcm-state: ready } } } } }
              "400": { content: { application/json: { examples: { bad: { x-gcm-when: { query: { a: b } } } } } } }
              "500": { content: { application/json: { examples: { down: { x-gcm-state: broken } } } } }
      `,
    ),
  ).toEqual([]);
});

test("reports an unknown state, an unused one, one without a description, and examples without a state", async () => {
  expect(
    await lintYaml(
      exampleStates,
      `
      x-gcm-states: { ready: "", idle: Nobody calls. }
      paths:
        /pings:
          get:
            responses:
              "200": { content: { application/json: { examples: { one: { x-gcm-state: ready }, two: { x-gcm-state: raedy }, three: {} } } } }
              "500": { content: { application/json: { examples: { down: {} } } } }
      `,
    ),
  ).toMatchInlineSnapshot(`
    [
      "x-gcm-states > ready: The state ready has no description. Say what holds in it.",
      "x-gcm-states > idle: No example needs the state idle. Remove it.",
      "paths > /pings > get > responses > 200 > content > application/json > examples > two > x-gcm-state: The state raedy is not declared. Describe it in x-gcm-states of the root, or use one of those.",
      "paths > /pings > get > responses > 200 > content > application/json > examples > three: The example three of the 200 response of GET /pings has no state. Say in x-gcm-state from where it replays.",
      "paths > /pings > get > responses > 500 > content > application/json > examples > down: The example down of the 500 response has no state. Say in x-gcm-state or x-gcm-when what provokes it.",
    ]
  `);
});

test("reports a default state that is not declared", async () => {
  expect(
    await lintYaml(
      exampleStates,
      `
      x-gcm-default-state: raedy
      x-gcm-states: { ready: All is well. }
      paths:
        /pings:
          get:
            responses:
              "200": { content: { application/json: { examples: { one: { x-gcm-state: ready } } } } }
      `,
    ),
  ).toEqual([
    "x-gcm-default-state: The default state raedy is not declared. Use one of x-gcm-states.",
  ]);
});
