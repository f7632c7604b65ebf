import { javascript } from "./javascript-literal.ts";
import { literal } from "./literal.ts";
import { keyVariable, type SampleRequest } from "./request.ts";

/** A module for Node 18 or later, with the fetch that it brings. */
export function nodeSample({ method, url, keyHeader, body }: SampleRequest): string {
  const headers = [
    `    "${keyHeader}": process.env.${keyVariable},`,
    ...(body ? [`    "content-type": ${JSON.stringify(body.mediaType)},`] : []),
  ];
  const payload = body && `  body: JSON.stringify(${literal(body.value, javascript, 1)}),`;
  return `// Save as sms.mjs and run: node sms.mjs
const response = await fetch(${JSON.stringify(url)}, {
  method: "${method}",
  headers: {
${headers.join("\n")}
  },
${payload ? `${payload}\n` : ""}  redirect: "error", // Never take the key to another address.
  signal: AbortSignal.timeout(30_000),
});
const answer = await response.json();

if (response.ok) {
  console.log(JSON.stringify(answer, null, 2));
} else {
  // Decide on error.code; the message is for people.
  console.error(\`\${answer.error.code}: \${answer.error.message}\`);
  process.exitCode = 1;
}
`;
}
