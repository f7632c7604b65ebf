// Generated from spec/ by `pnpm generate`. Do not edit.

/** The base URL of the API, for live and for test keys. */
export const baseUrl = "https://api.getclickmedia.com/v1" as const;

/** The base URL of the mock server with its default port. */
export const mockUrl = "http://127.0.0.1:4010/v1" as const;

/** Every operation by its id. */
export const operations = {
  "send": {
    "name": "send",
    "method": "POST",
    "path": "/sms/send",
    "description": "Send one message"
  },
  "sendBulk": {
    "name": "sendBulk",
    "method": "POST",
    "path": "/sms/bulk",
    "description": "Send one text to many mobiles"
  },
  "getStatus": {
    "name": "getStatus",
    "method": "GET",
    "path": "/sms/status/{messageId}",
    "description": "Ask how far a message has come"
  },
  "getBatch": {
    "name": "getBatch",
    "method": "GET",
    "path": "/sms/batch/{batchId}",
    "description": "Read the counts of a batch"
  },
  "cancelScheduled": {
    "name": "cancelScheduled",
    "method": "DELETE",
    "path": "/sms/schedule/{batchId}",
    "description": "Cancel a scheduled batch"
  },
  "getBalance": {
    "name": "getBalance",
    "method": "GET",
    "path": "/account/balance",
    "description": "Check the credit balance"
  }
} as const;

/** Every documented error code. */
export const errorCodes = {
  "INVALID_NUMBER": {
    "name": "INVALID_NUMBER",
    "status": 400,
    "description": "A phone number is not 91 and ten digits.",
    "retryable": false,
    "action": "Correct the number. The message names the field, and for a bulk send the position in the list."
  },
  "MISSING_FIELD": {
    "name": "MISSING_FIELD",
    "status": 400,
    "description": "A required field is not in the body.",
    "retryable": false,
    "action": "Add the field that the message names."
  },
  "INVALID_REQUEST": {
    "name": "INVALID_REQUEST",
    "status": 400,
    "transportStatuses": [
      405,
      408,
      413,
      415,
      417,
      431
    ],
    "description": "The request cannot be read or breaks a rule that has no code of its own: malformed JSON, a wrong type, an unknown field or value, a bad or past date, too many recipients, a body that is too large, or a method or content type that is not accepted.",
    "retryable": false,
    "action": "Correct the request as the message says.",
    "x-gcm-origin": "extension",
    "x-gcm-reason": "The guide has codes for a bad number and a missing field only, and a server must refuse other faults too."
  },
  "INVALID_API_KEY": {
    "name": "INVALID_API_KEY",
    "status": 401,
    "description": "The key is missing, unknown or revoked.",
    "retryable": false,
    "action": "Check the `x-api-key` header, and create a new key in the dashboard if this one was revoked."
  },
  "INSUFFICIENT_CREDITS": {
    "name": "INSUFFICIENT_CREDITS",
    "status": 402,
    "description": "The balance does not cover what the send would cost.",
    "retryable": false,
    "action": "Add credits, then send again. Nothing was sent or charged.",
    "x-gcm-origin": "extension",
    "x-gcm-reason": "Sends cost credits, and the guide does not say how one is refused when they run out."
  },
  "ROUTE_FORBIDDEN": {
    "name": "ROUTE_FORBIDDEN",
    "status": 403,
    "description": "The account is not authorised for this type of message, or for a call that has no type.",
    "retryable": false,
    "action": "Have the type or the call opened for the account, or use a type that it is authorised for."
  },
  "NOT_FOUND": {
    "name": "NOT_FOUND",
    "status": 404,
    "description": "No such message, batch or path for this account.",
    "retryable": false,
    "action": "Check the id, and that the key belongs to the account and environment that sent it.",
    "x-gcm-origin": "extension",
    "x-gcm-reason": "The guide does not say how an unknown id is answered."
  },
  "NOT_CANCELLABLE": {
    "name": "NOT_CANCELLABLE",
    "status": 409,
    "description": "The batch was not scheduled, has started already or is cancelled.",
    "retryable": false,
    "action": "Read the batch to see how far it is. Messages that have left cannot be called back.",
    "x-gcm-origin": "extension",
    "x-gcm-reason": "The guide lets a batch be cancelled before its time and does not say how a later attempt is answered."
  },
  "TEMPLATE_MISMATCH": {
    "name": "TEMPLATE_MISMATCH",
    "status": 422,
    "description": "The text does not match the DLT template.",
    "retryable": false,
    "action": "Compare the fixed text and the number of variables with the approved template."
  },
  "SENDER_NOT_REGISTERED": {
    "name": "SENDER_NOT_REGISTERED",
    "status": 422,
    "description": "DLT has not approved the sender header.",
    "retryable": false,
    "action": "Use an approved header, or wait until DLT approves this one."
  },
  "RATE_LIMIT_EXCEEDED": {
    "name": "RATE_LIMIT_EXCEEDED",
    "status": 429,
    "description": "The account has sent more requests in this second than its plan allows.",
    "retryable": true,
    "action": "Wait the seconds that `Retry-After` says, then repeat the call. Nothing was accepted."
  },
  "GATEWAY_ERROR": {
    "name": "GATEWAY_ERROR",
    "status": 500,
    "description": "The carrier behind the gateway has a fault.",
    "retryable": true,
    "action": "Repeat the call with growing pauses. Nothing was accepted."
  }
} as const;

