import type { DltRules } from "@getclickmedia/sms-dlt";

/** How the sandbox behaves. Messages that are on their way keep what they were accepted with. */
export interface Settings {
  delays: Delays;
  /** Overrules how the DLT rules of the day compare texts with templates. */
  matching: DltRules["matching"] | null;
  /** Overrules when the DLT rules of the day let promotional messages out. */
  promotionalHours: { from: string; to: string } | null;
}

/** In milliseconds of the sandbox's clock. */
export interface Delays {
  /** From queued to dispatched. */
  queueMs: number;
  /** From dispatched to the end. */
  carrierMs: number;
  /** From dispatched to the end for the slow magic recipient. */
  slowMs: number;
}

export const defaultSettings: Settings = {
  delays: { queueMs: 1_000, carrierMs: 1_000, slowMs: 3_600_000 },
  matching: null,
  promotionalHours: null,
};

export type SettingsChange = Partial<Omit<Settings, "delays">> & { delays?: Partial<Delays> };

/** What a change leaves out stays. */
export function changedSettings(settings: Settings, change: SettingsChange): Settings {
  return { ...settings, ...change, delays: { ...settings.delays, ...change.delays } };
}
