import type { DltRules, VariableRule } from "./rules.ts";

const untagged: VariableRule = {
  description: "any text",
  characters: "any",
  minLength: 1,
  maxLength: 30,
};

const numeric: VariableRule = {
  description: "digits",
  characters: { classes: ["digits"] },
  minLength: 1,
  maxLength: 30,
};

/** What RFC 3986 lets a web address have. Whether it is whitelisted is more than a text can tell. */
const address: VariableRule = {
  description: "a web address",
  characters: { classes: ["latin-letters", "digits"], others: "-._~:/?#[]@!$&'()*+,;=%" },
  minLength: 1,
  maxLength: 30,
};

/**
 * The rules that hold where none are configured. They compare strictly, because operators differ in what
 * they let pass, and a text that equals its template passes with all of them.
 *
 * Neither set has `promotionalHours`: operators send promotional messages from 10:00 to 21:00, but the
 * guide to this API itself schedules a promotional campaign for 09:00 in India.
 */
export const defaultRules: readonly [DltRules, DltRules] = [
  {
    // Since this day operators refuse a text without a registered template.
    from: "2021-04-01",
    matching: "strict",
    variables: { var: untagged },
  },
  {
    // TRAI's direction of this day names the tags, and gives 40 characters to {#alphanumeric#}. For the
    // others it states no length, so that of {#var#} stays. A longer address takes two tags in a row.
    from: "2025-11-18",
    matching: "strict",
    variables: {
      // The direction ends it after 60 days. It stays here, because the guide to this API still
      // shows it, and because some operators keep the tag of a {#var#} beside the template.
      var: untagged,
      numeric,
      number: numeric, // the direction has both names
      alphanumeric: {
        // "No special characters", but names and addresses are among its uses.
        description: "letters, digits and spaces",
        characters: { classes: ["letters", "digits", "spaces"] },
        minLength: 1,
        maxLength: 40,
      },
      url: address,
      urlott: { ...address, description: "the web address of an app" },
      cbn: {
        description: "a phone number to call back",
        characters: { classes: ["digits"], others: "+- ()" },
        minLength: 1,
        maxLength: 30,
      },
      email: {
        description: "an e-mail address",
        characters: { classes: ["latin-letters", "digits"], others: "@.!#$%&'*+-/=?^_`{|}~" },
        minLength: 1,
        maxLength: 30,
      },
    },
  },
];
