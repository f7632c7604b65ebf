import { javascript } from "./javascript-literal.ts";
import { literal } from "./literal.ts";
import { keyVariable } from "./request.ts";
import type { SdkCall } from "./sdk-call.ts";

/** A module that makes the call with `@getclickmedia/sms-sdk`. */
export function nodeSdkSample({ method, ids, fields, prints }: SdkCall): string {
  const values = [...ids, ...(fields ? [fields] : [])].map((each) => literal(each, javascript));
  return `// Save as sms.mjs and run: node sms.mjs
import { SmsClient } from "@getclickmedia/sms-sdk";

const client = new SmsClient(); // with the key in ${keyVariable}

const answer = await client.${method}(${values.join(", ")});
console.log(answer${prints ? `.${prints}` : ""});
`;
}
