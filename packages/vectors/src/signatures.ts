import { createHash, createHmac } from "node:crypto";
import { type ApiDocument, examplesOf, signatureHeader } from "@getclickmedia/sms-document";
import type { SignatureVector } from "./vectors.ts";

const ownSecret = "whsec_of_vectors_only";

/** Every webhook example, bodies that a parser would change, and signatures that are not right. */
export function signatureVectors(document: ApiDocument): SignatureVector[] {
  return [
    ...exampleVectors(document),
    ...bodyVectors(),
    ...byteVectors(),
    ...changedBodyVectors(),
    ...secretVectors(),
    ...signatureFormVectors(),
  ];
}

/** The examples as JSON without spaces; the document signs one of them itself. */
function exampleVectors(document: ApiDocument): SignatureVector[] {
  return Object.entries(document.webhooks).flatMap(([event, { post }]) => {
    const header = signatureHeader(post);
    const secret = header?.["x-gcm-example-secret"] ?? "";
    return examplesOf(post.requestBody).flatMap(([name, { value }]): SignatureVector[] => {
      const body = JSON.stringify(value);
      const stated = header?.examples?.[name]?.value;
      const signed = signedText(`${event} ${name}`, body, secret);
      return stated === undefined
        ? [signed]
        : [
            signed,
            { ...signed, name: `${event} ${name} as the spec signs it`, signature: String(stated) },
          ];
    });
  });
}

const plain = '{"event":"sms.delivered","messageId":"gcm_msg_1a2b3c4d5e","operator":"Jio"}';

/** Bodies that differ from what a parser and a writer of JSON would make of them. */
const bodies: Record<string, string> = {
  "an em dash": '{"operator":"Jio — 4G"}',
  "an emoji": '{"operator":"📶 Jio"}',
  Hindi: '{"operator":"जियो"}',
  "PHP's escaped slashes and letters": '{"url":"https:\\/\\/example.com\\/a","operator":"\\u2014"}',
  "half a surrogate pair, escaped": '{"operator":"\\ud83d"}',
  "Python's spaces": '{"event": "sms.delivered", "batchId": null, "parts": [1, 2]}',
  "many lines": '{\n  "event": "sms.delivered"\n}',
  "carriage returns": '{\r\n  "event": "sms.delivered"\r\n}\r\n',
  "a line break at the end": `${plain}\n`,
  "spaces around it": `  ${plain}\t `,
  "a fraction of nothing": '{"credits":1.0}',
  "a number beyond 2^53": '{"credits":9007199254740993}',
  "a number that overflows": '{"credits":1e999}',
  "an exponent and a negative zero": '{"credits":1E2,"delta":-0}',
  "a key that is there twice": '{"status":"failed","status":"delivered"}',
  "keys that are numbers": '{"2":"b","1":"a"}',
  "a key that names a prototype": '{"__proto__":{"admin":true},"event":"sms.delivered"}',
  "separators that are line breaks in JavaScript": '{"operator":"a\u2028b\u2029c"}',
  "a null character": '{"operator":"a\0b"}',
  "a byte order mark": `\ufeff${plain}`,
  "a letter with a combining accent": '{"operator":"Cafe\u0301"}',
  "no JSON": "event=sms.delivered",
  "a lone brace": "{",
  nothing: "",
  "a space": " ",
  "ten thousand characters": `{"operator":"${"x".repeat(10_000)}"}`,
};

function bodyVectors(): SignatureVector[] {
  return Object.entries(bodies).map(([name, body]) => signedText(`a body with ${name}`, body));
}

/** Bodies that are no text in UTF-8. */
const bytes: Record<string, Buffer> = {
  "bytes that no UTF-8 has": Buffer.from([0x7b, 0xff, 0xfe, 0x7d]),
  "half a character": Buffer.from([0x22, 0xe2, 0x80, 0x22]),
  "a character in more bytes than it needs": Buffer.from([0x22, 0xc0, 0xaf, 0x22]),
  "half a surrogate pair": Buffer.from([0x22, 0xed, 0xa0, 0xbd, 0x22]),
  "text in UTF-16": Buffer.from(plain, "utf16le"),
  "every byte": Buffer.from(Array.from({ length: 256 }, (_, byte) => byte)),
};

function byteVectors(): SignatureVector[] {
  const invalid = Buffer.from([0x22, 0xff, 0x22]);
  const replaced = Buffer.from('"\ufffd"');
  return [
    ...Object.entries(bytes).map(([name, body]) => signedBytes(`a body of ${name}`, body)),
    {
      ...signedBytes("a body of bytes that decoding would lose", invalid),
      signature: hmac(replaced, ownSecret),
      valid: false,
    },
  ];
}

