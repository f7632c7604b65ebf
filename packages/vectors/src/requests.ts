import { type ApiDocument, apiKeyScheme, operationsOf } from "@getclickmedia/sms-document";
import { keyPrefixes, type OperationId } from "@getclickmedia/sms-types";
import {
  type Arguments,
  argumentExamples,
  firstArguments,
  operationOf,
} from "./operation-examples.ts";
import type { RequestVector } from "./vectors.ts";

const apiKey = `${keyPrefixes.gcm_test_.name}of0vectors0only`;

/** Every request example of the document, and calls whose text or id a client may spoil. */
export function requestVectors(document: ApiDocument): RequestVector[] {
  return [
    ...exampleVectors(document),
    ...textVectors(document),
    ...fieldVectors(document),
    ...idVectors(document),
  ];
}

function exampleVectors(document: ApiDocument): RequestVector[] {
  return operationsOf(document).flatMap((operation) => {
    const id = operation.operationId as OperationId;
    const examples = argumentExamples(operation);
    return examples.length === 0
      ? [vector(document, id, id, {})]
      : examples.map(([name, args]) => vector(document, `${id} ${name}`, id, args));
  });
}

/** Texts that arrive changed where they are escaped, trimmed or normalised by the way. */
const texts: Record<string, string> = {
  "an emoji beyond 16 bits": "Your order is on its way 🚚",
  "an emoji of several characters": "👩‍💻 👨‍👩‍👧‍👦 🇮🇳 👍🏽",
  "an em dash": "Sale — today",
  "curly quotation marks": "“Sale” and ‘sale’",
  "straight quotation marks": `She said "it's here"`,
  backslashes: "C:\\new\\table \\u0041",
  slashes: "https://example.com/a/b </script>",
  "the letters that HTML escapes": "<b>1 & 2 > 0</b> &amp;",
  "every control character": Array.from({ length: 32 }, (_, code) =>
    String.fromCharCode(code),
  ).join(""),
  "a delete character": "a\u007fb",
  "line and paragraph separators": "a\u2028b\u2029c",
  "line breaks of every system": "a\nb\r\nc\rd",
  "spaces at both ends": "  two, then a tab and a line break \t\n",
  "no-break and zero-width characters": "a\u00a0b\u200bc\ufeffd",
  Hindi: "आपका ऑर्डर कल पहुँचेगा।",
  Tamil: "உங்கள் ஆர்டர் நாளை வரும்",
  "Arabic from right to left": "مرحبا \u200fOTP 482910",
  "a composed letter": "caf\u00e9",
  "a letter with a combining accent": "cafe\u0301",
  "the signs of GSM-7's extension": "^{}\\[~]|€",
  "the sign of the rupee": "₹499 only",
  "what looks like a placeholder": "{0} %s %20 {{name}} #{name} $name",
  "what looks like a number": "0042",
  "what looks like no value": "null",
};

function textVectors(document: ApiDocument): RequestVector[] {
  const send = firstArguments(document, "send");
  return Object.entries(texts).map(([name, message]) =>
    vector(document, `send with ${name}`, "send", { ...send, message }),
  );
}

function fieldVectors(document: ApiDocument): RequestVector[] {
  const send = firstArguments(document, "send");
  const bulk = firstArguments(document, "sendBulk");
  const { scheduleAt: _, ...immediate } = bulk;
  return [
    vector(document, "send with unicode", "send", { ...send, unicode: true }),
    vector(document, "send without unicode in so many words", "send", { ...send, unicode: false }),
    vector(document, "send scheduled in UTC", "send", {
      ...send,
      scheduleAt: "2026-06-24T03:30:00Z",
    }),
    vector(document, "send scheduled with an offset and a fraction", "send", {
      ...send,
      scheduleAt: "2026-06-24T09:00:00.250+05:30",
    }),
    vector(document, "send with leading zeros in the template's id", "send", {
      ...send,
      templateId: "0001007161234567890",
    }),
    vector(document, "send a promotional message", "send", { ...send, type: "promotional" }),
    vector(document, "sendBulk to one recipient", "sendBulk", {
      ...immediate,
      recipients: ["919876543210"],
    }),
    vector(document, "sendBulk with unicode", "sendBulk", {
      ...immediate,
      message: texts.Hindi,
      unicode: true,
    }),
  ];
}

/** Ids that lead elsewhere, or nowhere, where they are put into the path as they are. */
const ids: Record<string, string> = {
  "a space": "a b",
  "a slash": "a/b",
  "a backslash": "a\\b",
  "a question mark": "a?b=c",
  "a number sign": "a#b",
  "a percent sign": "100%",
  "a slash that is encoded already": "a%2Fb",
  "a plus sign": "a+b",
  "an ampersand, a semicolon and a comma": "a&b;c,d",
  "a colon and an at sign": "a:b@c",
  "brackets and quotation marks": '[a]{b}<c>|"d"^`e`',
  "a line break": "a\r\nb",
  "a null character": "a\0b",
  "a parent folder within": "../account/balance",
  "three dots": "...",
  "every sign that needs no encoding": "AZaz09-._~",
  "letters of another script": "नमस्ते",
  "an emoji": "😀",
  "a combining accent": "e\u0301",
};

function idVectors(document: ApiDocument): RequestVector[] {
  const status = Object.entries(ids).map(([name, messageId]) =>
    vector(document, `getStatus of an id with ${name}`, "getStatus", { messageId }),
  );
  const batchId = "a/../b c";
  return [
    ...status,
    vector(document, "getBatch of an id with a path in it", "getBatch", { batchId }),
    vector(document, "cancelScheduled of an id with a path in it", "cancelScheduled", { batchId }),
  ];
}

function vector(
  document: ApiDocument,
  name: string,
  operation: OperationId,
  args: Arguments,
): RequestVector {
  const { method, path, requestBody } = operationOf(document, operation);
  const [mediaType] = Object.keys(requestBody?.content ?? {});
  return {
    name,
    operation,
    arguments: args,
    method,
    path: path.replace(/{(\w+)}/g, (_, parameter: string) =>
      encodeURIComponent(String(args[parameter])),
    ),
    headers: {
      [apiKeyScheme(document).name]: apiKey,
      ...(mediaType && { "content-type": mediaType }),
    },
    body: mediaType ? JSON.stringify(args) : null,
  };
}
