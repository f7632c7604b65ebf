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
         *
         * Sends one message to one mobile, at once or at `scheduleAt`. The answer says that the gateway has
         * accepted it, not that it has arrived: keep `messageId` and follow the message with
         * `getStatus` or the delivery receipts.
         *
         * `message` must equal the DLT template with its variables filled in, or the call is refused with
         * `TEMPLATE_MISMATCH`. The answer says what it costs in credits. A scheduled single message cannot be
         * cancelled.
         *
         * After a timeout or a broken connection the message may have been accepted: do not send it again.
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
         *
         * Sends the same text to every mobile in `recipients`, at once or at `scheduleAt`. How many recipients
         * one request may hold depends on your plan; split a longer list over several requests.
         *
         * Keep `batchId`: with it you read the counts with `getBatch`, and while the batch
         * waits for its time you can call it off with `cancelScheduled`.
         *
         * After a timeout or a broken connection the batch may have been accepted: do not send it again.
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
         *
         * Reads one message with its present status. `delivered`, `failed` and `rejected` are final: stop
         * asking then. Until then ask with growing pauses, or receive the delivery receipts instead, which
         * arrive without asking.
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
         *
         * Reads how many messages of a bulk send have been delivered, have failed or are pending. The batch is
         * finished when `completedAt` is no longer `null`; until then ask with growing pauses.
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
         *
         * Calls a bulk send off before its `scheduleAt`. None of its messages is sent. Once the batch has
         * started the call is refused with `NOT_CANCELLABLE`. There is nothing like it for a scheduled single
         * message.
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
         *
         * Reads the credits left, the plan of the account and the day on which the credits expire.
         * Ask before a campaign, so that it does not stop half-way for want of credit.
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
         *
         * The gateway has accepted the message. It has not left for the carrier yet.
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
         *
         * The message has left the gateway for the carrier. Whether it arrives is not known yet.
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
         *
         * The handset has confirmed receipt. This status is final.
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
         *
         * The message could not be delivered; `failReason` says why. This status is final.
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
         *
         * The operator blocked the message for a DLT or template fault; `failReason` says which. This status is final.
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
         * An Indian mobile in E.164 without the plus sign: 91 and ten digits.
         *
         * Pattern `^91[0-9]{10}$`, 12 characters. In a request, a value of another form is answered with
         * `INVALID_NUMBER`.
         * @example 919876543210
         */
        PhoneNumber: string;
        /**
         * The whole text, equal to the approved DLT template with its variables filled in. Without `unicode`
         * the gateway replaces typographic punctuation by its plain GSM-7 form before it counts credits.
         *
         * 1 to 39015 characters.
         *
         * Extension. Only the bounds and the replacement are ours: an SMS has at most 255 parts of 153
         * characters, and the guide's texts with an em dash cost one credit.
         * @example Your OTP is 482910. Valid for 10 minutes. — GCMDIA
         */
        MessageText: string;
        /**
         * Sender header
         *
         * The six-character header, registered on DLT, that the handset shows as the sender.
         *
         * Pattern `^[A-Za-z0-9]{6}$`, 6 characters.
         *
         * Extension. Only the alphabet is ours: the guide says six characters, and DLT headers are letters or
         * digits.
         * @example GCMDIA
         */
        SenderId: string;
        /**
         * DLT template ID
         *
         * The number that DLT gave to your approved template, as a string of digits.
         *
         * Pattern `^[0-9]+$`, 1 to 32 characters.
         *
         * Extension. Only the pattern and the bounds are ours: the guide shows 19 digits and states no length.
         * @example 1007161234567890123
         */
        TemplateId: string;
        /**
         * What kind of message it is. The account has to be authorised for it.
         *
         * Values:
         * - `transactional`: Information that the recipient expects, such as an OTP or an order update.
         * - `promotional`: Marketing.
         */
        MessageType: "transactional" | "promotional";
        /**
         * Set it to `true` for text that GSM-7 cannot carry, such as regional languages. The text is then sent
         * and counted as UCS-2, exactly as given. What happens to such a text without the flag is not defined.
         *
         * Extension. Only the counting is ours: the guide says when to set the flag, and not what it does to
         * the cost.
         * @default false
         */
        Unicode: boolean;
        /**
         * Scheduled time
         *
         * When to send, as an ISO 8601 date and time with its offset from UTC. Leave it out to send at once.
         * A time in the past is refused, and so is one without seconds, or without a colon in its offset.
         *
         * RFC 3339 date and time, pattern
         * `^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})$`, 20 to
         * 35 characters.
         *
         * Extension. Only the refusals are ours: the guide asks for ISO 8601, and says nothing of times in the
         * past or of how much of the standard is taken.
         * @example 2026-06-24T09:00:00+05:30
         */
        ScheduleAt: string;
        /** One message to one mobile. */
        SendRequest: {
            /**
             * An Indian mobile in E.164 without the plus sign: 91 and ten digits.
             *
             * Pattern `^91[0-9]{10}$`, 12 characters. In a request, a value of another form is answered with
             * `INVALID_NUMBER`.
             * @example 919876543210
             */
            to: components["schemas"]["PhoneNumber"];
            /**
             * The whole text, equal to the approved DLT template with its variables filled in. Without `unicode`
             * the gateway replaces typographic punctuation by its plain GSM-7 form before it counts credits.
             *
             * 1 to 39015 characters.
             *
             * Extension. Only the bounds and the replacement are ours: an SMS has at most 255 parts of 153
             * characters, and the guide's texts with an em dash cost one credit.
             * @example Your OTP is 482910. Valid for 10 minutes. — GCMDIA
             */
            message: components["schemas"]["MessageText"];
            /**
             * The six-character header, registered on DLT, that the handset shows as the sender.
             *
             * Pattern `^[A-Za-z0-9]{6}$`, 6 characters.
             *
             * Extension. Only the alphabet is ours: the guide says six characters, and DLT headers are letters or
             * digits.
             * @example GCMDIA
             */
            senderId: components["schemas"]["SenderId"];
            /**
             * The number that DLT gave to your approved template, as a string of digits.
             *
             * Pattern `^[0-9]+$`, 1 to 32 characters.
             *
             * Extension. Only the pattern and the bounds are ours: the guide shows 19 digits and states no length.
             * @example 1007161234567890123
             */
            templateId: components["schemas"]["TemplateId"];
            /**
             * What kind of message it is. The account has to be authorised for it.
             *
             * Values:
             * - `transactional`: Information that the recipient expects, such as an OTP or an order update.
             * - `promotional`: Marketing.
             */
            type: components["schemas"]["MessageType"];
            /**
             * Set it to `true` for text that GSM-7 cannot carry, such as regional languages. The text is then sent
             * and counted as UCS-2, exactly as given. What happens to such a text without the flag is not defined.
             *
             * Extension. Only the counting is ours: the guide says when to set the flag, and not what it does to
             * the cost.
             * @default false
             */
            unicode?: components["schemas"]["Unicode"];
            /**
             * When to send, as an ISO 8601 date and time with its offset from UTC. Leave it out to send at once.
             * A time in the past is refused, and so is one without seconds, or without a colon in its offset.
             *
             * RFC 3339 date and time, pattern
             * `^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})$`, 20 to
             * 35 characters.
             *
             * Extension. Only the refusals are ours: the guide asks for ISO 8601, and says nothing of times in the
             * past or of how much of the standard is taken.
             * @example 2026-06-24T09:00:00+05:30
             */
            scheduleAt?: components["schemas"]["ScheduleAt"];
        };
        /**
         * Names one message. Keep it to ask for the status and to match webhooks.
         *
         * Pattern `^gcm_msg_[0-9A-Za-z]+$`, 9 to 64 characters.
         *
         * Extension. Only the pattern and the bounds are ours: they follow the form of the guide's examples.
         * @example gcm_msg_1a2b3c4d5e
         */
        MessageId: string;
        /**
         * Where the message is on its way. `delivered`, `failed` and `rejected` are final. More values may be
         * added, so treat one that you do not know as not yet final.
         *
         * Known values:
         * - `queued`: Accepted, and waiting in the queue of the gateway.
         * - `dispatched`: Handed to the carrier.
         * - `delivered`: The handset has confirmed receipt.
         * - `failed`: Delivery failed: `failReason` says why.
         * - `rejected`: The operator blocked it for a DLT or template fault: `failReason` says why.
         *
         * 1 to 32 characters.
         *
         * Extension. Only `final`, and that values may be added, are ours: the one follows from what the guide
         * says of each status, and a program must survive a status that it does not know.
         * @example queued
         */
        MessageStatus: "queued" | "dispatched" | "delivered" | "failed" | "rejected" | (string & {});
        /**
         * When the gateway accepted the message.
         *
         * RFC 3339 date and time, 20 to 35 characters.
         * @example 2026-06-23T10:30:00Z
         */
        QueuedAt: string;
        /**
         * How many credits the message costs.
         *
         * Whole number, 0 to 9007199254740991.
         * @example 1
         */
        Credits: number;
        /**
         * Accepted message
         *
         * The message as the gateway accepted it.
         */
        SendResponse: {
            /**
             * Names one message. Keep it to ask for the status and to match webhooks.
             *
             * Pattern `^gcm_msg_[0-9A-Za-z]+$`, 9 to 64 characters.
             *
             * Extension. Only the pattern and the bounds are ours: they follow the form of the guide's examples.
             * @example gcm_msg_1a2b3c4d5e
             */
            messageId: components["schemas"]["MessageId"];
            /**
             * An Indian mobile in E.164 without the plus sign: 91 and ten digits.
             *
             * Pattern `^91[0-9]{10}$`, 12 characters. In a request, a value of another form is answered with
             * `INVALID_NUMBER`.
             * @example 919876543210
             */
            to: components["schemas"]["PhoneNumber"];
            /**
             * Where the message is on its way. `delivered`, `failed` and `rejected` are final. More values may be
             * added, so treat one that you do not know as not yet final.
             *
             * Known values:
             * - `queued`: Accepted, and waiting in the queue of the gateway.
             * - `dispatched`: Handed to the carrier.
             * - `delivered`: The handset has confirmed receipt.
             * - `failed`: Delivery failed: `failReason` says why.
             * - `rejected`: The operator blocked it for a DLT or template fault: `failReason` says why.
             *
             * 1 to 32 characters.
             *
             * Extension. Only `final`, and that values may be added, are ours: the one follows from what the guide
             * says of each status, and a program must survive a status that it does not know.
             * @example queued
             */
            status: components["schemas"]["MessageStatus"];
            /**
             * When the gateway accepted the message.
             *
             * RFC 3339 date and time, 20 to 35 characters.
             * @example 2026-06-23T10:30:00Z
             */
            queuedAt: components["schemas"]["QueuedAt"];
            /**
             * How many credits the message costs.
             *
             * Whole number, 0 to 9007199254740991.
             * @example 1
             */
            credits: components["schemas"]["Credits"];
        };
        /**
         * What went wrong, for your program to decide on. Codes may be added: treat one that you do not know by
         * the HTTP status it comes with.
         *
         * Known values:
         * - `INVALID_NUMBER`: A phone number is not 91 and ten digits.
         * - `MISSING_FIELD`: A required field is not in the body.
         * - `INVALID_REQUEST` (extension): The request cannot be read or breaks a rule that has no code of its
         *   own: malformed JSON, a wrong type, an unknown field or value, a bad or past date, too many
         *   recipients, a body that is too large, or a method or content type that is not accepted.
         * - `INVALID_API_KEY`: The key is missing, unknown or revoked.
         * - `INSUFFICIENT_CREDITS` (extension): The balance does not cover what the send would cost.
         * - `ROUTE_FORBIDDEN`: The account is not authorised for this type of message, or for a call that has
         *   no type.
         * - `NOT_FOUND` (extension): No such message, batch or path for this account.
         * - `NOT_CANCELLABLE` (extension): The batch was not scheduled, has started already or is cancelled.
         * - `TEMPLATE_MISMATCH`: The text does not match the DLT template.
         * - `SENDER_NOT_REGISTERED`: DLT has not approved the sender header.
         * - `RATE_LIMIT_EXCEEDED`: The account has sent more requests in this second than its plan allows.
         * - `GATEWAY_ERROR`: The carrier behind the gateway has a fault.
         *
         * Pattern `^[A-Z][A-Z0-9_]*$`, 1 to 64 characters.
         *
         * Extension. Only the actions are ours, and with them the promise that a code to repeat has accepted
         * nothing: the guide asks to retry both, and a retry must not send twice.
         * @example TEMPLATE_MISMATCH
         */
        ErrorCode: "INVALID_NUMBER" | "MISSING_FIELD" | "INVALID_REQUEST" | "INVALID_API_KEY" | "INSUFFICIENT_CREDITS" | "ROUTE_FORBIDDEN" | "NOT_FOUND" | "NOT_CANCELLABLE" | "TEMPLATE_MISMATCH" | "SENDER_NOT_REGISTERED" | "RATE_LIMIT_EXCEEDED" | "GATEWAY_ERROR" | (string & {});
        /**
         * Names this one call. Quote it when you ask support about an error.
         *
         * Pattern `^req_[0-9A-Za-z]+$`, 5 to 64 characters.
         *
         * Extension. Only the pattern and the bounds are ours: they follow the form of the guide's examples.
         * @example req_abc123
         */
        RequestId: string;
        /** What went wrong, for a program, for a person and for support. */
        ErrorDetail: {
            /**
             * What went wrong, for your program to decide on. Codes may be added: treat one that you do not know by
             * the HTTP status it comes with.
             *
             * Known values:
             * - `INVALID_NUMBER`: A phone number is not 91 and ten digits.
             * - `MISSING_FIELD`: A required field is not in the body.
             * - `INVALID_REQUEST` (extension): The request cannot be read or breaks a rule that has no code of its
             *   own: malformed JSON, a wrong type, an unknown field or value, a bad or past date, too many
             *   recipients, a body that is too large, or a method or content type that is not accepted.
             * - `INVALID_API_KEY`: The key is missing, unknown or revoked.
             * - `INSUFFICIENT_CREDITS` (extension): The balance does not cover what the send would cost.
             * - `ROUTE_FORBIDDEN`: The account is not authorised for this type of message, or for a call that has
             *   no type.
             * - `NOT_FOUND` (extension): No such message, batch or path for this account.
             * - `NOT_CANCELLABLE` (extension): The batch was not scheduled, has started already or is cancelled.
             * - `TEMPLATE_MISMATCH`: The text does not match the DLT template.
             * - `SENDER_NOT_REGISTERED`: DLT has not approved the sender header.
             * - `RATE_LIMIT_EXCEEDED`: The account has sent more requests in this second than its plan allows.
             * - `GATEWAY_ERROR`: The carrier behind the gateway has a fault.
             *
             * Pattern `^[A-Z][A-Z0-9_]*$`, 1 to 64 characters.
             *
             * Extension. Only the actions are ours, and with them the promise that a code to repeat has accepted
             * nothing: the guide asks to retry both, and a retry must not send twice.
             * @example TEMPLATE_MISMATCH
             */
            code: components["schemas"]["ErrorCode"];
            /**
             * What is wrong and where, for a person to read. Its wording may change at any time.
             *
             * 1 to 2000 characters.
             */
            message: string;
            /**
             * Names this one call. Quote it when you ask support about an error.
             *
             * Pattern `^req_[0-9A-Za-z]+$`, 5 to 64 characters.
             *
             * Extension. Only the pattern and the bounds are ours: they follow the form of the guide's examples.
             * @example req_abc123
             */
            requestId: components["schemas"]["RequestId"];
        };
        /**
         * Error
         *
         * The body of every error.
         */
        ErrorResponse: {
            /** What went wrong, for a program, for a person and for support. */
            error: components["schemas"]["ErrorDetail"];
        };
        /**
         * Unicode campaign
         *
         * Set it to `true` for text that GSM-7 cannot carry, as in a single send.
         *
         * Extension. The guide lists the flag for single sends only, and campaigns in regional languages need
         * it too.
         * @default false
         */
        BulkUnicode: boolean;
        /** One text to many mobiles. */
        BulkSendRequest: {
            /**
             * The mobiles to send to. Your plan decides how many one request may hold; the bound here is that of
             * the largest plan.
             *
             * 1 to 10000 items.
             *
             * Each item: An Indian mobile in E.164 without the plus sign: 91 and ten digits. Pattern
             * `^91[0-9]{10}$`, 12 characters. In a request, a value of another form is answered with
             * `INVALID_NUMBER`.
             */
            recipients: components["schemas"]["PhoneNumber"][];
            /**
             * The whole text, equal to the approved DLT template with its variables filled in. Without `unicode`
             * the gateway replaces typographic punctuation by its plain GSM-7 form before it counts credits.
             *
             * 1 to 39015 characters.
             *
             * Extension. Only the bounds and the replacement are ours: an SMS has at most 255 parts of 153
             * characters, and the guide's texts with an em dash cost one credit.
             * @example Your OTP is 482910. Valid for 10 minutes. — GCMDIA
             */
            message: components["schemas"]["MessageText"];
            /**
             * The six-character header, registered on DLT, that the handset shows as the sender.
             *
             * Pattern `^[A-Za-z0-9]{6}$`, 6 characters.
             *
             * Extension. Only the alphabet is ours: the guide says six characters, and DLT headers are letters or
             * digits.
             * @example GCMDIA
             */
            senderId: components["schemas"]["SenderId"];
            /**
             * The number that DLT gave to your approved template, as a string of digits.
             *
             * Pattern `^[0-9]+$`, 1 to 32 characters.
             *
             * Extension. Only the pattern and the bounds are ours: the guide shows 19 digits and states no length.
             * @example 1007161234567890123
             */
            templateId: components["schemas"]["TemplateId"];
            /**
             * What kind of message it is. The account has to be authorised for it.
             *
             * Values:
             * - `transactional`: Information that the recipient expects, such as an OTP or an order update.
             * - `promotional`: Marketing.
             */
            type: components["schemas"]["MessageType"];
            /**
             * Set it to `true` for text that GSM-7 cannot carry, as in a single send.
             *
             * Extension. The guide lists the flag for single sends only, and campaigns in regional languages need
             * it too.
             * @default false
             */
            unicode?: components["schemas"]["BulkUnicode"];
            /**
             * When to send, as an ISO 8601 date and time with its offset from UTC. Leave it out to send at once.
             * A time in the past is refused, and so is one without seconds, or without a colon in its offset.
             *
             * RFC 3339 date and time, pattern
             * `^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})$`, 20 to
             * 35 characters.
             *
             * Extension. Only the refusals are ours: the guide asks for ISO 8601, and says nothing of times in the
             * past or of how much of the standard is taken.
             * @example 2026-06-24T09:00:00+05:30
             */
            scheduleAt?: components["schemas"]["ScheduleAt"];
        };
        /**
         * Names one bulk send. Keep it to read the batch, or to cancel it while it waits.
         *
         * Pattern `^gcm_batch_[0-9A-Za-z]+$`, 11 to 64 characters.
         *
         * Extension. Only the pattern and the bounds are ours: they follow the form of the guide's examples.
         * @example gcm_batch_xyz789
         */
        BatchId: string;
        /**
         * A number of messages.
         *
         * Whole number, 0 to 2147483647.
         * @example 3
         */
        Count: number;
        /**
         * Accepted batch
         *
         * The batch as the gateway accepted it.
         */
        BulkSendResponse: {
            /**
             * Names one bulk send. Keep it to read the batch, or to cancel it while it waits.
             *
             * Pattern `^gcm_batch_[0-9A-Za-z]+$`, 11 to 64 characters.
             *
             * Extension. Only the pattern and the bounds are ours: they follow the form of the guide's examples.
             * @example gcm_batch_xyz789
             */
            batchId: components["schemas"]["BatchId"];
            /**
             * How many recipients the request had.
             *
             * Count: whole number, 0 to 2147483647.
             * @example 3
             */
            total: components["schemas"]["Count"];
            /**
             * How many of them were accepted.
             *
             * Count: whole number, 0 to 2147483647.
             * @example 3
             */
            queued: components["schemas"]["Count"];
            /**
             * How many of them were not accepted.
             *
             * Count: whole number, 0 to 2147483647.
             * @example 3
             */
            failed: components["schemas"]["Count"];
            /**
             * When the batch is due; `null` when it starts at once.
             *
             * RFC 3339 date and time, 20 to 35 characters.
             *
             * Extension. Only null is ours: the guide shows a scheduled batch, and has null for a time that is not
             * known yet.
             */
            scheduledAt?: string | null;
            /**
             * What the batch costs if every accepted message goes out.
             *
             * Credits: whole number, 0 to 9007199254740991.
             * @example 1
             */
            estimatedCredits: components["schemas"]["Credits"];
        };
        /**
         * When the message was handed to the carrier. Absent until then.
         *
         * RFC 3339 date and time, 20 to 35 characters.
         * @example 2026-06-23T10:30:01Z
         */
        SentAt: string;
        /**
         * When the handset confirmed receipt. Absent until then.
         *
         * RFC 3339 date and time, 20 to 35 characters.
         * @example 2026-06-23T10:30:02Z
         */
        DeliveredAt: string;
        /**
         * The mobile operator that carried the message. It is present once the carrier has named it.
         *
         * 1 to 64 characters.
         * @example Jio
         */
        Operator: string;
        /**
         * Failure reason
         *
         * Why the message failed or was rejected, in the operator's words. The guide lists no values: show it
         * to a person and do not decide on it.
         *
         * 1 to 500 characters.
         * @example Handset switched off
         */
        FailReason: string;
        /**
         * Message with its status
         *
         * One message and how far it has come.
         */
        MessageStatusResponse: {
            /**
             * Names one message. Keep it to ask for the status and to match webhooks.
             *
             * Pattern `^gcm_msg_[0-9A-Za-z]+$`, 9 to 64 characters.
             *
             * Extension. Only the pattern and the bounds are ours: they follow the form of the guide's examples.
             * @example gcm_msg_1a2b3c4d5e
             */
            messageId: components["schemas"]["MessageId"];
            /**
             * An Indian mobile in E.164 without the plus sign: 91 and ten digits.
             *
             * Pattern `^91[0-9]{10}$`, 12 characters. In a request, a value of another form is answered with
             * `INVALID_NUMBER`.
             * @example 919876543210
             */
            to: components["schemas"]["PhoneNumber"];
            /**
             * Where the message is on its way. `delivered`, `failed` and `rejected` are final. More values may be
             * added, so treat one that you do not know as not yet final.
             *
             * Known values:
             * - `queued`: Accepted, and waiting in the queue of the gateway.
             * - `dispatched`: Handed to the carrier.
             * - `delivered`: The handset has confirmed receipt.
             * - `failed`: Delivery failed: `failReason` says why.
             * - `rejected`: The operator blocked it for a DLT or template fault: `failReason` says why.
             *
             * 1 to 32 characters.
             *
             * Extension. Only `final`, and that values may be added, are ours: the one follows from what the guide
             * says of each status, and a program must survive a status that it does not know.
             * @example queued
             */
            status: components["schemas"]["MessageStatus"];
            /**
             * When the gateway accepted the message.
             *
             * RFC 3339 date and time, 20 to 35 characters.
             * @example 2026-06-23T10:30:00Z
             */
            queuedAt: components["schemas"]["QueuedAt"];
            /**
             * When the message was handed to the carrier. Absent until then.
             *
             * RFC 3339 date and time, 20 to 35 characters.
             * @example 2026-06-23T10:30:01Z
             */
            sentAt?: components["schemas"]["SentAt"];
            /**
             * When the handset confirmed receipt. Absent until then.
             *
             * RFC 3339 date and time, 20 to 35 characters.
             * @example 2026-06-23T10:30:02Z
             */
            deliveredAt?: components["schemas"]["DeliveredAt"];
            /**
             * The mobile operator that carried the message. It is present once the carrier has named it.
             *
             * 1 to 64 characters.
             * @example Jio
             */
            operator?: components["schemas"]["Operator"];
            /**
             * Why the message failed or was rejected, in the operator's words. The guide lists no values: show it
             * to a person and do not decide on it.
             *
             * 1 to 500 characters.
             * @example Handset switched off
             */
            failReason?: components["schemas"]["FailReason"];
            /**
             * How many credits the message costs.
             *
             * Whole number, 0 to 9007199254740991.
             * @example 1
             */
            credits: components["schemas"]["Credits"];
        };
        /**
         * Batch with its counts
         *
         * How far a bulk send has come.
         */
        BatchStatusResponse: {
            /**
             * Names one bulk send. Keep it to read the batch, or to cancel it while it waits.
             *
             * Pattern `^gcm_batch_[0-9A-Za-z]+$`, 11 to 64 characters.
             *
             * Extension. Only the pattern and the bounds are ours: they follow the form of the guide's examples.
             * @example gcm_batch_xyz789
             */
            batchId: components["schemas"]["BatchId"];
            /**
             * How many messages the batch has.
             *
             * Count: whole number, 0 to 2147483647.
             * @example 3
             */
            total: components["schemas"]["Count"];
            /**
             * How many handsets have confirmed receipt.
             *
             * Count: whole number, 0 to 2147483647.
             * @example 3
             */
            delivered: components["schemas"]["Count"];
            /**
             * How many messages failed or were rejected, which is all of them once the batch is cancelled.
             *
             * Count: whole number, 0 to 2147483647.
             * @example 3
             */
            failed: components["schemas"]["Count"];
            /**
             * How many messages are not final yet.
             *
             * Count: whole number, 0 to 2147483647.
             * @example 3
             */
            pending: components["schemas"]["Count"];
            /**
             * The delivered share of all messages, as a string with a percent sign.
             *
             * Pattern `^(100(\.0+)?|[0-9]{1,2}(\.[0-9]+)?)%$`, 2 to 16 characters.
             * @example 96.7%
             */
            deliveryRate: string;
            /**
             * When the last message became final, or the batch was cancelled; `null` until then.
             *
             * RFC 3339 date and time, 20 to 35 characters.
             *
             * Extension. Only what this field and `failed` say of a cancelled batch is ours: the guide does not
             * say, and whoever got no answer to a cancel has to see whether it was carried out.
             */
            completedAt: string | null;
        };
        /**
         * Cancelled batch
         *
         * The batch that will not be sent.
         */
        CancelResponse: {
            /** Always `true`. A batch that cannot be cancelled is answered with an error instead. */
            cancelled: true;
            /**
             * Names one bulk send. Keep it to read the batch, or to cancel it while it waits.
             *
             * Pattern `^gcm_batch_[0-9A-Za-z]+$`, 11 to 64 characters.
             *
             * Extension. Only the pattern and the bounds are ours: they follow the form of the guide's examples.
             * @example gcm_batch_xyz789
             */
            batchId: components["schemas"]["BatchId"];
        };
        /**
         * The plan of the account, which sets its limits. Plans may be added.
         *
         * Known values:
         * - `Starter`: The entry plan.
         * - `Growth`: The middle plan.
         * - `Enterprise`: The largest plan. Its rate is this figure or more.
         *
         * 1 to 32 characters.
         *
         * Extension. Only that plans may be added is ours: a program must survive one that it does not know.
         * @example Growth
         */
        Plan: "Starter" | "Growth" | "Enterprise" | (string & {});
        /**
         * Balance
         *
         * What the account has left, and under which plan.
         */
        BalanceResponse: {
            /**
             * Credits left to spend.
             *
             * Whole number, 0 to 9007199254740991.
             * @example 1
             */
            credits: components["schemas"]["Credits"];
            /**
             * The plan of the account, which sets its limits. Plans may be added.
             *
             * Known values:
             * - `Starter`: The entry plan.
             * - `Growth`: The middle plan.
             * - `Enterprise`: The largest plan. Its rate is this figure or more.
             *
             * 1 to 32 characters.
             *
             * Extension. Only that plans may be added is ours: a program must survive one that it does not know.
             * @example Growth
             */
            plan: components["schemas"]["Plan"];
            /**
             * The day on which the credits expire.
             *
             * RFC 3339 date, 10 characters.
             * @example 2026-12-31
             */
            expiresAt: string;
        };
        /**
         * Batch ID or null
         *
         * The bulk send that the message belongs to; `null` for a single message.
         *
         * Pattern `^gcm_batch_[0-9A-Za-z]+$`, 11 to 64 characters.
         *
         * Extension. Only the pattern and the bounds are ours: they follow the form of the guide's examples.
         * @example null
         */
        NullableBatchId: string | null;
        /**
         * Message accepted
         *
         * The receipt that the `sms.queued` event carries.
         */
        SmsQueuedEvent: {
            /** The name of the event. */
            event: "sms.queued";
            /**
             * Names one message. Keep it to ask for the status and to match webhooks.
             *
             * Pattern `^gcm_msg_[0-9A-Za-z]+$`, 9 to 64 characters.
             *
             * Extension. Only the pattern and the bounds are ours: they follow the form of the guide's examples.
             * @example gcm_msg_1a2b3c4d5e
             */
            messageId: components["schemas"]["MessageId"];
            /**
             * The bulk send that the message belongs to; `null` for a single message.
             *
             * Pattern `^gcm_batch_[0-9A-Za-z]+$`, 11 to 64 characters.
             *
             * Extension. Only the pattern and the bounds are ours: they follow the form of the guide's examples.
             * @example null
             */
            batchId: components["schemas"]["NullableBatchId"];
            /**
             * An Indian mobile in E.164 without the plus sign: 91 and ten digits.
             *
             * Pattern `^91[0-9]{10}$`, 12 characters. In a request, a value of another form is answered with
             * `INVALID_NUMBER`.
             * @example 919876543210
             */
            to: components["schemas"]["PhoneNumber"];
            /** The status that the message has reached. */
            status: "queued";
            /**
             * When the gateway accepted the message.
             *
             * RFC 3339 date and time, 20 to 35 characters.
             * @example 2026-06-23T10:30:00Z
             */
            queuedAt: components["schemas"]["QueuedAt"];
        };
        /**
         * Message handed to the carrier
         *
         * The receipt that the `sms.dispatched` event carries.
         *
         * Extension. Only sentAt is ours: the status of a message has it, and the guide shows the receipt of
         * one event only.
         */
        SmsDispatchedEvent: {
            /** The name of the event. */
            event: "sms.dispatched";
            /**
             * Names one message. Keep it to ask for the status and to match webhooks.
             *
             * Pattern `^gcm_msg_[0-9A-Za-z]+$`, 9 to 64 characters.
             *
             * Extension. Only the pattern and the bounds are ours: they follow the form of the guide's examples.
             * @example gcm_msg_1a2b3c4d5e
             */
            messageId: components["schemas"]["MessageId"];
            /**
             * The bulk send that the message belongs to; `null` for a single message.
             *
             * Pattern `^gcm_batch_[0-9A-Za-z]+$`, 11 to 64 characters.
             *
             * Extension. Only the pattern and the bounds are ours: they follow the form of the guide's examples.
             * @example null
             */
            batchId: components["schemas"]["NullableBatchId"];
            /**
             * An Indian mobile in E.164 without the plus sign: 91 and ten digits.
             *
             * Pattern `^91[0-9]{10}$`, 12 characters. In a request, a value of another form is answered with
             * `INVALID_NUMBER`.
             * @example 919876543210
             */
            to: components["schemas"]["PhoneNumber"];
            /** The status that the message has reached. */
            status: "dispatched";
            /**
             * The mobile operator that carried the message. It is present once the carrier has named it.
             *
             * 1 to 64 characters.
             * @example Jio
             */
            operator?: components["schemas"]["Operator"];
            /**
             * When the gateway accepted the message.
             *
             * RFC 3339 date and time, 20 to 35 characters.
             * @example 2026-06-23T10:30:00Z
             */
            queuedAt: components["schemas"]["QueuedAt"];
            /**
             * When the message was handed to the carrier. Absent until then.
             *
             * RFC 3339 date and time, 20 to 35 characters.
             * @example 2026-06-23T10:30:01Z
             */
            sentAt?: components["schemas"]["SentAt"];
        };
        /**
         * Message delivered
         *
         * The receipt that the `sms.delivered` event carries.
         */
        SmsDeliveredEvent: {
            /** The name of the event. */
            event: "sms.delivered";
            /**
             * Names one message. Keep it to ask for the status and to match webhooks.
             *
             * Pattern `^gcm_msg_[0-9A-Za-z]+$`, 9 to 64 characters.
             *
             * Extension. Only the pattern and the bounds are ours: they follow the form of the guide's examples.
             * @example gcm_msg_1a2b3c4d5e
             */
            messageId: components["schemas"]["MessageId"];
            /**
             * The bulk send that the message belongs to; `null` for a single message.
             *
             * Pattern `^gcm_batch_[0-9A-Za-z]+$`, 11 to 64 characters.
             *
             * Extension. Only the pattern and the bounds are ours: they follow the form of the guide's examples.
             * @example null
             */
            batchId: components["schemas"]["NullableBatchId"];
            /**
             * An Indian mobile in E.164 without the plus sign: 91 and ten digits.
             *
             * Pattern `^91[0-9]{10}$`, 12 characters. In a request, a value of another form is answered with
             * `INVALID_NUMBER`.
             * @example 919876543210
             */
            to: components["schemas"]["PhoneNumber"];
            /** The status that the message has reached. */
            status: "delivered";
            /**
             * The mobile operator that carried the message. It is present once the carrier has named it.
             *
             * 1 to 64 characters.
             * @example Jio
             */
            operator?: components["schemas"]["Operator"];
            /**
             * When the gateway accepted the message.
             *
             * RFC 3339 date and time, 20 to 35 characters.
             * @example 2026-06-23T10:30:00Z
             */
            queuedAt: components["schemas"]["QueuedAt"];
            /**
             * When the handset confirmed receipt. Absent until then.
             *
             * RFC 3339 date and time, 20 to 35 characters.
             * @example 2026-06-23T10:30:02Z
             */
            deliveredAt: components["schemas"]["DeliveredAt"];
        };
        /**
         * Message failed
         *
         * The receipt that the `sms.failed` event carries.
         */
        SmsFailedEvent: {
            /** The name of the event. */
            event: "sms.failed";
            /**
             * Names one message. Keep it to ask for the status and to match webhooks.
             *
             * Pattern `^gcm_msg_[0-9A-Za-z]+$`, 9 to 64 characters.
             *
             * Extension. Only the pattern and the bounds are ours: they follow the form of the guide's examples.
             * @example gcm_msg_1a2b3c4d5e
             */
            messageId: components["schemas"]["MessageId"];
            /**
             * The bulk send that the message belongs to; `null` for a single message.
             *
             * Pattern `^gcm_batch_[0-9A-Za-z]+$`, 11 to 64 characters.
             *
             * Extension. Only the pattern and the bounds are ours: they follow the form of the guide's examples.
             * @example null
             */
            batchId: components["schemas"]["NullableBatchId"];
            /**
             * An Indian mobile in E.164 without the plus sign: 91 and ten digits.
             *
             * Pattern `^91[0-9]{10}$`, 12 characters. In a request, a value of another form is answered with
             * `INVALID_NUMBER`.
             * @example 919876543210
             */
            to: components["schemas"]["PhoneNumber"];
            /** The status that the message has reached. */
            status: "failed";
            /**
             * The mobile operator that carried the message. It is present once the carrier has named it.
             *
             * 1 to 64 characters.
             * @example Jio
             */
            operator?: components["schemas"]["Operator"];
            /**
             * When the gateway accepted the message.
             *
             * RFC 3339 date and time, 20 to 35 characters.
             * @example 2026-06-23T10:30:00Z
             */
            queuedAt: components["schemas"]["QueuedAt"];
            /**
             * Why the message failed or was rejected, in the operator's words. The guide lists no values: show it
             * to a person and do not decide on it.
             *
             * 1 to 500 characters.
             * @example Handset switched off
             */
            failReason: components["schemas"]["FailReason"];
        };
        /**
         * Message rejected
         *
         * The receipt that the `sms.rejected` event carries.
         */
        SmsRejectedEvent: {
            /** The name of the event. */
            event: "sms.rejected";
            /**
             * Names one message. Keep it to ask for the status and to match webhooks.
             *
             * Pattern `^gcm_msg_[0-9A-Za-z]+$`, 9 to 64 characters.
             *
             * Extension. Only the pattern and the bounds are ours: they follow the form of the guide's examples.
             * @example gcm_msg_1a2b3c4d5e
             */
            messageId: components["schemas"]["MessageId"];
            /**
             * The bulk send that the message belongs to; `null` for a single message.
             *
             * Pattern `^gcm_batch_[0-9A-Za-z]+$`, 11 to 64 characters.
             *
             * Extension. Only the pattern and the bounds are ours: they follow the form of the guide's examples.
             * @example null
             */
            batchId: components["schemas"]["NullableBatchId"];
            /**
             * An Indian mobile in E.164 without the plus sign: 91 and ten digits.
             *
             * Pattern `^91[0-9]{10}$`, 12 characters. In a request, a value of another form is answered with
             * `INVALID_NUMBER`.
             * @example 919876543210
             */
            to: components["schemas"]["PhoneNumber"];
            /** The status that the message has reached. */
            status: "rejected";
            /**
             * The mobile operator that carried the message. It is present once the carrier has named it.
             *
             * 1 to 64 characters.
             * @example Jio
             */
            operator?: components["schemas"]["Operator"];
            /**
             * When the gateway accepted the message.
             *
             * RFC 3339 date and time, 20 to 35 characters.
             * @example 2026-06-23T10:30:00Z
             */
            queuedAt: components["schemas"]["QueuedAt"];
            /**
             * Why the message failed or was rejected, in the operator's words. The guide lists no values: show it
             * to a person and do not decide on it.
             *
             * 1 to 500 characters.
             * @example Handset switched off
             */
            failReason: components["schemas"]["FailReason"];
        };
    };
    responses: {
        /** The request came over plain HTTP. Correct the base URL; do not follow the redirect with your key. */
        HttpsRequired: {
            headers: {
                /**
                 * The same address over HTTPS.
                 *
                 * URI, pattern `^https://`, 9 to 2048 characters.
                 * @example https://api.getclickmedia.com/v1/account/balance
                 */
                Location: components["headers"]["Location"];
                [name: string]: unknown;
            };
            content?: never;
        };
        /** The body cannot be read, or a field is missing or wrong. Correct it; do not repeat it as it is. */
        InvalidSendRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** The key is missing, unknown or revoked. */
        InvalidApiKey: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /**
         * The balance does not cover what the send would cost.
         *
         * Extension. Sends cost credits, and the guide does not say how one is refused when they run out.
         */
        InsufficientCredits: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /**
         * The account is not authorised for this type of message, or for this call where it has no `type`.
         *
         * Extension. Only the calls without a `type` are ours: the guide has the code for types of messages,
         * and none for an account that may not make these.
         */
        RouteForbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /**
         * The body is larger than the server reads.
         *
         * Extension. A server must bound what it reads, and the guide gives no bound. The largest valid bulk
         * send fits.
         */
        PayloadTooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /**
         * The body is not declared as JSON.
         *
         * Extension. The guide asks for application/json and does not say how another content type is
         * answered.
         */
        UnsupportedMediaType: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** DLT does not allow this text or this sender. */
        SendRefused: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** The account has used up its requests for this second. Wait for `Retry-After`, then repeat the call. */
        RateLimitExceeded: {
            headers: {
                /**
                 * Whole seconds to wait before the call is repeated.
                 *
                 * Whole number, 0 to 86400.
                 * @example 1
                 */
                "Retry-After": components["headers"]["RetryAfter"];
                /**
                 * What is left of the plan's limit, as in the IETF draft for RateLimit fields: `r` requests remain, and
                 * `t` seconds are left until the count starts again.
                 *
                 * Pattern `^"[A-Za-z]+";r=[0-9]+;t=[0-9]+$`, 9 to 64 characters.
                 *
                 * Extension. Clients that read the header of the IETF draft find it beside Retry-After, the only one
                 * that the guide has.
                 * @example "Growth";r=0;t=1
                 */
                RateLimit: components["headers"]["RateLimit"];
                /**
                 * The limit of the plan, as in the IETF draft for RateLimit fields: `q` requests in each window of `w`
                 * seconds.
                 *
                 * Pattern `^"[A-Za-z]+";q=[0-9]+;w=[0-9]+$`, 9 to 64 characters.
                 *
                 * Extension. A client that knows its limit can keep to it; the guide has Retry-After only.
                 * @example "Growth";q=100;w=1
                 */
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** The carrier behind the gateway has a fault. Repeat the call with growing pauses. */
        GatewayError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** The body cannot be read, or a field is missing or wrong. Nothing was accepted for any recipient. */
        InvalidBulkSendRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /**
         * The id in the path has not the form of a message id.
         *
         * Extension. The guide does not say how an id of the wrong form is answered.
         */
        InvalidMessageId: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /**
         * The account has no such message.
         *
         * Extension. The guide does not say how an unknown id is answered.
         */
        MessageNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /**
         * The id in the path has not the form of a batch id.
         *
         * Extension. The guide does not say how an id of the wrong form is answered.
         */
        InvalidBatchId: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /**
         * The account has no such batch.
         *
         * Extension. The guide does not say how an unknown id is answered.
         */
        BatchNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /**
         * The batch has started, was not scheduled, or is cancelled already.
         *
         * Extension. The guide lets a batch be cancelled before its time and does not say how a later attempt
         * is answered.
         */
        NotCancellable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /**
         * The request has a query parameter that the operation does not know.
         *
         * Extension. Fields that are not known are refused in bodies, and so they are in a query.
         */
        InvalidQuery: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /**
         * Any 2xx status says that the event is stored: send it as soon as it is, and do the work afterwards. Any
         * other answer may bring the event again, so let `messageId` and `event` together decide whether you know
         * it already.
         *
         * Extension. The guide does not say what a receiver answers, and a receiver must answer something.
         */
        WebhookAccepted: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
    };
    parameters: {
        /**
         * The id that the send answered.
         *
         * Pattern `^gcm_msg_[0-9A-Za-z]+$`, 9 to 64 characters.
         *
         * Extension. Only the pattern and the bounds are ours: they follow the form of the guide's examples.
         * @example gcm_msg_1a2b3c4d5e
         */
        MessageId: components["schemas"]["MessageId"];
        /**
         * HMAC-SHA256 of the raw request body under your webhook secret, in lower-case hexadecimal. Compute it
         * over the bytes as they arrived, before any JSON parser sees them, and compare in constant time. The
         * example signs the `delivered` example, written as JSON without spaces, with the secret
         * `gcm_webhook_example_secret`.
         *
         * Pattern `^[0-9a-f]{64}$`, 64 characters.
         * @example 28ab7e1ac539b0f39a8193acfdf51f71b451f40c26d06aba2701dbd112869891
         */
        WebhookSignature: string;
    };
    requestBodies: never;
    headers: {
        /**
         * The same address over HTTPS.
         *
         * URI, pattern `^https://`, 9 to 2048 characters.
         * @example https://api.getclickmedia.com/v1/account/balance
         */
        Location: string;
        /**
         * Whole seconds to wait before the call is repeated.
         *
         * Whole number, 0 to 86400.
         * @example 1
         */
        RetryAfter: number;
        /**
         * What is left of the plan's limit, as in the IETF draft for RateLimit fields: `r` requests remain, and
         * `t` seconds are left until the count starts again.
         *
         * Pattern `^"[A-Za-z]+";r=[0-9]+;t=[0-9]+$`, 9 to 64 characters.
         *
         * Extension. Clients that read the header of the IETF draft find it beside Retry-After, the only one
         * that the guide has.
         * @example "Growth";r=0;t=1
         */
        RateLimit: string;
        /**
         * The limit of the plan, as in the IETF draft for RateLimit fields: `q` requests in each window of `w`
         * seconds.
         *
         * Pattern `^"[A-Za-z]+";q=[0-9]+;w=[0-9]+$`, 9 to 64 characters.
         *
         * Extension. A client that knows its limit can keep to it; the guide has Retry-After only.
         * @example "Growth";q=100;w=1
         */
        RateLimitPolicy: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    /**
     * Send one message
     *
     * Sends one message to one mobile, at once or at `scheduleAt`. The answer says that the gateway has
     * accepted it, not that it has arrived: keep `messageId` and follow the message with
     * `getStatus` or the delivery receipts.
     *
     * `message` must equal the DLT template with its variables filled in, or the call is refused with
     * `TEMPLATE_MISMATCH`. The answer says what it costs in credits. A scheduled single message cannot be
     * cancelled.
     *
     * After a timeout or a broken connection the message may have been accepted: do not send it again.
     */
    send: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The message and where it goes. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["SendRequest"];
            };
        };
        responses: {
            /** The gateway has accepted the message. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SendResponse"];
                };
            };
            /** The request came over plain HTTP. Correct the base URL; do not follow the redirect with your key. */
            301: components["responses"]["HttpsRequired"];
            /** The body cannot be read, or a field is missing or wrong. Correct it; do not repeat it as it is. */
            400: components["responses"]["InvalidSendRequest"];
            /** The key is missing, unknown or revoked. */
            401: components["responses"]["InvalidApiKey"];
            /**
             * The balance does not cover what the send would cost.
             *
             * Extension. Sends cost credits, and the guide does not say how one is refused when they run out.
             */
            402: components["responses"]["InsufficientCredits"];
            /**
             * The account is not authorised for this type of message, or for this call where it has no `type`.
             *
             * Extension. Only the calls without a `type` are ours: the guide has the code for types of messages,
             * and none for an account that may not make these.
             */
            403: components["responses"]["RouteForbidden"];
            /**
             * The body is larger than the server reads.
             *
             * Extension. A server must bound what it reads, and the guide gives no bound. The largest valid bulk
             * send fits.
             */
            413: components["responses"]["PayloadTooLarge"];
            /**
             * The body is not declared as JSON.
             *
             * Extension. The guide asks for application/json and does not say how another content type is
             * answered.
             */
            415: components["responses"]["UnsupportedMediaType"];
            /** DLT does not allow this text or this sender. */
            422: components["responses"]["SendRefused"];
            /** The account has used up its requests for this second. Wait for `Retry-After`, then repeat the call. */
            429: components["responses"]["RateLimitExceeded"];
            /** The carrier behind the gateway has a fault. Repeat the call with growing pauses. */
            500: components["responses"]["GatewayError"];
        };
    };
    /**
     * Send one text to many mobiles
     *
     * Sends the same text to every mobile in `recipients`, at once or at `scheduleAt`. How many recipients
     * one request may hold depends on your plan; split a longer list over several requests.
     *
     * Keep `batchId`: with it you read the counts with `getBatch`, and while the batch
     * waits for its time you can call it off with `cancelScheduled`.
     *
     * After a timeout or a broken connection the batch may have been accepted: do not send it again.
     */
    sendBulk: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The text and everyone it goes to. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkSendRequest"];
            };
        };
        responses: {
            /** The gateway has accepted the batch. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkSendResponse"];
                };
            };
            /** The request came over plain HTTP. Correct the base URL; do not follow the redirect with your key. */
            301: components["responses"]["HttpsRequired"];
            /** The body cannot be read, or a field is missing or wrong. Nothing was accepted for any recipient. */
            400: components["responses"]["InvalidBulkSendRequest"];
            /** The key is missing, unknown or revoked. */
            401: components["responses"]["InvalidApiKey"];
            /**
             * The balance does not cover what the send would cost.
             *
             * Extension. Sends cost credits, and the guide does not say how one is refused when they run out.
             */
            402: components["responses"]["InsufficientCredits"];
            /**
             * The account is not authorised for this type of message, or for this call where it has no `type`.
             *
             * Extension. Only the calls without a `type` are ours: the guide has the code for types of messages,
             * and none for an account that may not make these.
             */
            403: components["responses"]["RouteForbidden"];
            /**
             * The body is larger than the server reads.
             *
             * Extension. A server must bound what it reads, and the guide gives no bound. The largest valid bulk
             * send fits.
             */
            413: components["responses"]["PayloadTooLarge"];
            /**
             * The body is not declared as JSON.
             *
             * Extension. The guide asks for application/json and does not say how another content type is
             * answered.
             */
            415: components["responses"]["UnsupportedMediaType"];
            /** DLT does not allow this text or this sender. */
            422: components["responses"]["SendRefused"];
            /** The account has used up its requests for this second. Wait for `Retry-After`, then repeat the call. */
            429: components["responses"]["RateLimitExceeded"];
            /** The carrier behind the gateway has a fault. Repeat the call with growing pauses. */
            500: components["responses"]["GatewayError"];
        };
    };
    /**
     * Ask how far a message has come
     *
     * Reads one message with its present status. `delivered`, `failed` and `rejected` are final: stop
     * asking then. Until then ask with growing pauses, or receive the delivery receipts instead, which
     * arrive without asking.
     */
    getStatus: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * The id that the send answered.
                 *
                 * Pattern `^gcm_msg_[0-9A-Za-z]+$`, 9 to 64 characters.
                 *
                 * Extension. Only the pattern and the bounds are ours: they follow the form of the guide's examples.
                 * @example gcm_msg_1a2b3c4d5e
                 */
                messageId: components["parameters"]["MessageId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The message as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageStatusResponse"];
                };
            };
            /** The request came over plain HTTP. Correct the base URL; do not follow the redirect with your key. */
            301: components["responses"]["HttpsRequired"];
            /**
             * The id in the path has not the form of a message id.
             *
             * Extension. The guide does not say how an id of the wrong form is answered.
             */
            400: components["responses"]["InvalidMessageId"];
            /** The key is missing, unknown or revoked. */
            401: components["responses"]["InvalidApiKey"];
            /**
             * The account is not authorised for this type of message, or for this call where it has no `type`.
             *
             * Extension. Only the calls without a `type` are ours: the guide has the code for types of messages,
             * and none for an account that may not make these.
             */
            403: components["responses"]["RouteForbidden"];
            /**
             * The account has no such message.
             *
             * Extension. The guide does not say how an unknown id is answered.
             */
            404: components["responses"]["MessageNotFound"];
            /** The account has used up its requests for this second. Wait for `Retry-After`, then repeat the call. */
            429: components["responses"]["RateLimitExceeded"];
            /** The carrier behind the gateway has a fault. Repeat the call with growing pauses. */
            500: components["responses"]["GatewayError"];
        };
    };
    /**
     * Read the counts of a batch
     *
     * Reads how many messages of a bulk send have been delivered, have failed or are pending. The batch is
     * finished when `completedAt` is no longer `null`; until then ask with growing pauses.
     */
    getBatch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * The id that the bulk send answered.
                 *
                 * Pattern `^gcm_batch_[0-9A-Za-z]+$`, 11 to 64 characters.
                 *
                 * Extension. Only the pattern and the bounds are ours: they follow the form of the guide's examples.
                 * @example gcm_batch_xyz789
                 */
                batchId: components["schemas"]["BatchId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The batch as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchStatusResponse"];
                };
            };
            /** The request came over plain HTTP. Correct the base URL; do not follow the redirect with your key. */
            301: components["responses"]["HttpsRequired"];
            /**
             * The id in the path has not the form of a batch id.
             *
             * Extension. The guide does not say how an id of the wrong form is answered.
             */
            400: components["responses"]["InvalidBatchId"];
            /** The key is missing, unknown or revoked. */
            401: components["responses"]["InvalidApiKey"];
            /**
             * The account is not authorised for this type of message, or for this call where it has no `type`.
             *
             * Extension. Only the calls without a `type` are ours: the guide has the code for types of messages,
             * and none for an account that may not make these.
             */
            403: components["responses"]["RouteForbidden"];
            /**
             * The account has no such batch.
             *
             * Extension. The guide does not say how an unknown id is answered.
             */
            404: components["responses"]["BatchNotFound"];
            /** The account has used up its requests for this second. Wait for `Retry-After`, then repeat the call. */
            429: components["responses"]["RateLimitExceeded"];
            /** The carrier behind the gateway has a fault. Repeat the call with growing pauses. */
            500: components["responses"]["GatewayError"];
        };
    };
    /**
     * Cancel a scheduled batch
     *
     * Calls a bulk send off before its `scheduleAt`. None of its messages is sent. Once the batch has
     * started the call is refused with `NOT_CANCELLABLE`. There is nothing like it for a scheduled single
     * message.
     */
    cancelScheduled: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * The id that the bulk send answered.
                 *
                 * Pattern `^gcm_batch_[0-9A-Za-z]+$`, 11 to 64 characters.
                 *
                 * Extension. Only the pattern and the bounds are ours: they follow the form of the guide's examples.
                 * @example gcm_batch_xyz789
                 */
                batchId: components["schemas"]["BatchId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The batch is cancelled. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CancelResponse"];
                };
            };
            /** The request came over plain HTTP. Correct the base URL; do not follow the redirect with your key. */
            301: components["responses"]["HttpsRequired"];
            /**
             * The id in the path has not the form of a batch id.
             *
             * Extension. The guide does not say how an id of the wrong form is answered.
             */
            400: components["responses"]["InvalidBatchId"];
            /** The key is missing, unknown or revoked. */
            401: components["responses"]["InvalidApiKey"];
            /**
             * The account is not authorised for this type of message, or for this call where it has no `type`.
             *
             * Extension. Only the calls without a `type` are ours: the guide has the code for types of messages,
             * and none for an account that may not make these.
             */
            403: components["responses"]["RouteForbidden"];
            /**
             * The account has no such batch.
             *
             * Extension. The guide does not say how an unknown id is answered.
             */
            404: components["responses"]["BatchNotFound"];
            /**
             * The batch has started, was not scheduled, or is cancelled already.
             *
             * Extension. The guide lets a batch be cancelled before its time and does not say how a later attempt
             * is answered.
             */
            409: components["responses"]["NotCancellable"];
            /** The account has used up its requests for this second. Wait for `Retry-After`, then repeat the call. */
            429: components["responses"]["RateLimitExceeded"];
            /** The carrier behind the gateway has a fault. Repeat the call with growing pauses. */
            500: components["responses"]["GatewayError"];
        };
    };
    /**
     * Check the credit balance
     *
     * Reads the credits left, the plan of the account and the day on which the credits expire.
     * Ask before a campaign, so that it does not stop half-way for want of credit.
     */
    getBalance: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The account as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BalanceResponse"];
                };
            };
            /** The request came over plain HTTP. Correct the base URL; do not follow the redirect with your key. */
            301: components["responses"]["HttpsRequired"];
            /**
             * The request has a query parameter that the operation does not know.
             *
             * Extension. Fields that are not known are refused in bodies, and so they are in a query.
             */
            400: components["responses"]["InvalidQuery"];
            /** The key is missing, unknown or revoked. */
            401: components["responses"]["InvalidApiKey"];
            /**
             * The account is not authorised for this type of message, or for this call where it has no `type`.
             *
             * Extension. Only the calls without a `type` are ours: the guide has the code for types of messages,
             * and none for an account that may not make these.
             */
            403: components["responses"]["RouteForbidden"];
            /** The account has used up its requests for this second. Wait for `Retry-After`, then repeat the call. */
            429: components["responses"]["RateLimitExceeded"];
            /** The carrier behind the gateway has a fault. Repeat the call with growing pauses. */
            500: components["responses"]["GatewayError"];
        };
    };
    /**
     * Message accepted
     *
     * The gateway has accepted the message. It has not left for the carrier yet.
     */
    receiveSmsQueued: {
        parameters: {
            query?: never;
            header: {
                /**
                 * HMAC-SHA256 of the raw request body under your webhook secret, in lower-case hexadecimal. Compute it
                 * over the bytes as they arrived, before any JSON parser sees them, and compare in constant time. The
                 * example signs the `delivered` example, written as JSON without spaces, with the secret
                 * `gcm_webhook_example_secret`.
                 *
                 * Pattern `^[0-9a-f]{64}$`, 64 characters.
                 * @example 28ab7e1ac539b0f39a8193acfdf51f71b451f40c26d06aba2701dbd112869891
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
            /**
             * Any 2xx status says that the event is stored: send it as soon as it is, and do the work afterwards. Any
             * other answer may bring the event again, so let `messageId` and `event` together decide whether you know
             * it already.
             *
             * Extension. The guide does not say what a receiver answers, and a receiver must answer something.
             */
            "2XX": components["responses"]["WebhookAccepted"];
        };
    };
    /**
     * Message handed to the carrier
     *
     * The message has left the gateway for the carrier. Whether it arrives is not known yet.
     */
    receiveSmsDispatched: {
        parameters: {
            query?: never;
            header: {
                /**
                 * HMAC-SHA256 of the raw request body under your webhook secret, in lower-case hexadecimal. Compute it
                 * over the bytes as they arrived, before any JSON parser sees them, and compare in constant time. The
                 * example signs the `delivered` example, written as JSON without spaces, with the secret
                 * `gcm_webhook_example_secret`.
                 *
                 * Pattern `^[0-9a-f]{64}$`, 64 characters.
                 * @example 28ab7e1ac539b0f39a8193acfdf51f71b451f40c26d06aba2701dbd112869891
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
            /**
             * Any 2xx status says that the event is stored: send it as soon as it is, and do the work afterwards. Any
             * other answer may bring the event again, so let `messageId` and `event` together decide whether you know
             * it already.
             *
             * Extension. The guide does not say what a receiver answers, and a receiver must answer something.
             */
            "2XX": components["responses"]["WebhookAccepted"];
        };
    };
    /**
     * Message delivered
     *
     * The handset has confirmed receipt. This status is final.
     */
    receiveSmsDelivered: {
        parameters: {
            query?: never;
            header: {
                /**
                 * HMAC-SHA256 of the raw request body under your webhook secret, in lower-case hexadecimal. Compute it
                 * over the bytes as they arrived, before any JSON parser sees them, and compare in constant time. The
                 * example signs the `delivered` example, written as JSON without spaces, with the secret
                 * `gcm_webhook_example_secret`.
                 *
                 * Pattern `^[0-9a-f]{64}$`, 64 characters.
                 * @example 28ab7e1ac539b0f39a8193acfdf51f71b451f40c26d06aba2701dbd112869891
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
            /**
             * Any 2xx status says that the event is stored: send it as soon as it is, and do the work afterwards. Any
             * other answer may bring the event again, so let `messageId` and `event` together decide whether you know
             * it already.
             *
             * Extension. The guide does not say what a receiver answers, and a receiver must answer something.
             */
            "2XX": components["responses"]["WebhookAccepted"];
        };
    };
    /**
     * Message failed
     *
     * The message could not be delivered; `failReason` says why. This status is final.
     */
    receiveSmsFailed: {
        parameters: {
            query?: never;
            header: {
                /**
                 * HMAC-SHA256 of the raw request body under your webhook secret, in lower-case hexadecimal. Compute it
                 * over the bytes as they arrived, before any JSON parser sees them, and compare in constant time. The
                 * example signs the `delivered` example, written as JSON without spaces, with the secret
                 * `gcm_webhook_example_secret`.
                 *
                 * Pattern `^[0-9a-f]{64}$`, 64 characters.
                 * @example 28ab7e1ac539b0f39a8193acfdf51f71b451f40c26d06aba2701dbd112869891
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
            /**
             * Any 2xx status says that the event is stored: send it as soon as it is, and do the work afterwards. Any
             * other answer may bring the event again, so let `messageId` and `event` together decide whether you know
             * it already.
             *
             * Extension. The guide does not say what a receiver answers, and a receiver must answer something.
             */
            "2XX": components["responses"]["WebhookAccepted"];
        };
    };
    /**
     * Message rejected
     *
     * The operator blocked the message for a DLT or template fault; `failReason` says which. This status is final.
     */
    receiveSmsRejected: {
        parameters: {
            query?: never;
            header: {
                /**
                 * HMAC-SHA256 of the raw request body under your webhook secret, in lower-case hexadecimal. Compute it
                 * over the bytes as they arrived, before any JSON parser sees them, and compare in constant time. The
                 * example signs the `delivered` example, written as JSON without spaces, with the secret
                 * `gcm_webhook_example_secret`.
                 *
                 * Pattern `^[0-9a-f]{64}$`, 64 characters.
                 * @example 28ab7e1ac539b0f39a8193acfdf51f71b451f40c26d06aba2701dbd112869891
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
            /**
             * Any 2xx status says that the event is stored: send it as soon as it is, and do the work afterwards. Any
             * other answer may bring the event again, so let `messageId` and `event` together decide whether you know
             * it already.
             *
             * Extension. The guide does not say what a receiver answers, and a receiver must answer something.
             */
            "2XX": components["responses"]["WebhookAccepted"];
        };
    };
}
