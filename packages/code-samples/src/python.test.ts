import { expect, test } from "vitest";
import { pythonSample } from "./python.ts";

test("a call with a body", () => {
  const sample = pythonSample({
    method: "POST",
    url: "https://api.example.com/v1/things",
    keyHeader: "x-api-key",
    body: {
      mediaType: "application/json",
      value: { text: 'it\'s "new" — नया', list: ["a", "b"], now: true, later: null, count: 2 },
    },
  });
  expect(sample).toMatchInlineSnapshot(`
    "# Save as sms.py and run: python3 sms.py
    import json
    import os
    import sys
    from urllib.error import HTTPError
    from urllib.request import Request, urlopen

    body = {
        "text": "it's \\"new\\" — नया",
        "list": ["a", "b"],
        "now": True,
        "later": None,
        "count": 2,
    }
    request = Request(
        "https://api.example.com/v1/things",
        method="POST",
        headers={
            "x-api-key": os.environ["GCM_API_KEY"],
            "content-type": "application/json",
        },
        data=json.dumps(body, ensure_ascii=False).encode(),
    )

    try:
        with urlopen(request, timeout=30) as response:
            answer = json.load(response)
    except HTTPError as failure:
        error = json.load(failure)["error"]
        # Decide on the code; the message is for people.
        sys.exit(f"{error['code']}: {error['message']}")

    print(json.dumps(answer, indent=2, ensure_ascii=False))
    "
  `);
});

test("a call without a body sends no content type", () => {
  const url = "https://api.example.com/v1/things/1";
  const sample = pythonSample({ method: "DELETE", url, keyHeader: "x-api-key" });
  expect(sample).toMatchInlineSnapshot(`
    "# Save as sms.py and run: python3 sms.py
    import json
    import os
    import sys
    from urllib.error import HTTPError
    from urllib.request import Request, urlopen

    request = Request(
        "https://api.example.com/v1/things/1",
        method="DELETE",
        headers={
            "x-api-key": os.environ["GCM_API_KEY"],
        },
    )

    try:
        with urlopen(request, timeout=30) as response:
            answer = json.load(response)
    except HTTPError as failure:
        error = json.load(failure)["error"]
        # Decide on the code; the message is for people.
        sys.exit(f"{error['code']}: {error['message']}")

    print(json.dumps(answer, indent=2, ensure_ascii=False))
    "
  `);
});
