# Generated from spec/ by `pnpm generate`. Do not edit.

"""What the fake API for tests answers, and what it refuses."""

from typing import Any

ANSWERS: dict[str, Any] = {
    "send": {
        "messageId": "gcm_msg_1a2b3c4d5e",
        "to": "919876543210",
        "status": "queued",
        "queuedAt": "2026-06-23T10:30:00Z",
        "credits": 1,
    },
    "sendBulk": {
        "batchId": "gcm_batch_xyz789",
        "total": 3,
        "queued": 3,
        "failed": 0,
        "scheduledAt": "2026-06-24T09:00:00+05:30",
        "estimatedCredits": 3,
    },
    "getStatus": {
        "messageId": "gcm_msg_1a2b3c4d5e",
        "to": "919876543210",
        "status": "delivered",
        "queuedAt": "2026-06-23T10:30:00Z",
        "sentAt": "2026-06-23T10:30:01Z",
        "deliveredAt": "2026-06-23T10:30:02Z",
        "operator": "Jio",
        "credits": 1,
    },
    "getBatch": {
        "batchId": "gcm_batch_xyz789",
        "total": 1000,
        "delivered": 967,
        "failed": 18,
        "pending": 15,
        "deliveryRate": "96.7%",
        "completedAt": None,
    },
    "cancelScheduled": {
        "cancelled": True,
        "batchId": "gcm_batch_xyz789",
    },
    "getBalance": {
        "credits": 48250,
        "plan": "Growth",
        "expiresAt": "2026-12-31",
    },
}
"""What each operation answers first in the documentation."""

STATUSES: dict[str, Any] = {
    "delivered": {
        "messageId": "gcm_msg_1a2b3c4d5e",
        "to": "919876543210",
        "status": "delivered",
        "queuedAt": "2026-06-23T10:30:00Z",
        "sentAt": "2026-06-23T10:30:01Z",
        "deliveredAt": "2026-06-23T10:30:02Z",
        "operator": "Jio",
        "credits": 1,
    },
    "queued": {
        "messageId": "gcm_msg_2b3c4d5e6f",
        "to": "919876543210",
        "status": "queued",
        "queuedAt": "2026-06-23T10:30:00Z",
        "credits": 1,
    },
    "dispatched": {
        "messageId": "gcm_msg_3c4d5e6f7a",
        "to": "919876543210",
        "status": "dispatched",
        "queuedAt": "2026-06-23T10:30:00Z",
        "sentAt": "2026-06-23T10:30:01Z",
        "operator": "Jio",
        "credits": 1,
    },
    "failed": {
        "messageId": "gcm_msg_4d5e6f7a8b",
        "to": "918765432109",
        "status": "failed",
        "queuedAt": "2026-06-23T10:30:00Z",
        "sentAt": "2026-06-24T03:30:01Z",
        "operator": "Airtel",
        "failReason": "Handset switched off",
        "credits": 1,
    },
    "rejected": {
        "messageId": "gcm_msg_5e6f7a8b9c",
        "to": "917654321098",
        "status": "rejected",
        "queuedAt": "2026-06-23T10:30:00Z",
        "sentAt": "2026-06-24T03:30:01Z",
        "operator": "Airtel",
        "failReason": "Template not approved for this header",
        "credits": 1,
    },
}
"""A message of each status."""

