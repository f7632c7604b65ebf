import { literal } from "./literal.ts";
import { python } from "./python-literal.ts";
import { keyVariable, type SampleRequest } from "./request.ts";

/** A script for Python 3.8 or later that needs nothing but its standard library. */
export function pythonSample({ method, url, keyHeader, body }: SampleRequest): string {
  const headers = [
    `        "${keyHeader}": os.environ["${keyVariable}"],`,
    ...(body ? [`        "content-type": ${JSON.stringify(body.mediaType)},`] : []),
  ];
  const payload = body ? `body = ${literal(body.value, python)}\n` : "";
  const data = body ? "    data=json.dumps(body, ensure_ascii=False).encode(),\n" : "";
  return `# Save as sms.py and run: python3 sms.py
import json
import os
import sys
from urllib.error import HTTPError
from urllib.request import Request, urlopen

${payload}request = Request(
    ${JSON.stringify(url)},
    method="${method}",
    headers={
${headers.join("\n")}
    },
${data})

try:
    with urlopen(request, timeout=30) as response:
        answer = json.load(response)
except HTTPError as failure:
    error = json.load(failure)["error"]
    # Decide on the code; the message is for people.
    sys.exit(f"{error['code']}: {error['message']}")

print(json.dumps(answer, indent=2, ensure_ascii=False))
`;
}
