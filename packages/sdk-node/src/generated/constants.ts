// Generated from spec/ by `pnpm generate`. Do not edit.

/** The version of this SDK. */
export const version = "1.0.0" as const;

/** Where the API is, for live and for test keys. */
export const baseUrl = "https://api.getclickmedia.com/v1" as const;

/** The header that carries the key. */
export const keyHeader = "x-api-key" as const;

/** What an API key begins with, and the environment that it opens. */
export const environments = {"gcm_live_":"live","gcm_test_":"test"} as const;

/** The form of a phone number. */
export const phoneNumber = /^91[0-9]{10}$/;

/** The statuses after which a message no longer changes. */
export const finalStatuses = ["delivered","failed","rejected"] as const;

/** How many recipients one request may hold on each plan. */
export const recipientsPerRequest = {"Starter":1000,"Growth":5000,"Enterprise":10000} as const;

/** The plan with the fewest. */
export const smallestPlan = "Starter" as const;