ERRORS: dict[str, dict[str, Any]] = {
    "send": {
        "GATEWAY_ERROR": {
            "status": 500,
            "body": {
                "error": {
                    "code": "GATEWAY_ERROR",
                    "message": "The carrier did not take the request. Repeat the call after a pause.",
                    "requestId": "req_500e6c",
                },
            },
        },
        "RATE_LIMIT_EXCEEDED": {
            "status": 429,
            "headers": {
                "retry-after": "1",
                "ratelimit": '"Growth";r=0;t=1',
                "ratelimit-policy": '"Growth";q=100;w=1',
            },
            "body": {
                "error": {
                    "code": "RATE_LIMIT_EXCEEDED",
                    "message": "Too many requests for the plan of this account. Wait the seconds in Retry-After, then repeat the call.",
                    "requestId": "req_429d04",
                },
            },
        },
        "SENDER_NOT_REGISTERED": {
            "status": 422,
            "body": {
                "error": {
                    "code": "SENDER_NOT_REGISTERED",
                    "message": "DLT has not approved the sender header NOTREG. Use an approved one.",
                    "requestId": "req_422b3f",
                },
            },
        },
        "TEMPLATE_MISMATCH": {
            "status": 422,
            "body": {
                "error": {
                    "code": "TEMPLATE_MISMATCH",
                    "message": "The message body does not match DLT template 1007161234567890123. Check variable count and static text.",
                    "requestId": "req_abc123",
                },
            },
        },
        "ROUTE_FORBIDDEN": {
            "status": 403,
            "body": {
                "error": {
                    "code": "ROUTE_FORBIDDEN",
                    "message": "This account is not authorised for this type of message or this call. Ask for it to be opened, or use another type.",
                    "requestId": "req_31bf08",
                },
            },
        },
        "INSUFFICIENT_CREDITS": {
            "status": 402,
            "body": {
                "error": {
                    "code": "INSUFFICIENT_CREDITS",
                    "message": "This send costs more credits than the account has left. Add credits in the dashboard, then send again.",
                    "requestId": "req_5e90aa",
                },
            },
        },
        "INVALID_API_KEY": {
            "status": 401,
            "body": {
                "error": {
                    "code": "INVALID_API_KEY",
                    "message": "The x-api-key header is missing. Send your key, which begins with gcm_live_ or gcm_test_, on every call.",
                    "requestId": "req_7c01d2",
                },
            },
        },
        "INVALID_REQUEST": {
            "status": 400,
            "body": {
                "error": {
                    "code": "INVALID_REQUEST",
                    "message": "The field type must be one of transactional, promotional.",
                    "requestId": "req_400a03",
                },
            },
        },
        "INVALID_NUMBER": {
            "status": 400,
            "body": {
                "error": {
                    "code": "INVALID_NUMBER",
                    "message": "The field to is not a valid phone number. Write 91 and ten digits, without a plus sign.",
                    "requestId": "req_400a02",
                },
            },
        },
        "MISSING_FIELD": {
            "status": 400,
            "body": {
                "error": {
                    "code": "MISSING_FIELD",
                    "message": "The required field templateId is missing. Add it to the body.",
                    "requestId": "req_400a01",
                },
            },
        },
    },
    "sendBulk": {
        "GATEWAY_ERROR": {
            "status": 500,
            "body": {
                "error": {
                    "code": "GATEWAY_ERROR",
                    "message": "The carrier did not take the request. Repeat the call after a pause.",
                    "requestId": "req_500e6c",
                },
            },
        },
        "RATE_LIMIT_EXCEEDED": {
            "status": 429,
            "headers": {
                "retry-after": "1",
                "ratelimit": '"Growth";r=0;t=1',
                "ratelimit-policy": '"Growth";q=100;w=1',
            },
            "body": {
                "error": {
                    "code": "RATE_LIMIT_EXCEEDED",
                    "message": "Too many requests for the plan of this account. Wait the seconds in Retry-After, then repeat the call.",
                    "requestId": "req_429d04",
                },
            },
        },
        "SENDER_NOT_REGISTERED": {
            "status": 422,
            "body": {
                "error": {
                    "code": "SENDER_NOT_REGISTERED",
                    "message": "DLT has not approved the sender header NOTREG. Use an approved one.",
                    "requestId": "req_422b3f",
                },
            },
        },
        "TEMPLATE_MISMATCH": {
            "status": 422,
            "body": {
                "error": {
                    "code": "TEMPLATE_MISMATCH",
                    "message": "The message body does not match DLT template 1007161234567890123. Check variable count and static text.",
                    "requestId": "req_abc123",
                },
            },
        },
        "ROUTE_FORBIDDEN": {
            "status": 403,
            "body": {
                "error": {
                    "code": "ROUTE_FORBIDDEN",
                    "message": "This account is not authorised for this type of message or this call. Ask for it to be opened, or use another type.",
                    "requestId": "req_31bf08",
                },
            },
        },
        "INSUFFICIENT_CREDITS": {
            "status": 402,
            "body": {
                "error": {
                    "code": "INSUFFICIENT_CREDITS",
                    "message": "This send costs more credits than the account has left. Add credits in the dashboard, then send again.",
                    "requestId": "req_5e90aa",
                },
            },
        },
        "INVALID_API_KEY": {
            "status": 401,
            "body": {
                "error": {
                    "code": "INVALID_API_KEY",
                    "message": "The x-api-key header is missing. Send your key, which begins with gcm_live_ or gcm_test_, on every call.",
                    "requestId": "req_7c01d2",
                },
            },
        },
        "INVALID_REQUEST": {
            "status": 400,
            "body": {
                "error": {
                    "code": "INVALID_REQUEST",
                    "message": "The field recipients must have at least 1 item.",
                    "requestId": "req_400b03",
                },
            },
        },
        "INVALID_NUMBER": {
            "status": 400,
            "body": {
                "error": {
                    "code": "INVALID_NUMBER",
                    "message": "The field recipients[1] is not a valid phone number. Write 91 and ten digits, without a plus sign.",
                    "requestId": "req_400b02",
                },
            },
        },
        "MISSING_FIELD": {
            "status": 400,
            "body": {
                "error": {
                    "code": "MISSING_FIELD",
                    "message": "The required field recipients is missing. Add it to the body.",
                    "requestId": "req_400b01",
                },
            },
        },
    },
    "getStatus": {
        "GATEWAY_ERROR": {
            "status": 500,
            "body": {
                "error": {
                    "code": "GATEWAY_ERROR",
                    "message": "The carrier did not take the request. Repeat the call after a pause.",
                    "requestId": "req_500e6c",
                },
            },
        },
        "RATE_LIMIT_EXCEEDED": {
            "status": 429,
            "headers": {
                "retry-after": "1",
                "ratelimit": '"Growth";r=0;t=1',
                "ratelimit-policy": '"Growth";q=100;w=1',
            },
            "body": {
                "error": {
                    "code": "RATE_LIMIT_EXCEEDED",
                    "message": "Too many requests for the plan of this account. Wait the seconds in Retry-After, then repeat the call.",
                    "requestId": "req_429d04",
                },
            },
        },
        "NOT_FOUND": {
            "status": 404,
            "body": {
                "error": {
                    "code": "NOT_FOUND",
                    "message": "No message gcm_msg_0000000000 belongs to this account. Check the id and the key.",
                    "requestId": "req_404c02",
                },
            },
        },
        "ROUTE_FORBIDDEN": {
            "status": 403,
            "body": {
                "error": {
                    "code": "ROUTE_FORBIDDEN",
                    "message": "This account is not authorised for this type of message or this call. Ask for it to be opened, or use another type.",
                    "requestId": "req_31bf08",
                },
            },
        },
        "INVALID_API_KEY": {
            "status": 401,
            "body": {
                "error": {
                    "code": "INVALID_API_KEY",
                    "message": "The x-api-key header is missing. Send your key, which begins with gcm_live_ or gcm_test_, on every call.",
                    "requestId": "req_7c01d2",
                },
            },
        },
        "INVALID_REQUEST": {
            "status": 400,
            "body": {
                "error": {
                    "code": "INVALID_REQUEST",
                    "message": "The path parameter messageId has not the form of a message id, such as gcm_msg_1a2b3c4d5e.",
                    "requestId": "req_400c01",
                },
            },
        },
    },
    "getBatch": {
        "GATEWAY_ERROR": {
            "status": 500,
            "body": {
                "error": {
                    "code": "GATEWAY_ERROR",
                    "message": "The carrier did not take the request. Repeat the call after a pause.",
                    "requestId": "req_500e6c",
                },
            },
        },
        "RATE_LIMIT_EXCEEDED": {
            "status": 429,
            "headers": {
                "retry-after": "1",
                "ratelimit": '"Growth";r=0;t=1',
                "ratelimit-policy": '"Growth";q=100;w=1',
            },
            "body": {
                "error": {
                    "code": "RATE_LIMIT_EXCEEDED",
                    "message": "Too many requests for the plan of this account. Wait the seconds in Retry-After, then repeat the call.",
                    "requestId": "req_429d04",
                },
            },
        },
        "NOT_FOUND": {
            "status": 404,
            "body": {
                "error": {
                    "code": "NOT_FOUND",
                    "message": "No batch gcm_batch_000000 belongs to this account. Check the id and the key.",
                    "requestId": "req_404d02",
                },
            },
        },
        "ROUTE_FORBIDDEN": {
            "status": 403,
            "body": {
                "error": {
                    "code": "ROUTE_FORBIDDEN",
                    "message": "This account is not authorised for this type of message or this call. Ask for it to be opened, or use another type.",
                    "requestId": "req_31bf08",
                },
            },
        },
        "INVALID_API_KEY": {
            "status": 401,
            "body": {
                "error": {
                    "code": "INVALID_API_KEY",
                    "message": "The x-api-key header is missing. Send your key, which begins with gcm_live_ or gcm_test_, on every call.",
                    "requestId": "req_7c01d2",
                },
            },
        },
        "INVALID_REQUEST": {
            "status": 400,
            "body": {
                "error": {
                    "code": "INVALID_REQUEST",
                    "message": "The path parameter batchId has not the form of a batch id, such as gcm_batch_xyz789.",
                    "requestId": "req_400d01",
                },
            },
        },
    },
    "cancelScheduled": {
        "GATEWAY_ERROR": {
            "status": 500,
            "body": {
                "error": {
                    "code": "GATEWAY_ERROR",
                    "message": "The carrier did not take the request. Repeat the call after a pause.",
                    "requestId": "req_500e6c",
                },
            },
        },
        "RATE_LIMIT_EXCEEDED": {
            "status": 429,
            "headers": {
                "retry-after": "1",
                "ratelimit": '"Growth";r=0;t=1',
                "ratelimit-policy": '"Growth";q=100;w=1',
            },
            "body": {
                "error": {
                    "code": "RATE_LIMIT_EXCEEDED",
                    "message": "Too many requests for the plan of this account. Wait the seconds in Retry-After, then repeat the call.",
                    "requestId": "req_429d04",
                },
            },
        },
        "NOT_CANCELLABLE": {
            "status": 409,
            "body": {
                "error": {
                    "code": "NOT_CANCELLABLE",
                    "message": "The batch gcm_batch_xyz789 has started and cannot be cancelled. Read the batch to see how far it is.",
                    "requestId": "req_409f05",
                },
            },
        },
        "NOT_FOUND": {
            "status": 404,
            "body": {
                "error": {
                    "code": "NOT_FOUND",
                    "message": "No batch gcm_batch_000000 belongs to this account. Check the id and the key.",
                    "requestId": "req_404d02",
                },
            },
        },
        "ROUTE_FORBIDDEN": {
            "status": 403,
            "body": {
                "error": {
                    "code": "ROUTE_FORBIDDEN",
                    "message": "This account is not authorised for this type of message or this call. Ask for it to be opened, or use another type.",
                    "requestId": "req_31bf08",
                },
            },
        },
        "INVALID_API_KEY": {
            "status": 401,
            "body": {
                "error": {
                    "code": "INVALID_API_KEY",
                    "message": "The x-api-key header is missing. Send your key, which begins with gcm_live_ or gcm_test_, on every call.",
                    "requestId": "req_7c01d2",
                },
            },
        },
        "INVALID_REQUEST": {
            "status": 400,
            "body": {
                "error": {
                    "code": "INVALID_REQUEST",
                    "message": "The path parameter batchId has not the form of a batch id, such as gcm_batch_xyz789.",
                    "requestId": "req_400d01",
                },
            },
        },
    },
    "getBalance": {
        "GATEWAY_ERROR": {
            "status": 500,
            "body": {
                "error": {
                    "code": "GATEWAY_ERROR",
                    "message": "The carrier did not take the request. Repeat the call after a pause.",
                    "requestId": "req_500e6c",
                },
            },
        },
        "RATE_LIMIT_EXCEEDED": {
            "status": 429,
            "headers": {
                "retry-after": "1",
                "ratelimit": '"Growth";r=0;t=1',
                "ratelimit-policy": '"Growth";q=100;w=1',
            },
            "body": {
                "error": {
                    "code": "RATE_LIMIT_EXCEEDED",
                    "message": "Too many requests for the plan of this account. Wait the seconds in Retry-After, then repeat the call.",
                    "requestId": "req_429d04",
                },
            },
        },
        "ROUTE_FORBIDDEN": {
            "status": 403,
            "body": {
                "error": {
                    "code": "ROUTE_FORBIDDEN",
                    "message": "This account is not authorised for this type of message or this call. Ask for it to be opened, or use another type.",
                    "requestId": "req_31bf08",
                },
            },
        },
        "INVALID_API_KEY": {
            "status": 401,
            "body": {
                "error": {
                    "code": "INVALID_API_KEY",
                    "message": "The x-api-key header is missing. Send your key, which begins with gcm_live_ or gcm_test_, on every call.",
                    "requestId": "req_7c01d2",
                },
            },
        },
        "INVALID_REQUEST": {
            "status": 400,
            "body": {
                "error": {
                    "code": "INVALID_REQUEST",
                    "message": "The query parameter currency is not known. Remove it.",
                    "requestId": "req_400e01",
                },
            },
        },
    },
}
"""The errors that each operation is documented with, by their code."""

