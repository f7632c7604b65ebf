export type { CharacterClass, Characters } from "./characters.ts";
export {
  checkMessage,
  type DltErrorCode,
  type DltMessage,
  type DltMessageType,
  type DltProblem,
  type DltRegistry,
  type RegisteredHeader,
  type RegisteredTemplate,
} from "./check-message.ts";
export { type CheckedRules, checkRules } from "./check-rules.ts";
export type { RulesProblem } from "./check-value.ts";
export { type CompiledTemplate, compileTemplate } from "./compile-template.ts";
export { defaultRules } from "./default-rules.ts";
export { type Match, matchTemplate, type TemplateMatch } from "./match-template.ts";
export type { Expected, Mismatch } from "./mismatch.ts";
export { withinPromotionalHours } from "./promotional-hours.ts";
export type { DltRules, Matching, PromotionalHours, VariableRule } from "./rules.ts";
export { rulesAt } from "./rules-at.ts";
export type { Part, StaticPart, Template, VariablePart } from "./template.ts";