/** Every documented status of a message. */
export const messageStatuses = {
  "queued": {
    "name": "queued",
    "description": "Accepted, and waiting in the queue of the gateway.",
    "final": false
  },
  "dispatched": {
    "name": "dispatched",
    "description": "Handed to the carrier.",
    "final": false
  },
  "delivered": {
    "name": "delivered",
    "description": "The handset has confirmed receipt.",
    "final": true
  },
  "failed": {
    "name": "failed",
    "description": "Delivery failed: `failReason` says why.",
    "final": true
  },
  "rejected": {
    "name": "rejected",
    "description": "The operator blocked it for a DLT or template fault: `failReason` says why.",
    "final": true
  }
} as const;

/** Every plan with its limits. */
export const plans = {
  "Starter": {
    "name": "Starter",
    "description": "The entry plan.",
    "requestsPerSecond": 10,
    "recipientsPerRequest": 1000
  },
  "Growth": {
    "name": "Growth",
    "description": "The middle plan.",
    "requestsPerSecond": 100,
    "recipientsPerRequest": 5000
  },
  "Enterprise": {
    "name": "Enterprise",
    "description": "The largest plan. Its rate is this figure or more.",
    "requestsPerSecond": 500,
    "requestsPerSecondIsMinimum": true,
    "recipientsPerRequest": 10000
  }
} as const;

/** Every webhook event. */
export const webhookEvents = {
  "sms.queued": {
    "name": "sms.queued",
    "status": "queued",
    "description": "Message accepted"
  },
  "sms.dispatched": {
    "name": "sms.dispatched",
    "status": "dispatched",
    "description": "Message handed to the carrier"
  },
  "sms.delivered": {
    "name": "sms.delivered",
    "status": "delivered",
    "description": "Message delivered"
  },
  "sms.failed": {
    "name": "sms.failed",
    "status": "failed",
    "description": "Message failed"
  },
  "sms.rejected": {
    "name": "sms.rejected",
    "status": "rejected",
    "description": "Message rejected"
  }
} as const;

/** What an API key begins with. */
export const keyPrefixes = {
  "gcm_live_": {
    "name": "gcm_live_",
    "environment": "live",
    "description": "Production: real messages are sent and charged."
  },
  "gcm_test_": {
    "name": "gcm_test_",
    "environment": "test",
    "description": "Sandbox: answers are simulated and nothing is delivered."
  }
} as const;

/** The largest request body that is read, in bytes. */
export const maxBodyBytes = 1048576 as const;
