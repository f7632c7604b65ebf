/** How many units a message holds that is one segment, and each segment where there are several. */
export const limits = {
  "GSM-7": { single: 160, several: 153 },
  "UCS-2": { single: 70, several: 67 },
} as const;