CONTENT_TYPES: dict[str, Any] = {
    "send": {
        "accepted": [
            "application/json",
        ],
        "refusal": {
            "status": 415,
            "body": {
                "error": {
                    "code": "INVALID_REQUEST",
                    "message": "The content type text/plain is not accepted. Send the body as application/json.",
                    "requestId": "req_415a7e",
                },
            },
        },
    },
    "sendBulk": {
        "accepted": [
            "application/json",
        ],
        "refusal": {
            "status": 415,
            "body": {
                "error": {
                    "code": "INVALID_REQUEST",
                    "message": "The content type text/plain is not accepted. Send the body as application/json.",
                    "requestId": "req_415a7e",
                },
            },
        },
    },
}
"""The content types that a body may have, and what answers another one."""

RULES: dict[str, Any] = {
    "send": {
        "body": {
            "type": "object",
            "required": [
                "to",
                "message",
                "senderId",
                "templateId",
                "type",
            ],
            "additionalProperties": False,
            "properties": {
                "to": {
                    "type": "string",
                    "pattern": "^91[0-9]{10}$",
                    "minLength": 12,
                    "maxLength": 12,
                    "errorCode": "INVALID_NUMBER",
                },
                "message": {
                    "type": "string",
                    "minLength": 1,
                    "maxLength": 39015,
                },
                "senderId": {
                    "type": "string",
                    "pattern": "^[A-Za-z0-9]{6}$",
                    "minLength": 6,
                    "maxLength": 6,
                },
                "templateId": {
                    "type": "string",
                    "pattern": "^[0-9]+$",
                    "minLength": 1,
                    "maxLength": 32,
                },
                "type": {
                    "type": "string",
                    "enum": [
                        "transactional",
                        "promotional",
                    ],
                },
                "unicode": {
                    "type": "boolean",
                },
                "scheduleAt": {
                    "type": "string",
                    "format": "date-time",
                    "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})$",
                    "minLength": 20,
                    "maxLength": 35,
                },
            },
        },
        "path": {},
    },
    "sendBulk": {
        "body": {
            "type": "object",
            "required": [
                "recipients",
                "message",
                "senderId",
                "templateId",
                "type",
            ],
            "additionalProperties": False,
            "properties": {
                "recipients": {
                    "type": "array",
                    "minItems": 1,
                    "maxItems": 10000,
                    "items": {
                        "type": "string",
                        "pattern": "^91[0-9]{10}$",
                        "minLength": 12,
                        "maxLength": 12,
                        "errorCode": "INVALID_NUMBER",
                    },
                },
                "message": {
                    "type": "string",
                    "minLength": 1,
                    "maxLength": 39015,
                },
                "senderId": {
                    "type": "string",
                    "pattern": "^[A-Za-z0-9]{6}$",
                    "minLength": 6,
                    "maxLength": 6,
                },
                "templateId": {
                    "type": "string",
                    "pattern": "^[0-9]+$",
                    "minLength": 1,
                    "maxLength": 32,
                },
                "type": {
                    "type": "string",
                    "enum": [
                        "transactional",
                        "promotional",
                    ],
                },
                "unicode": {
                    "type": "boolean",
                },
                "scheduleAt": {
                    "type": "string",
                    "format": "date-time",
                    "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})$",
                    "minLength": 20,
                    "maxLength": 35,
                },
            },
        },
        "path": {},
    },
    "getStatus": {
        "path": {
            "messageId": {
                "type": "string",
                "pattern": "^gcm_msg_[0-9A-Za-z]+$",
                "minLength": 9,
                "maxLength": 64,
            },
        },
    },
    "getBatch": {
        "path": {
            "batchId": {
                "type": "string",
                "pattern": "^gcm_batch_[0-9A-Za-z]+$",
                "minLength": 11,
                "maxLength": 64,
            },
        },
    },
    "cancelScheduled": {
        "path": {
            "batchId": {
                "type": "string",
                "pattern": "^gcm_batch_[0-9A-Za-z]+$",
                "minLength": 11,
                "maxLength": 64,
            },
        },
    },
    "getBalance": {
        "path": {},
    },
}
"""The rules for the body of each operation, and for the ids in its path."""

