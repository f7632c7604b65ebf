import type { Json } from "./json.ts";
import { literal } from "./literal.ts";
import { php } from "./php-literal.ts";
import { keyVariable } from "./request.ts";
import { pascalCase, type SdkCall } from "./sdk-call.ts";

/** A script that makes the call with `getclickmedia/sms-php`. */
export function phpSdkSample({ method, ids, fields, enums, prints }: SdkCall): string {
  const written = (name: string, value: Json) =>
    enums[name] ? `${enums[name]}::${pascalCase(value)}` : literal(value, php, 1);
  const named = Object.entries(fields ?? {}).map(
    ([name, value]) => `    ${name}: ${written(name, value)},\n`,
  );
  const values = [
    ids.map((id) => literal(id, php)).join(", "),
    ...(fields ? [`\n${named.join("")}`] : []),
  ].join("");
  const used = Object.keys(fields ?? {}).flatMap((name) => enums[name] ?? []);
  const imports = [...used.map((name) => `Enum\\${name}`), "SmsClient"].map(
    (name) => `use GetClickMedia\\Sms\\${name};\n`,
  );
  return `<?php
// Save as sms.php and run: php sms.php
require 'vendor/autoload.php';

${imports.join("")}
$client = new SmsClient(); // with the key in ${keyVariable}

$answer = $client->${method}(${values});
print_r($answer->${prints ?? "raw"});
`;
}
