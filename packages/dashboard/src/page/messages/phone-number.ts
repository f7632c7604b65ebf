/** A mobile as people write it: `919876543210` as `+91 98765 43210`. Anything else stays as it is. */
export function phoneNumber(to: string): string {
  const [, first, last] = /^91(\d{5})(\d{5})$/.exec(to) ?? [];
  return first && last ? `+91 ${first} ${last}` : to;
}

/** The digits of a mobile as the API writes it, from what people write or paste. */
export function digitsOf(written: string): string {
  const digits = written.replace(/\D/g, "");
  return digits.length === 10 ? `91${digits}` : digits;
}