EVENTS: dict[str, Any] = {
    "sms.queued": {
        "event": "sms.queued",
        "messageId": "gcm_msg_1a2b3c4d5e",
        "batchId": None,
        "to": "919876543210",
        "status": "queued",
        "queuedAt": "2026-06-23T10:30:00Z",
    },
    "sms.dispatched": {
        "event": "sms.dispatched",
        "messageId": "gcm_msg_1a2b3c4d5e",
        "batchId": None,
        "to": "919876543210",
        "status": "dispatched",
        "operator": "Airtel",
        "queuedAt": "2026-06-23T10:30:00Z",
        "sentAt": "2026-06-23T10:30:01Z",
    },
    "sms.delivered": {
        "event": "sms.delivered",
        "messageId": "gcm_msg_1a2b3c4d5e",
        "batchId": None,
        "to": "919876543210",
        "status": "delivered",
        "operator": "Airtel",
        "queuedAt": "2026-06-23T10:30:00Z",
        "deliveredAt": "2026-06-23T10:30:02Z",
    },
    "sms.failed": {
        "event": "sms.failed",
        "messageId": "gcm_msg_4d5e6f7a8b",
        "batchId": "gcm_batch_xyz789",
        "to": "918765432109",
        "status": "failed",
        "operator": "Airtel",
        "queuedAt": "2026-06-23T10:30:00Z",
        "failReason": "Handset switched off",
    },
    "sms.rejected": {
        "event": "sms.rejected",
        "messageId": "gcm_msg_5e6f7a8b9c",
        "batchId": "gcm_batch_xyz789",
        "to": "917654321098",
        "status": "rejected",
        "operator": "Airtel",
        "queuedAt": "2026-06-23T10:30:00Z",
        "failReason": "Template not approved for this header",
    },
}
"""A delivery receipt of each event."""
