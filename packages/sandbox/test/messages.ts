/** What the demo account may send: its header, with templates that the document registers. */
export const otp = {
  to: "919876543210",
  message: "Your OTP is 482910. Valid for 10 minutes. — GCMDIA",
  senderId: "GCMDIA",
  templateId: "1007161234567890125",
  type: "transactional",
};

export const hindi = {
  to: "918765432109",
  message: "आपका ऑर्डर कल पहुँचेगा। GCMDIA",
  senderId: "GCMDIA",
  templateId: "1007161234567890126",
  type: "transactional",
  unicode: true,
};

const { to: _, ...text } = otp;

/** A transactional text to many. */
export const bulk = (recipients: string[] = mobiles(3)) => ({ ...text, recipients });

/** A promotional text to many. */
export const sale = (recipients: string[] = mobiles(2)) => ({
  recipients,
  message: "Flash Sale! 40% off sitewide till midnight. Shop now: https://example.com — GCMDIA",
  senderId: "GCMDIA",
  templateId: "1007161234567890124",
  type: "promotional",
});

/** So many mobiles, none of them magic. */
export function mobiles(count: number): string[] {
  return Array.from({ length: count }, (_, index) => String(919_000_000_000 + index));
}
