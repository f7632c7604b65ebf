import { literal } from "./literal.ts";
import { python } from "./python-literal.ts";
import { keyVariable } from "./request.ts";
import { type SdkCall, snakeCase } from "./sdk-call.ts";

/** A script that makes the call with `getclickmedia`. */
export function pythonSdkSample({ method, ids, fields, prints }: SdkCall): string {
  const named = Object.entries(fields ?? {}).map(
    ([name, value]) => `    ${snakeCase(name)}=${literal(value, python, 1)},\n`,
  );
  const values = [
    ids.map((id) => literal(id, python)).join(", "),
    ...(fields ? [`\n${named.join("")}`] : []),
  ].join("");
  return `# Save as sms.py and run: python3 sms.py
from getclickmedia import SmsClient

client = SmsClient()  # with the key in ${keyVariable}

answer = client.${snakeCase(method)}(${values})
print(answer.${snakeCase(prints ?? "raw")})
`;
}
