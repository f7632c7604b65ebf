// Generated from spec/ by `pnpm generate`. Do not edit.

export interface paths {
    "/sms/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send one message
         * @description Sends one message to one mobile, at once or at `scheduleAt`. The answer says that the gateway has
         *     accepted it, not that it has arrived: keep `messageId` and follow the message with
         *     [getStatus](#operation/getStatus) or the delivery receipts.
         *
         *     `message` must equal the DLT template with its variables filled in, or the call is refused with
         *     `TEMPLATE_MISMATCH`. The answer says what it costs in credits. A scheduled single message cannot be
         *     cancelled.
         *
         *     After a timeout or a broken connection the message may have been accepted: do not send it again.
         */
        post: operations["send"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sms/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send one text to many mobiles
         * @description Sends the same text to every mobile in `recipients`, at once or at `scheduleAt`. How many recipients
         *     one request may hold depends on your plan; split a longer list over several requests.
         *
         *     Keep `batchId`: with it you read the counts with [getBatch](#operation/getBatch), and while the batch
         *     waits for its time you can call it off with [cancelScheduled](#operation/cancelScheduled).
         *
         *     After a timeout or a broken connection the batch may have been accepted: do not send it again.
         */
        post: operations["sendBulk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sms/status/{messageId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ask how far a message has come
         * @description Reads one message with its present status. `delivered`, `failed` and `rejected` are final: stop
         *     asking then. Until then ask with growing pauses, or receive the delivery receipts instead, which
         *     arrive without asking.
         */
        get: operations["getStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sms/batch/{batchId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the counts of a batch
         * @description Reads how many messages of a bulk send have been delivered, have failed or are pending. The batch is
         *     finished when `completedAt` is no longer `null`; until then ask with growing pauses.
         */
        get: operations["getBatch"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sms/schedule/{batchId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Cancel a scheduled batch
         * @description Calls a bulk send off before its `scheduleAt`. None of its messages is sent. Once the batch has
         *     started the call is refused with `NOT_CANCELLABLE`. There is nothing like it for a scheduled single
         *     message.
         */
        delete: operations["cancelScheduled"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/account/balance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Check the credit balance
         * @description Reads the credits left, the plan of the account and the day on which the credits expire.
         *     Ask before a campaign, so that it does not stop half-way for want of credit.
         */
        get: operations["getBalance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface webhooks {
    "sms.queued": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Message accepted
         * @description The gateway has accepted the message. It has not left for the carrier yet.
         */
        post: operations["receiveSmsQueued"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "sms.dispatched": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Message handed to the carrier
         * @description The message has left the gateway for the carrier. Whether it arrives is not known yet.
         */
        post: operations["receiveSmsDispatched"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "sms.delivered": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Message delivered
         * @description The handset has confirmed receipt. This status is final.
         */
        post: operations["receiveSmsDelivered"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "sms.failed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Message failed
         * @description The message could not be delivered; `failReason` says why. This status is final.
         */
        post: operations["receiveSmsFailed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "sms.rejected": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Message rejected
         * @description The operator blocked the message for a DLT or template fault; `failReason` says which. This status is final.
         */
        post: operations["receiveSmsRejected"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        /**
         * Phone number
         * @description An Indian mobile in E.164 without the plus sign: 91 and ten digits.
         * @example 919876543210
         */
        PhoneNumber: string;
        /**
         * Message text
         * @description The whole text, equal to the approved DLT template with its variables filled in. Without `unicode`
         *     the gateway replaces typographic punctuation by its plain GSM-7 form before it counts credits.
         * @example Your OTP is 482910. Valid for 10 minutes. — GCMDIA
         */
        MessageText: string;
        /**
         * Sender header
         * @description The six-character header, registered on DLT, that the handset shows as the sender.
         * @example GCMDIA
         */
        SenderId: string;
        /**
         * DLT template ID
         * @description The number that DLT gave to your approved template, as a string of digits.
         * @example 1007161234567890123
         */
        TemplateId: string;
        /**
         * Message type
         * @description What kind of message it is. The account has to be authorised for it.
         * @enum {string}
         */
        MessageType: "transactional" | "promotional";
        /**
         * Unicode
         * @description Set it to `true` for text that GSM-7 cannot carry, such as regional languages. The text is then sent
         *     and counted as UCS-2, exactly as given.
         * @default false
         */
        Unicode: boolean;
        /**
         * Scheduled time
         * Format: date-time
         * @description When to send, as an ISO 8601 date and time with its offset from UTC. Leave it out to send at once.
         *     A time in the past is refused.
         * @example 2026-06-24T09:00:00+05:30
         */
        ScheduleAt: string;
        /**
         * Send request
         * @description One message to one mobile.
         */
        SendRequest: {
            to: components["schemas"]["PhoneNumber"];
            message: components["schemas"]["MessageText"];
            senderId: components["schemas"]["SenderId"];
            templateId: components["schemas"]["TemplateId"];
            type: components["schemas"]["MessageType"];
            unicode?: components["schemas"]["Unicode"];
            scheduleAt?: components["schemas"]["ScheduleAt"];
        };
        /**
         * Message ID
         * @description Names one message. Keep it to ask for the status and to match webhooks.
         * @example gcm_msg_1a2b3c4d5e
         */
        MessageId: string;
        /**
         * Message status
         * @description Where the message is on its way. `delivered`, `failed` and `rejected` are final. More values may be
         *     added, so treat one that you do not know as not yet final.
         * @example queued
         */
        MessageStatus: "queued" | "dispatched" | "delivered" | "failed" | "rejected" | (string & {});
        /**
         * Queued at
         * Format: date-time
         * @description When the gateway accepted the message.
         * @example 2026-06-23T10:30:00Z
         */
        QueuedAt: string;
        /**
         * Credits
         * Format: int64
         * @description How many credits the message costs.
         * @example 1
         */
        Credits: number;
        /**
         * Accepted message
         * @description The message as the gateway accepted it.
         */
        SendResponse: {
            messageId: components["schemas"]["MessageId"];
            to: components["schemas"]["PhoneNumber"];
            status: components["schemas"]["MessageStatus"];
            queuedAt: components["schemas"]["QueuedAt"];
            credits: components["schemas"]["Credits"];
        };
        /**
         * Error code
         * @description What went wrong, for your program to decide on. Codes may be added: treat one that you do not know by
         *     the HTTP status it comes with.
         * @example TEMPLATE_MISMATCH
         */
        ErrorCode: "INVALID_NUMBER" | "MISSING_FIELD" | "INVALID_REQUEST" | "INVALID_API_KEY" | "INSUFFICIENT_CREDITS" | "ROUTE_FORBIDDEN" | "NOT_FOUND" | "NOT_CANCELLABLE" | "TEMPLATE_MISMATCH" | "SENDER_NOT_REGISTERED" | "RATE_LIMIT_EXCEEDED" | "GATEWAY_ERROR" | (string & {});
        /**
         * Request ID
         * @description Names this one call. Quote it when you ask support about an error.
         * @example req_abc123
         */
        RequestId: string;
        /**
         * Error detail
         * @description What went wrong, for a program, for a person and for support.
         */
        ErrorDetail: {
            code: components["schemas"]["ErrorCode"];
            /** @description What is wrong and where, for a person to read. Its wording may change at any time. */
            message: string;
            requestId: components["schemas"]["RequestId"];
        };
        /**
         * Error
         * @description The body of every error.
         */
        ErrorResponse: {
            error: components["schemas"]["ErrorDetail"];
        };
        /**
         * Unicode campaign
         * @description Set it to `true` for text that GSM-7 cannot carry, as in a single send.
         * @default false
         */
        BulkUnicode: boolean;
        /**
         * Bulk send request
         * @description One text to many mobiles.
         */
        BulkSendRequest: {
            /**
             * @description The mobiles to send to. Your plan decides how many one request may hold; the bound here is that of
             *     the largest plan.
             */
            recipients: components["schemas"]["PhoneNumber"][];
            message: components["schemas"]["MessageText"];
            senderId: components["schemas"]["SenderId"];
            templateId: components["schemas"]["TemplateId"];
            type: components["schemas"]["MessageType"];
            unicode?: components["schemas"]["BulkUnicode"];
            scheduleAt?: components["schemas"]["ScheduleAt"];
        };
        /**
         * Batch ID
         * @description Names one bulk send. Keep it to read the batch, or to cancel it while it waits.
         * @example gcm_batch_xyz789
         */
        BatchId: string;
        /**
         * Count
         * Format: int32
         * @description A number of messages.
         * @example 3
         */
        Count: number;
        /**
         * Accepted batch
         * @description The batch as the gateway accepted it.
         */
        BulkSendResponse: {
            batchId: components["schemas"]["BatchId"];
            /** @description How many recipients the request had. */
            total: components["schemas"]["Count"];
            /** @description How many of them were accepted. */
            queued: components["schemas"]["Count"];
            /** @description How many of them were not accepted. */
            failed: components["schemas"]["Count"];
            /**
             * Format: date-time
             * @description When the batch is due; `null` when it starts at once.
             */
            scheduledAt?: string | null;
            /** @description What the batch costs if every accepted message goes out. */
            estimatedCredits: components["schemas"]["Credits"];
        };
        /**
         * Sent at
         * Format: date-time
         * @description When the message was handed to the carrier. Absent until then.
         * @example 2026-06-23T10:30:01Z
         */
        SentAt: string;
        /**
         * Delivered at
         * Format: date-time
         * @description When the handset confirmed receipt. Absent until then.
         * @example 2026-06-23T10:30:02Z
         */
        DeliveredAt: string;
        /**
         * Operator
         * @description The mobile operator that carried the message. It is present once the carrier has named it.
         * @example Jio
         */
        Operator: string;
        /**
         * Failure reason
         * @description Why the message failed or was rejected, in the operator's words. The guide lists no values: show it
         *     to a person and do not decide on it.
         * @example Handset switched off
         */
        FailReason: string;
        /**
         * Message with its status
         * @description One message and how far it has come.
         */
        MessageStatusResponse: {
            messageId: components["schemas"]["MessageId"];
            to: components["schemas"]["PhoneNumber"];
            status: components["schemas"]["MessageStatus"];
            queuedAt: components["schemas"]["QueuedAt"];
            sentAt?: components["schemas"]["SentAt"];
            deliveredAt?: components["schemas"]["DeliveredAt"];
            operator?: components["schemas"]["Operator"];
            failReason?: components["schemas"]["FailReason"];
            credits: components["schemas"]["Credits"];
        };
        /**
         * Batch with its counts
         * @description How far a bulk send has come.
         */
        BatchStatusResponse: {
            batchId: components["schemas"]["BatchId"];
            /** @description How many messages the batch has. */
            total: components["schemas"]["Count"];
            /** @description How many handsets have confirmed receipt. */
            delivered: components["schemas"]["Count"];
            /** @description How many messages failed or were rejected. */
            failed: components["schemas"]["Count"];
            /** @description How many messages are not final yet. */
            pending: components["schemas"]["Count"];
            /**
             * @description The delivered share of all messages, as a string with a percent sign.
             * @example 96.7%
             */
            deliveryRate: string;
            /**
             * Format: date-time
             * @description When the last message became final; `null` until then.
             */
            completedAt: string | null;
        };
        /**
         * Cancelled batch
         * @description The batch that will not be sent.
         */
        CancelResponse: {
            /**
             * @description Always `true`. A batch that cannot be cancelled is answered with an error instead.
             * @constant
             */
            cancelled: true;
            batchId: components["schemas"]["BatchId"];
        };
        /**
         * Plan
         * @description The plan of the account, which sets its limits. Plans may be added.
         * @example Growth
         */
        Plan: "Starter" | "Growth" | "Enterprise" | (string & {});
        /**
         * Balance
         * @description What the account has left, and under which plan.
         */
        BalanceResponse: {
            /** @description Credits left to spend. */
            credits: components["schemas"]["Credits"];
            plan: components["schemas"]["Plan"];
            /**
             * Format: date
             * @description The day on which the credits expire.
             * @example 2026-12-31
             */
            expiresAt: string;
        };
        /**
         * Batch ID or null
         * @description The bulk send that the message belongs to; `null` for a single message.
         * @example null
         */
        NullableBatchId: string | null;
        /**
         * Message accepted
         * @description The receipt that the `sms.queued` event carries.
         */
        SmsQueuedEvent: {
            /**
             * @description The name of the event.
             * @constant
             */
            event: "sms.queued";
            messageId: components["schemas"]["MessageId"];
            batchId: components["schemas"]["NullableBatchId"];
            to: components["schemas"]["PhoneNumber"];
            /**
             * @description The status that the message has reached.
             * @constant
             */
            status: "queued";
            queuedAt: components["schemas"]["QueuedAt"];
        };
        /**
         * Message handed to the carrier
         * @description The receipt that the `sms.dispatched` event carries.
         */
        SmsDispatchedEvent: {
            /**
             * @description The name of the event.
             * @constant
             */
            event: "sms.dispatched";
            messageId: components["schemas"]["MessageId"];
            batchId: components["schemas"]["NullableBatchId"];
            to: components["schemas"]["PhoneNumber"];
            /**
             * @description The status that the message has reached.
             * @constant
             */
            status: "dispatched";
            operator?: components["schemas"]["Operator"];
            queuedAt: components["schemas"]["QueuedAt"];
            sentAt?: components["schemas"]["SentAt"];
        };
        /**
         * Message delivered
         * @description The receipt that the `sms.delivered` event carries.
         */
        SmsDeliveredEvent: {
            /**
             * @description The name of the event.
             * @constant
             */
            event: "sms.delivered";
            messageId: components["schemas"]["MessageId"];
            batchId: components["schemas"]["NullableBatchId"];
            to: components["schemas"]["PhoneNumber"];
            /**
             * @description The status that the message has reached.
             * @constant
             */
            status: "delivered";
            operator?: components["schemas"]["Operator"];
            queuedAt: components["schemas"]["QueuedAt"];
            deliveredAt: components["schemas"]["DeliveredAt"];
        };
        /**
         * Message failed
         * @description The receipt that the `sms.failed` event carries.
         */
        SmsFailedEvent: {
            /**
             * @description The name of the event.
             * @constant
             */
            event: "sms.failed";
            messageId: components["schemas"]["MessageId"];
            batchId: components["schemas"]["NullableBatchId"];
            to: components["schemas"]["PhoneNumber"];
            /**
             * @description The status that the message has reached.
             * @constant
             */
            status: "failed";
            operator?: components["schemas"]["Operator"];
            queuedAt: components["schemas"]["QueuedAt"];
            failReason: components["schemas"]["FailReason"];
        };
        /**
         * Message rejected
         * @description The receipt that the `sms.rejected` event carries.
         */
        SmsRejectedEvent: {
            /**
             * @description The name of the event.
             * @constant
             */
            event: "sms.rejected";
            messageId: components["schemas"]["MessageId"];
            batchId: components["schemas"]["NullableBatchId"];
            to: components["schemas"]["PhoneNumber"];
            /**
             * @description The status that the message has reached.
             * @constant
             */
            status: "rejected";
            operator?: components["schemas"]["Operator"];
            queuedAt: components["schemas"]["QueuedAt"];
            failReason: components["schemas"]["FailReason"];
        };
    };
    responses: {
        /** @description The request came over plain HTTP. Correct the base URL; do not follow the redirect with your key. */
        HttpsRequired: {
            headers: {
                Location: components["headers"]["Location"];
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description The body cannot be read, or a field is missing or wrong. Correct it; do not repeat it as it is. */
        InvalidSendRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description The key is missing, unknown or revoked. */
        InvalidApiKey: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description The balance does not cover what the send would cost. */
        InsufficientCredits: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description The account is not authorised for the route of this call. */
        RouteForbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description The body is larger than the server reads. */
        PayloadTooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description The body is not declared as JSON. */
        UnsupportedMediaType: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description DLT does not allow this text or this sender. */
        SendRefused: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description The account has used up its requests for this second. Wait for `Retry-After`, then repeat the call. */
        RateLimitExceeded: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description The carrier behind the gateway has a fault. Repeat the call with growing pauses. */
        GatewayError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description The body cannot be read, or a field is missing or wrong. Nothing was accepted for any recipient. */
        InvalidBulkSendRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description The id in the path has not the form of a message id. */
        InvalidMessageId: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description The account has no such message. */
        MessageNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description The id in the path has not the form of a batch id. */
        InvalidBatchId: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description The account has no such batch. */
        BatchNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description The batch has started, was not scheduled, or is cancelled already. */
        NotCancellable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description The request has a query parameter that the operation does not know. */
        InvalidQuery: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /**
         * @description Any 2xx status says that the event is stored: send it as soon as it is, and do the work afterwards. Any
         *     other answer may bring the event again, so let `messageId` and `event` together decide whether you know
         *     it already.
         */
        WebhookAccepted: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
    };
    parameters: {
        /** @description The id that the send answered. */
        MessageId: components["schemas"]["MessageId"];
        /**
         * @description HMAC-SHA256 of the raw request body under your webhook secret, in lower-case hexadecimal. Compute it
         *     over the bytes as they arrived, before any JSON parser sees them, and compare in constant time. The
         *     example signs the `delivered` example, written as JSON without spaces, with the secret
         *     `gcm_webhook_example_secret`.
         */
        WebhookSignature: string;
    };
    requestBodies: never;
    headers: {
        /**
         * @description The same address over HTTPS.
         * @example https://api.getclickmedia.com/v1/account/balance
         */
        Location: string;
        /**
         * @description Whole seconds to wait before the call is repeated.
         * @example 1
         */
        RetryAfter: number;
        /**
         * @description What is left of the plan's limit, as in the IETF draft for RateLimit fields: `r` requests remain, and
         *     `t` seconds are left until the count starts again.
         * @example "Growth";r=0;t=1
         */
        RateLimit: string;
        /**
         * @description The limit of the plan, as in the IETF draft for RateLimit fields: `q` requests in each window of `w`
         *     seconds.
         * @example "Growth";q=100;w=1
         */
        RateLimitPolicy: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    send: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The message and where it goes. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["SendRequest"];
            };
        };
        responses: {
            /** @description The gateway has accepted the message. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SendResponse"];
                };
            };
            301: components["responses"]["HttpsRequired"];
            400: components["responses"]["InvalidSendRequest"];
            401: components["responses"]["InvalidApiKey"];
            402: components["responses"]["InsufficientCredits"];
            403: components["responses"]["RouteForbidden"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["SendRefused"];
            429: components["responses"]["RateLimitExceeded"];
            500: components["responses"]["GatewayError"];
        };
    };
    sendBulk: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The text and everyone it goes to. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkSendRequest"];
            };
        };
        responses: {
            /** @description The gateway has accepted the batch. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkSendResponse"];
                };
            };
            301: components["responses"]["HttpsRequired"];
            400: components["responses"]["InvalidBulkSendRequest"];
            401: components["responses"]["InvalidApiKey"];
            402: components["responses"]["InsufficientCredits"];
            403: components["responses"]["RouteForbidden"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["SendRefused"];
            429: components["responses"]["RateLimitExceeded"];
            500: components["responses"]["GatewayError"];
        };
    };
    getStatus: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id that the send answered. */
                messageId: components["parameters"]["MessageId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The message as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageStatusResponse"];
                };
            };
            301: components["responses"]["HttpsRequired"];
            400: components["responses"]["InvalidMessageId"];
            401: components["responses"]["InvalidApiKey"];
            403: components["responses"]["RouteForbidden"];
            404: components["responses"]["MessageNotFound"];
            429: components["responses"]["RateLimitExceeded"];
            500: components["responses"]["GatewayError"];
        };
    };
    getBatch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id that the bulk send answered. */
                batchId: components["schemas"]["BatchId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The batch as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchStatusResponse"];
                };
            };
            301: components["responses"]["HttpsRequired"];
            400: components["responses"]["InvalidBatchId"];
            401: components["responses"]["InvalidApiKey"];
            403: components["responses"]["RouteForbidden"];
            404: components["responses"]["BatchNotFound"];
            429: components["responses"]["RateLimitExceeded"];
            500: components["responses"]["GatewayError"];
        };
    };
    cancelScheduled: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id that the bulk send answered. */
                batchId: components["schemas"]["BatchId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The batch is cancelled. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CancelResponse"];
                };
            };
            301: components["responses"]["HttpsRequired"];
            400: components["responses"]["InvalidBatchId"];
            401: components["responses"]["InvalidApiKey"];
            403: components["responses"]["RouteForbidden"];
            404: components["responses"]["BatchNotFound"];
            409: components["responses"]["NotCancellable"];
            429: components["responses"]["RateLimitExceeded"];
            500: components["responses"]["GatewayError"];
        };
    };
    getBalance: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The account as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BalanceResponse"];
                };
            };
            301: components["responses"]["HttpsRequired"];
            400: components["responses"]["InvalidQuery"];
            401: components["responses"]["InvalidApiKey"];
            403: components["responses"]["RouteForbidden"];
            429: components["responses"]["RateLimitExceeded"];
            500: components["responses"]["GatewayError"];
        };
    };
    receiveSmsQueued: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description HMAC-SHA256 of the raw request body under your webhook secret, in lower-case hexadecimal. Compute it
                 *     over the bytes as they arrived, before any JSON parser sees them, and compare in constant time. The
                 *     example signs the `delivered` example, written as JSON without spaces, with the secret
                 *     `gcm_webhook_example_secret`.
                 */
                "x-gcm-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SmsQueuedEvent"];
            };
        };
        responses: {
            "2XX": components["responses"]["WebhookAccepted"];
        };
    };
    receiveSmsDispatched: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description HMAC-SHA256 of the raw request body under your webhook secret, in lower-case hexadecimal. Compute it
                 *     over the bytes as they arrived, before any JSON parser sees them, and compare in constant time. The
                 *     example signs the `delivered` example, written as JSON without spaces, with the secret
                 *     `gcm_webhook_example_secret`.
                 */
                "x-gcm-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SmsDispatchedEvent"];
            };
        };
        responses: {
            "2XX": components["responses"]["WebhookAccepted"];
        };
    };
    receiveSmsDelivered: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description HMAC-SHA256 of the raw request body under your webhook secret, in lower-case hexadecimal. Compute it
                 *     over the bytes as they arrived, before any JSON parser sees them, and compare in constant time. The
                 *     example signs the `delivered` example, written as JSON without spaces, with the secret
                 *     `gcm_webhook_example_secret`.
                 */
                "x-gcm-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SmsDeliveredEvent"];
            };
        };
        responses: {
            "2XX": components["responses"]["WebhookAccepted"];
        };
    };
    receiveSmsFailed: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description HMAC-SHA256 of the raw request body under your webhook secret, in lower-case hexadecimal. Compute it
                 *     over the bytes as they arrived, before any JSON parser sees them, and compare in constant time. The
                 *     example signs the `delivered` example, written as JSON without spaces, with the secret
                 *     `gcm_webhook_example_secret`.
                 */
                "x-gcm-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SmsFailedEvent"];
            };
        };
        responses: {
            "2XX": components["responses"]["WebhookAccepted"];
        };
    };
    receiveSmsRejected: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description HMAC-SHA256 of the raw request body under your webhook secret, in lower-case hexadecimal. Compute it
                 *     over the bytes as they arrived, before any JSON parser sees them, and compare in constant time. The
                 *     example signs the `delivered` example, written as JSON without spaces, with the secret
                 *     `gcm_webhook_example_secret`.
                 */
                "x-gcm-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SmsRejectedEvent"];
            };
        };
        responses: {
            "2XX": components["responses"]["WebhookAccepted"];
        };
    };
}
