import {
  checkMessage,
  compileTemplate,
  type DltMessageType,
  type DltProblem,
  type DltRules,
  type RegisteredTemplate,
  rulesAt,
  withinPromotionalHours,
} from "@getclickmedia/sms-dlt";
import type { SenderHeader, Template } from "./registry.ts";
import type { Settings } from "./settings.ts";

interface Registered {
  header(senderId: string): SenderHeader | undefined;
  template(templateId: string): Template | undefined;
}

interface Text {
  message: string;
  senderId: string;
  templateId: string;
  type: string;
}

/** The DLT rules of the day, as the settings have changed them. */
export interface Dlt {
  /** Why a message is refused, if it is. */
  check(text: Text, now: number, registered: Registered): DltProblem | undefined;
  /** Why the operator lets nothing of a type out at a time, if so. */
  closedFor(type: string, at: number): string | undefined;
  /** What is wrong with the text of a template, if anything. */
  problemOf(text: string, now: number): string | undefined;
}

export function createDlt(rules: readonly DltRules[], settings: () => Settings): Dlt {
  // Templates are compiled once for each set of rules; the object of the registry is new after a change.
  const compiled = new WeakMap<
    Template,
    { rules: DltRules; template: RegisteredTemplate | undefined }
  >();
  // Before the first date there is nothing to go by, and the oldest rules are nearest.
  const [oldest] = rules.toSorted((one, other) => one.from.localeCompare(other.from));
  if (!oldest) throw new Error("There are no DLT rules. Leave them out to have the usual ones.");
  let merged: { from: DltRules; settings: Settings; rules: DltRules } | undefined;

  const rulesOfDay = (time: number): DltRules => {
    const from = rulesAt(rules, time) ?? oldest;
    const current = settings();
    if (merged?.from !== from || merged.settings !== current) {
      const { matching, promotionalHours } = current;
      const changed = {
        ...(matching && { matching }),
        ...(promotionalHours && { promotionalHours }),
      };
      // They are looked up by date once more, and hold on every date.
      merged = { from, settings: current, rules: { ...from, ...changed, from: "0001-01-01" } };
    }
    return merged.rules;
  };
  /** One that the rules of the day no longer allow is as good as none. */
  const compile = (template: Template, current: DltRules): RegisteredTemplate | undefined => {
    const known = compiled.get(template);
    if (known?.rules === current) return known.template;
    const { text, senderId, type, approved } = template;
    const result = compileTemplate(text, current);
    const made = result.valid
      ? {
          senderIds: [senderId],
          type: type as DltMessageType,
          approved,
          compiled: result.template,
        }
      : undefined;
    compiled.set(template, { rules: current, template: made });
    return made;
  };

  return {
    check({ message, senderId, templateId, type }, now, { header, template }) {
      const current = rulesOfDay(now);
      const registry = {
        header,
        template(templateId: string) {
          const found = template(templateId);
          return found && compile(found, current);
        },
      };
      const text = { message, senderId, templateId, type: type as DltMessageType, at: now };
      return checkMessage(text, registry, [current]);
    },
    closedFor(type, at) {
      if (type !== "promotional") return undefined;
      const current = rulesOfDay(at);
      if (withinPromotionalHours(current, at)) return undefined;
      const { from, to } = current.promotionalHours ?? {};
      return `Promotional messages go out from ${from} to ${to}`;
    },
    problemOf(text, now) {
      const result = compileTemplate(text, rulesOfDay(now));
      return result.valid ? undefined : result.message;
    },
  };
}
