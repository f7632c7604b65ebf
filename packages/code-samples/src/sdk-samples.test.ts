import { expect, test } from "vitest";
import { nodeSdkSample } from "./node-sdk.ts";
import { phpSdkSample } from "./php-sdk.ts";
import { pythonSdkSample } from "./python-sdk.ts";
import type { SdkCall } from "./sdk-call.ts";

const withFields: SdkCall = {
  method: "orderThings",
  ids: [],
  fields: { thingIds: ["a", "b"], text: 'it\'s "new" — $x', kind: "very-big", now: true },
  enums: { kind: "ThingKind" },
  prints: "allThere",
};
const withId: SdkCall = { method: "getThing", ids: ["thing_1"], enums: {} };

test("Node.js", () => {
  expect(nodeSdkSample(withFields)).toMatchInlineSnapshot(`
    "// Save as sms.mjs and run: node sms.mjs
    import { SmsClient } from "@getclickmedia/sms-sdk";

    const client = new SmsClient(); // with the key in GCM_API_KEY

    const answer = await client.orderThings({
      thingIds: ["a", "b"],
      text: "it's \\"new\\" — $x",
      kind: "very-big",
      now: true,
    });
    console.log(answer.allThere);
    "
  `);
  expect(nodeSdkSample(withId)).toContain(
    'await client.getThing("thing_1");\nconsole.log(answer);',
  );
});

test("Python", () => {
  expect(pythonSdkSample(withFields)).toMatchInlineSnapshot(`
    "# Save as sms.py and run: python3 sms.py
    from getclickmedia import SmsClient

    client = SmsClient()  # with the key in GCM_API_KEY

    answer = client.order_things(
        thing_ids=["a", "b"],
        text="it's \\"new\\" — $x",
        kind="very-big",
        now=True,
    )
    print(answer.all_there)
    "
  `);
  expect(pythonSdkSample(withId)).toContain('client.get_thing("thing_1")\nprint(answer.raw)');
});

test("PHP", () => {
  expect(phpSdkSample(withFields)).toMatchInlineSnapshot(`
    "<?php
    // Save as sms.php and run: php sms.php
    require 'vendor/autoload.php';

    use GetClickMedia\\Sms\\Enum\\ThingKind;
    use GetClickMedia\\Sms\\SmsClient;

    $client = new SmsClient(); // with the key in GCM_API_KEY

    $answer = $client->orderThings(
        thingIds: ['a', 'b'],
        text: 'it\\'s "new" — $x',
        kind: ThingKind::VeryBig,
        now: true,
    );
    print_r($answer->allThere);
    "
  `);
  expect(phpSdkSample(withId)).toContain("$client->getThing('thing_1');\nprint_r($answer->raw);");
});

test("PHP imports only the enumerations that it uses", () => {
  expect(phpSdkSample({ ...withId, enums: { kind: "ThingKind" } })).not.toContain("ThingKind");
});
