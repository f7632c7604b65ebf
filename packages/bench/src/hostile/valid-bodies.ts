import type { Random } from "@getclickmedia/sms-random";
import { keyMark, textMark } from "./secrets.ts";

// A valid body of each operation that has one.

export const senderId = "GCMDIA";
export const templateId = "1007161234567890125";
export const template = "Your OTP is {#var#}. Valid for {#var#} minutes. — GCMDIA";
/** A text of the template. */
export const text = `Your OTP is ${textMark}. Valid for 10 minutes. — GCMDIA`;

export interface BodyContext {
  random: Random;
  /** The address of the receiver of webhooks. */
  receiver: string;
  /** Whether webhooks of the account are really delivered. */
  isDelivered: boolean;
}

export const validBodies: Record<string, (context: BodyContext) => object> = {
  send: ({ random }) => ({ to: mobile(random), ...message(random) }),
  sendBulk: ({ random }) => ({
    recipients: Array.from({ length: random.pick([1, 2, 30]) }, () => mobile(random)),
    ...message(random),
  }),
  seed: ({ random }) => {
    const id = random.below(2 ** 32).toString(16);
    return {
      accounts: [
        {
          accountId: `seeded-${id}`,
          plan: random.pick(["Starter", "Growth", "Enterprise"]),
          credits: random.below(1_000),
          keys: [{ key: `gcm_test_${id}${keyMark}`, name: "Seeded" }],
          headers: [{ senderId, approved: true }],
          templates: [{ templateId: "7", senderId, type: "transactional", text: "Hello {#var#}" }],
        },
      ],
    };
  },
  changeSettings: ({ random }) =>
    random.pick([
      { delays: { queueMs: random.pick([0, 1, 1_000, 86_400_000]) } },
      { delays: { carrierMs: 0, slowMs: 604_800_000 } },
      { matching: random.pick(["strict", "lenient", null]) },
      { promotionalHours: random.pick([null, { from: "21:00", to: "10:00" }]) },
    ]),
  setClock: ({ random }) => ({ speed: random.pick([0, 1, 1, 1e-9, 60, 100_000]) }),
  advanceClock: ({ random }) => {
    if (random.chance(0.9)) return { seconds: random.pick([0, 0.0004, 1, 1, 60, 3_600]) };
    return random.pick<object>([
      { seconds: 86_400 },
      { seconds: 3_155_760_000 },
      { to: "2031-01-01T00:00:00Z" },
      { to: "0000-01-01T00:00:00Z" },
      { to: "9999-12-31T23:59:59Z" },
    ]);
  },
  injectFault: ({ random }) => ({
    effect: random.pick<object>([
      { error: random.pick(["GATEWAY_ERROR", "RATE_LIMIT_EXCEEDED", "INVALID_API_KEY"]) },
      { redirect: "https" },
      { reset: random.pick(["before", "after"]) },
      { delayMs: 1 + random.below(50) },
    ]),
    times: 1 + random.below(3),
  }),
  changeAccount: ({ random }) =>
    random.pick<object>([
      { name: "Renamed" },
      { plan: "Enterprise", requestsPerSecond: 1_000_000 },
      { expiresAt: random.pick(["9999-12-31", "2031-12-31"]) },
      // The account without routes has to stay so: its webhooks may lead anywhere.
      { routes: [] },
    ]),
  addCredits: ({ random }) => ({
    amount: random.pick([1, 1_000, -1, -1_000_000_000, 1_000_000_000]),
    note: "Given by hand",
  }),
  createKey: () => ({ name: "One more" }),
  putHeader: ({ random }) => ({ approved: random.chance(0.8) }),
  putTemplate: ({ random }) => ({
    senderId,
    type: random.pick(["transactional", "promotional"]),
    text: random.pick(["Hello {#var#}", "{#var#}", "Hello", "{#var#}a".repeat(300), "ह{#var#}"]),
    approved: random.chance(0.9),
  }),
  endMessage: ({ random }) =>
    random.pick([
      { status: "delivered" },
      { status: "failed", failReason: "Handset switched off" },
      { status: "rejected" },
    ]),
  createEndpoint: (context) => ({ url: endpointUrl(context), secret: "whsec_fixed" }),
  changeEndpoint: (context) =>
    context.random.pick<object>([
      { enabled: context.random.chance(0.7) },
      { url: endpointUrl(context) },
    ]),
  rotateSecret: ({ random }) => ({ overlapSeconds: random.pick([0, 1, 2_592_000]) }),
  deliverExample: (context) => ({
    event: context.random.pick(["sms.queued", "sms.delivered", "sms.failed"]),
    url: endpointUrl({ ...context, isDelivered: true }),
    secret: "whsec_fixed",
  }),
};

function message(random: Random): object {
  return {
    message: text,
    senderId,
    templateId,
    type: "transactional",
    ...(random.chance(0.1) ? { unicode: random.chance(0.5) } : {}),
    ...(random.chance(0.1)
      ? { scheduleAt: random.pick(["2030-01-01T09:00:00+05:30", "2100-01-01T00:00:00Z"]) }
      : {}),
  };
}

/** Now and then one with an ending of its own. */
function mobile(random: Random): string {
  if (random.chance(0.2)) return `9100000000${String(random.below(15)).padStart(2, "0")}`;
  return `91${9_000_000_000 + random.below(1_000_000_000)}`;
}

/**
 * Addresses of every form, but none that a delivery would leave this machine for: what is no loopback address is
 * refused by the sandbox, or belongs to an account whose webhooks never go out.
 */
function endpointUrl({ random, receiver, isDelivered }: BodyContext): string {
  const { port } = new URL(receiver);
  const here = [
    ...["ok", "ok", "500", "410", "reset", "hang", "long", "redirect", "malformed", "headers"].map(
      (path) => `${receiver}/${path}`,
    ),
    "http://127.0.0.1:1/",
    `http://2130706433:${port}/ok`,
    `http://0x7f.1:${port}/ok`,
    `http://[::1]:${port}/`,
    `http://[::ffff:127.0.0.1]:${port}/ok`,
    `http://localhost:${port}/ok`,
    `https://127.0.0.1:${port}/`,
    `http://127.0.0.1:${port}/?${"q=1&".repeat(400)}`,
    `http://127.0.0.1:${port}/%00%0d%0a/#fragment`,
  ];
  const refused = [
    "http://10.0.0.1/",
    "http://192.168.1.1/",
    "http://169.254.169.254/latest/meta-data/",
    "http://0.0.0.0/",
    "http://0/",
    "http://[::]/",
    "http://[fe80::1]/",
    "http://[::ffff:10.0.0.1]/",
    "http://[64:ff9b::a00:1]/",
    "http://user:password@127.0.0.1/",
    "ftp://127.0.0.1/",
    "file:///etc/passwd",
    "javascript:alert(1)",
    "http://",
    "http:127.0.0.1",
    "//127.0.0.1",
    "http://127.0.0.1:99999/",
    "http://[::1/",
    "http://127.0.0.1 /",
    "http://\u0000/",
  ];
  const names = [
    "http://example.com/",
    "https://xn--bcher-kva.example/",
    "http://a.invalid:65535/",
  ];
  return random.pick([...here, ...here, ...refused, ...(isDelivered ? [] : names)]);
}