/** Each body, and what was signed instead of it. */
const changes: [name: string, body: string, signed: string][] = [
  ["changed in one character", plain.replace("Jio", "Jia"), plain],
  ["changed in the case of one letter", plain.replace("Jio", "jio"), plain],
  ["cut short", plain.slice(0, -1), plain],
  ["with a line break added", `${plain}\n`, plain],
  ["with its line break lost", plain, `${plain}\n`],
  ["with its carriage returns lost", '{\n"a":1}', '{\r\n"a":1}'],
  ["with spaces after its colons", plain.replaceAll('":', '": '), plain],
  ["written anew without its spaces", '{"a":1}', '{"a": 1}'],
  ["written anew without its escapes", '{"url":"a/b —"}', '{"url":"a\\/b \\u2014"}'],
  ["written anew without its fraction", '{"credits":1}', '{"credits":1.0}'],
  ["written anew with a rounded number", '{"a":9007199254740992}', '{"a":9007199254740993}'],
  ["written anew without its second key", '{"a":2}', '{"a":1,"a":2}'],
  ["with its keys sorted", '{"a":1,"b":2}', '{"b":2,"a":1}'],
  ["with its byte order mark lost", plain, `\ufeff${plain}`],
  ["with a composed letter", '"caf\u00e9"', '"cafe\u0301"'],
  ["emptied", "", plain],
];

function changedBodyVectors(): SignatureVector[] {
  return changes.map(([name, body, signed]) => ({
    ...signedText(`a body ${name}`, body),
    signature: hmac(signed, ownSecret),
    valid: false,
  }));
}

function secretVectors(): SignatureVector[] {
  const signed = (name: string, secret: string) => signedText(name, plain, secret);
  const among = (name: string, ...secrets: string[]) => ({ ...signedText(name, plain), secrets });
  return [
    signed("a secret beyond ASCII", "geheim–गुप्त–🔑"),
    signed("a secret of one character", "x"),
    signed("a secret with spaces and a line break", " a secret\n"),
    signed("a secret as long as a block", "k".repeat(64)),
    signed("a secret longer than a block", "k".repeat(65)),
    signed("a secret that looks like hexadecimal", "00ff".repeat(8)),
    signed("a secret that looks like base 64", "d2hzZWM="),
    among("the first of two secrets", ownSecret, "another"),
    among("the second of two secrets", "another", ownSecret),
    among("the last of three secrets", "another", "a third", ownSecret),
    among("the same secret twice", ownSecret, ownSecret),
    { ...among("none of two secrets", "another", "a third"), valid: false },
    { ...among("another secret", "another"), valid: false },
    {
      ...among("a secret that lacks its line break", ownSecret),
      valid: false,
      signature: hmac(plain, `${ownSecret}\n`),
    },
    { ...among("a secret in other letters", ownSecret.toUpperCase()), valid: false },
    { ...among("a secret that is the beginning", ownSecret.slice(0, -1)), valid: false },
  ];
}

/** Whatever is no signature in 64 lower-case digits is wrong, and raises nothing else. */
function signatureFormVectors(): SignatureVector[] {
  const right = hmac(plain, ownSecret);
  const flipped = (at: number) =>
    right.slice(0, at) + (right[at] === "0" ? "1" : "0") + right.slice(at + 1);
  const forms: Record<string, string | null> = {
    missing: null,
    empty: "",
    "in upper case": right.toUpperCase(),
    "with one letter in upper case": right.replace(/[a-f]/, (letter) => letter.toUpperCase()),
    "short of a digit": right.slice(1),
    "short of a byte": right.slice(0, -2),
    "longer by a digit": `${right}0`,
    "longer by a byte": `${right}00`,
    "there twice": `${right}, ${right}`,
    doubled: right + right,
    "with its first digit changed": flipped(0),
    "with a digit in the middle changed": flipped(31),
    "with its last digit changed": flipped(63),
    "of zeros": "0".repeat(64),
    "of letters that are no digits": "g".repeat(64),
    "with one letter that is no digit": `${right.slice(0, -1)}g`,
    "with a space in it": `${right.slice(0, 32)} ${right.slice(33)}`,
    "with a space before": ` ${right}`,
    "with a space after": `${right} `,
    "with a line break after": `${right}\n`,
    "with a null character after": `${right}\0`,
    "with its algorithm before": `sha256=${right}`,
    "with 0x before": `0x${right}`,
    "with 0x in the place of two digits": `0x${right.slice(2)}`,
    "in base 64": Buffer.from(right, "hex").toString("base64"),
    "in full-width digits": right.replace(/[0-9]/g, (digit) =>
      String.fromCodePoint(digit.charCodeAt(0) + 0xfee0),
    ),
    "beyond ASCII": "é".repeat(64),
    "with a minus sign": `-${right.slice(1)}`,
    "in exponents": `${"0".repeat(62)}e1`,
    "made by SHA-1": createHmac("sha1", ownSecret).update(plain).digest("hex"),
    "made by SHA-512": createHmac("sha512", ownSecret).update(plain).digest("hex"),
    "made without a secret": createHash("sha256").update(plain).digest("hex"),
    "made with an empty secret": hmac(plain, ""),
    "made of nothing": hmac("", ownSecret),
    "of a thousand digits": "a".repeat(1_000),
  };
  return Object.entries(forms).map(([name, signature]) => ({
    ...signedText(`a signature ${name}`, plain),
    signature,
    valid: false,
  }));
}

function signedText(name: string, body: string, secret = ownSecret): SignatureVector {
  return { name, secrets: [secret], body, signature: hmac(body, secret), valid: true };
}

function signedBytes(name: string, body: Buffer): SignatureVector {
  return {
    name,
    secrets: [ownSecret],
    bodyBase64: body.toString("base64"),
    signature: hmac(body, ownSecret),
    valid: true,
  };
}

function hmac(body: string | Buffer, secret: string): string {
  return createHmac("sha256", secret).update(body).digest("hex");
}
