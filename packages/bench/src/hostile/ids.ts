import type { Random } from "@getclickmedia/sms-random";

const fields =
  /"(messageId|batchId|deliveryId|endpointId|keyId|faultId|templateId|accountId|next)":"([^"\\]{1,64})"/g;
const kept = 50;

/** The ids that answers have shown lately, by the name of their field. */
export interface Ids {
  learn(body: Buffer): void;
  pick(random: Random, field: string): string | undefined;
  forget(): void;
}

export function createIds(): Ids {
  const known = new Map<string, string[]>();
  return {
    learn(body) {
      if (body.length > 20_000) return;
      for (const [, field = "", id = ""] of body.toString("latin1").matchAll(fields)) {
        const ids = known.get(field) ?? [];
        known.set(field, [...ids.slice(1 - kept), id]);
      }
    },
    pick(random, field) {
      const ids = known.get(field);
      return ids && random.pick(ids);
    },
    forget: () => known.clear(),
  };
}
