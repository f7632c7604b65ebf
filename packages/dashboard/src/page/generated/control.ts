// Generated from packages/control-api/openapi.yaml by `pnpm generate`. Do not edit.

export interface paths {
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Say that the sandbox answers */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read this document */
        get: operations["getControlDocument"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Be told of changes as they happen
         * @description Server-sent events named `change`. The data of each is a Change: what has changed since the one
         *     before, at most ten times a second. Read the lists that it names again.
         */
        get: operations["watchChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Forget everything and start as configured */
        post: operations["reset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/states": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start afresh in a state that the API document declares
         * @description Forgets everything, then enters a state under `x-gcm-states` of the API document, in which its
         *     examples hold: with the messages and batches that they show, and the clock standing before they
         *     are due.
         */
        post: operations["enterState"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/seed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add accounts with all that belongs to them */
        post: operations["seed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read how the sandbox behaves */
        get: operations["getSettings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change how the sandbox behaves
         * @description What is left out stays. Messages that are on their way keep the delays they were accepted with.
         */
        patch: operations["changeSettings"];
        trace?: never;
    };
    "/clock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the clock */
        get: operations["getClock"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change how fast the clock runs */
        patch: operations["setClock"];
        trace?: never;
    };
    "/clock/advance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move the clock forward
         * @description Everything that becomes due on the way happens in its order, webhooks included: the answer comes
         *     when it is all done.
         */
        post: operations["advanceClock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/faults": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what is broken on purpose */
        get: operations["listFaults"];
        put?: never;
        /** Break the next calls on purpose */
        post: operations["injectFault"];
        /** Mend everything */
        delete: operations["clearFaults"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/faults/{faultId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The fault. */
                faultId: components["parameters"]["faultId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Mend one fault */
        delete: operations["removeFault"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/magic-recipients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the numbers with an ending of their own */
        get: operations["listMagicRecipients"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the accounts */
        get: operations["listAccounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{accountId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The account; `demo` is there from the start.
                 * @example demo
                 */
                accountId: components["parameters"]["accountId"];
            };
            cookie?: never;
        };
        /** Read one account */
        get: operations["getAccount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change an account's plan, limits or routes */
        patch: operations["changeAccount"];
        trace?: never;
    };
    "/accounts/{accountId}/credits": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The account; `demo` is there from the start.
                 * @example demo
                 */
                accountId: components["parameters"]["accountId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give or take credits */
        post: operations["addCredits"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{accountId}/ledger": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The account; `demo` is there from the start.
                 * @example demo
                 */
                accountId: components["parameters"]["accountId"];
            };
            cookie?: never;
        };
        /** Read every change of the balance */
        get: operations["listLedger"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{accountId}/keys": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The account; `demo` is there from the start.
                 * @example demo
                 */
                accountId: components["parameters"]["accountId"];
            };
            cookie?: never;
        };
        /** List the API keys, without their secrets */
        get: operations["listKeys"];
        put?: never;
        /**
         * Create an API key
         * @description The key is in this answer and nowhere else; the sandbox keeps its hash.
         */
        post: operations["createKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{accountId}/keys/{keyId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The account; `demo` is there from the start.
                 * @example demo
                 */
                accountId: components["parameters"]["accountId"];
                /** @description The key's id; not the key. */
                keyId: components["parameters"]["keyId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke an API key */
        delete: operations["revokeKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{accountId}/headers": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The account; `demo` is there from the start.
                 * @example demo
                 */
                accountId: components["parameters"]["accountId"];
            };
            cookie?: never;
        };
        /** List the sender headers */
        get: operations["listHeaders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{accountId}/headers/{senderId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The account; `demo` is there from the start.
                 * @example demo
                 */
                accountId: components["parameters"]["accountId"];
                /** @description The header. */
                senderId: components["parameters"]["senderId"];
            };
            cookie?: never;
        };
        get?: never;
        /** Register a sender header, or change one */
        put: operations["putHeader"];
        post?: never;
        /** Remove a sender header */
        delete: operations["deleteHeader"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{accountId}/templates": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The account; `demo` is there from the start.
                 * @example demo
                 */
                accountId: components["parameters"]["accountId"];
            };
            cookie?: never;
        };
        /** List the templates */
        get: operations["listTemplates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{accountId}/templates/{templateId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The account; `demo` is there from the start.
                 * @example demo
                 */
                accountId: components["parameters"]["accountId"];
                /** @description The DLT id of the template. */
                templateId: components["parameters"]["templateId"];
            };
            cookie?: never;
        };
        get?: never;
        /** Register a template, or change one */
        put: operations["putTemplate"];
        post?: never;
        /** Remove a template */
        delete: operations["deleteTemplate"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{accountId}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The account; `demo` is there from the start.
                 * @example demo
                 */
                accountId: components["parameters"]["accountId"];
            };
            cookie?: never;
        };
        /** List messages */
        get: operations["listMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{accountId}/messages/{messageId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The account; `demo` is there from the start.
                 * @example demo
                 */
                accountId: components["parameters"]["accountId"];
                /** @description The message. */
                messageId: components["parameters"]["messageId"];
            };
            cookie?: never;
        };
        /** Read one message */
        get: operations["getMessage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{accountId}/messages/{messageId}/ending": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The account; `demo` is there from the start.
                 * @example demo
                 */
                accountId: components["parameters"]["accountId"];
                /** @description The message. */
                messageId: components["parameters"]["messageId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring a message to its end now */
        post: operations["endMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{accountId}/batches": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The account; `demo` is there from the start.
                 * @example demo
                 */
                accountId: components["parameters"]["accountId"];
            };
            cookie?: never;
        };
        /** List batches */
        get: operations["listBatches"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{accountId}/endpoints": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The account; `demo` is there from the start.
                 * @example demo
                 */
                accountId: components["parameters"]["accountId"];
            };
            cookie?: never;
        };
        /** List the webhook endpoints */
        get: operations["listEndpoints"];
        put?: never;
        /**
         * Add a webhook endpoint
         * @description The secret is in this answer and nowhere else.
         */
        post: operations["createEndpoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{accountId}/endpoints/{endpointId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The account; `demo` is there from the start.
                 * @example demo
                 */
                accountId: components["parameters"]["accountId"];
                /** @description The endpoint. */
                endpointId: components["parameters"]["endpointId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a webhook endpoint
         * @description What was not yet delivered to it never will be. Its attempts stay to be read.
         */
        delete: operations["deleteEndpoint"];
        options?: never;
        head?: never;
        /** Change where an endpoint is, or switch it on or off */
        patch: operations["changeEndpoint"];
        trace?: never;
    };
    "/accounts/{accountId}/endpoints/{endpointId}/secret": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The account; `demo` is there from the start.
                 * @example demo
                 */
                accountId: components["parameters"]["accountId"];
                /** @description The endpoint. */
                endpointId: components["parameters"]["endpointId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replace the secret of an endpoint
         * @description A request carries one signature. During the overlap it is made with the old secret, while the
         *     receiver learns to accept both; after it, with the new one.
         */
        post: operations["rotateSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{accountId}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The account; `demo` is there from the start.
                 * @example demo
                 */
                accountId: components["parameters"]["accountId"];
            };
            cookie?: never;
        };
        /** List webhook deliveries */
        get: operations["listDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{accountId}/deliveries/{deliveryId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The account; `demo` is there from the start.
                 * @example demo
                 */
                accountId: components["parameters"]["accountId"];
                /** @description The delivery. */
                deliveryId: components["parameters"]["deliveryId"];
            };
            cookie?: never;
        };
        /** Read a delivery with every attempt */
        get: operations["getDelivery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{accountId}/deliveries/{deliveryId}/redeliver": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The account; `demo` is there from the start.
                 * @example demo
                 */
                accountId: components["parameters"]["accountId"];
                /** @description The delivery. */
                deliveryId: components["parameters"]["deliveryId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Deliver again, now
         * @description One more attempt with the same body, whatever became of those before. The answer comes when it is made.
         */
        post: operations["redeliver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Deliver the example of an event
         * @description Posts the example that the API document has of an event, signed, to any allowed address. Nothing is kept.
         */
        post: operations["deliverExample"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * Format: date-time
         * @example 2026-06-23T10:30:00.000Z
         */
        Time: string;
        /** Format: date-time */
        NullableTime: string | null;
        /** @description The value for `before` that goes on; `null` at the end. */
        Next: string | null;
        /**
         * @description Seconds of the sandbox in each real second: 1 is real time, 0 stands still.
         * @example 60
         */
        Speed: number;
        Clock: {
            now: components["schemas"]["Time"];
            speed: components["schemas"]["Speed"];
        };
        /** @description The data of a server-sent event. */
        Change: {
            topics: ("messages" | "batches" | "ledger" | "accounts" | "keys" | "headers" | "templates" | "endpoints" | "deliveries" | "faults" | "settings" | "clock")[];
            clock: components["schemas"]["Clock"];
        };
        Error: {
            error: {
                /** @description A code of the API's own catalogue. */
                code: string;
                message: string;
                requestId: string;
            };
        };
        Delays: {
            /** @description From queued to dispatched. */
            queueMs: number;
            /** @description From dispatched to the end. */
            carrierMs: number;
            /** @description From dispatched to the end for the slow magic recipient. */
            slowMs: number;
        };
        Settings: {
            delays: components["schemas"]["Delays"];
            matching: components["schemas"]["Matching"];
            promotionalHours: components["schemas"]["PromotionalHours"];
        };
        SettingsChange: {
            delays?: {
                queueMs?: number;
                carrierMs?: number;
                slowMs?: number;
            };
            matching?: components["schemas"]["Matching"];
            promotionalHours?: components["schemas"]["PromotionalHours"];
        };
        /**
         * @description How texts are compared with templates; `null` leaves it to the DLT rules of the day.
         * @enum {string|null}
         */
        Matching: "strict" | "lenient" | null;
        /**
         * @description When promotional messages go out, in Indian time. Outside of these hours the operator rejects them.
         *     `null` leaves it to the DLT rules of the day, of which the usual ones let them out at any hour.
         */
        PromotionalHours: null | {
            /** @example 10:00 */
            from: string;
            /** @example 21:00 */
            to: string;
        };
        FaultEffect: {
            /**
             * @description The error code to answer. Nothing is accepted.
             * @example GATEWAY_ERROR
             */
            error: string;
        } | {
            /**
             * @description Answer as the API answers plain HTTP.
             * @constant
             */
            redirect: "https";
        } | {
            /**
             * @description Cut the connection before the request is taken in, or after it has had its effect.
             * @enum {string}
             */
            reset: "before" | "after";
        } | {
            /** @description Answer this much later, in real time. */
            delayMs: number;
        };
        NewFault: {
            effect: components["schemas"]["FaultEffect"];
            /**
             * @description Only calls of this operation.
             * @example send
             */
            operationId?: string;
            /** @description Only calls of this account. */
            accountId?: string;
            /** @description How many calls; without it every call until the fault is removed. */
            times?: number;
        };
        Fault: {
            faultId: string;
            effect: components["schemas"]["FaultEffect"];
            operationId: string | null;
            accountId: string | null;
            timesLeft: number | null;
        };
        MagicRecipient: {
            to: string;
            /** @description What becomes of a message to it. */
            effect: string;
        };
        AccountList: {
            accounts: components["schemas"]["Account"][];
        };
        Account: {
            accountId: string;
            name: string;
            plan: string;
            /** @description The plan's, unless the account has its own. */
            requestsPerSecond: number;
            /** @description The plan's. */
            recipientsPerRequest: number;
            credits: number;
            /**
             * Format: date
             * @description The last day, in Indian time, on which the credits can be spent.
             */
            expiresAt: string;
            /** @description The types of message that the account may send. */
            routes: string[];
        };
        AccountChange: {
            name?: string;
            plan?: string;
            /** @description Overrules the plan; `null` goes back to it. */
            requestsPerSecond?: number | null;
            /** Format: date */
            expiresAt?: string;
            routes?: string[];
        };
        Seed: {
            accounts: components["schemas"]["NewAccount"][];
        };
        NewAccount: {
            accountId: string;
            name?: string;
            /** @default Growth */
            plan: string;
            requestsPerSecond?: number;
            /** @default 0 */
            credits: number;
            /**
             * Format: date
             * @description By default the last day of the next year.
             */
            expiresAt?: string;
            /** @description By default every type. */
            routes?: string[];
            /** @description API keys in full, of the test environment. */
            keys?: {
                key: string;
                name?: string;
            }[];
            headers?: components["schemas"]["SenderHeader"][];
            templates?: components["schemas"]["Template"][];
            endpoints?: components["schemas"]["NewEndpoint"][];
        };
        /** @description The file that `gcm-sandbox --config` reads. What is left out is as usual. */
        Configuration: {
            /** @description Instead of the demo account. */
            accounts?: components["schemas"]["NewAccount"][];
            settings?: components["schemas"]["SettingsChange"];
            clock?: {
                /**
                 * Format: date-time
                 * @description The time at which the clock begins.
                 */
                start?: string;
                speed?: components["schemas"]["Speed"];
            };
            /** @description DLT rules with the dates from which they hold. */
            dltRules?: unknown[];
            /** @description Makes other ids out of the same calls. */
            seed?: number;
            webhooks?: {
                /** @description Let webhooks go to private and link-local addresses. */
                allowPrivate?: boolean;
                /** @default 15 */
                timeoutSeconds: number;
            };
        };
        LedgerEntry: {
            entryId: string;
            at: components["schemas"]["Time"];
            /** @enum {string} */
            kind: "grant" | "send" | "refund" | "expiry";
            /** @description Positive adds credits. */
            amount: number;
            /** @description The credits after this entry. */
            balance: number;
            messageId: string | null;
            batchId: string | null;
            note: string | null;
        };
        ApiKey: {
            keyId: string;
            name: string;
            /** @description The last four characters of the key. */
            ending: string;
            createdAt: components["schemas"]["Time"];
            revokedAt: components["schemas"]["NullableTime"];
        };
        SenderHeader: {
            senderId: string;
            approved: boolean;
        };
        NewTemplate: {
            senderId: string;
            /** @description The type of message that it is approved for. */
            type: string;
            /** @description The text, with variables such as {#var#}. */
            text: string;
            /** @default true */
            approved: boolean;
        };
        Template: {
            templateId: string;
            senderId: string;
            type: string;
            text: string;
            /** @default true */
            approved: boolean;
        };
        Message: {
            messageId: string;
            batchId: string | null;
            to: string;
            senderId: string;
            templateId: string;
            type: string;
            unicode: boolean;
            /** @description The text as the handset shows it. */
            text: string;
            segments: number;
            credits: number;
            status: string;
            queuedAt: components["schemas"]["Time"];
            scheduledAt: components["schemas"]["NullableTime"];
            sentAt: components["schemas"]["NullableTime"];
            endedAt: components["schemas"]["NullableTime"];
            operator: string | null;
            failReason: string | null;
        };
        Batch: {
            batchId: string;
            /** @enum {string} */
            state: "scheduled" | "sending" | "completed" | "cancelled";
            total: number;
            delivered: number;
            failed: number;
            pending: number;
            deliveryRate: string;
            credits: number;
            senderId: string;
            templateId: string;
            type: string;
            text: string;
            acceptedAt: components["schemas"]["Time"];
            scheduledAt: components["schemas"]["NullableTime"];
            completedAt: components["schemas"]["NullableTime"];
        };
        /**
         * @description An http or https address without a password. Loopback is allowed, private networks only where the sandbox was started so.
         * @example http://127.0.0.1:3000/webhooks
         */
        EndpointUrl: string;
        /** @description The text that signs the webhooks. Made at random where none is given. */
        Secret: string;
        NewEndpoint: {
            url: components["schemas"]["EndpointUrl"];
            secret?: components["schemas"]["Secret"];
        };
        Endpoint: {
            endpointId: string;
            url: string;
            enabled: boolean;
            /** @description Why the sandbox has switched it off. */
            disabledReason: string | null;
            signsWithNewSecretFrom: components["schemas"]["NullableTime"];
            createdAt: components["schemas"]["Time"];
        };
        /**
         * @description `failed` has used up its attempts; `stopped` had its endpoint switched off or removed.
         * @enum {string}
         */
        DeliveryState: "pending" | "delivered" | "failed" | "stopped";
        Delivery: {
            deliveryId: string;
            /** @description The same for every attempt and every endpoint. */
            eventId: string;
            event: string;
            messageId: string;
            endpointId: string;
            url: string;
            state: components["schemas"]["DeliveryState"];
            attemptCount: number;
            /** @description The HTTP status of the last attempt. */
            lastStatus: number | null;
            nextAttemptAt: components["schemas"]["NullableTime"];
            createdAt: components["schemas"]["Time"];
        };
        Attempt: {
            number: number;
            at: components["schemas"]["Time"];
            url: string;
            requestHeaders: {
                [key: string]: string;
            };
            status: number | null;
            responseHeaders: {
                [key: string]: string;
            } | null;
            /** @description The first 16 KiB of it as text. */
            responseBody: string | null;
            durationMs: number;
            /** @description Why there was no answer. */
            error: string | null;
        };
    };
    responses: {
        /** @description The sandbox answers. */
        Health: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": {
                    /** @constant */
                    status: "ok";
                    /** @description How many messages are stored. */
                    messages: number;
                    now: components["schemas"]["Time"];
                };
            };
        };
        /** @description The clock as it is now. */
        Clock: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Clock"];
            };
        };
        /** @description The settings in force. */
        Settings: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Settings"];
            };
        };
        /** @description The account as it is now. */
        Account: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Account"];
            };
        };
        /** @description The endpoint with its secret, shown once. */
        EndpointWithSecret: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Endpoint"] & {
                    secret: components["schemas"]["Secret"];
                };
            };
        };
        /** @description The delivery with every attempt, the first one first. */
        DeliveryWithAttempts: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Delivery"] & {
                    /** @description The body as it is sent, byte for byte the same each time. */
                    body: string;
                    attempts: components["schemas"]["Attempt"][];
                };
            };
        };
        /** @description The request is not as this document has it; the message says what to change. */
        Refused: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description There is no such thing in the sandbox. */
        Missing: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description It cannot be done as things are; the message says why. */
        Conflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
    };
    parameters: {
        /**
         * @description The account; `demo` is there from the start.
         * @example demo
         */
        accountId: string;
        /** @description The fault. */
        faultId: string;
        /** @description The key's id; not the key. */
        keyId: string;
        /** @description The header. */
        senderId: string;
        /** @description The DLT id of the template. */
        templateId: string;
        /** @description The message. */
        messageId: string;
        /** @description The endpoint. */
        endpointId: string;
        /** @description The delivery. */
        deliveryId: string;
        /** @description How many to answer at most. */
        limit: number;
        /** @description Go on where `next` of another answer says. */
        before: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Health"];
            400: components["responses"]["Refused"];
        };
    };
    getControlDocument: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description This document as JSON. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            400: components["responses"]["Refused"];
        };
    };
    watchChanges: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A stream that stays open. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            400: components["responses"]["Refused"];
        };
    };
    reset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sandbox is as it was when it first started. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refused"];
        };
    };
    enterState: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @example account-ready */
                    state: string;
                };
            };
        };
        responses: {
            /** @description The state is entered. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refused"];
        };
    };
    seed: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Seed"];
            };
        };
        responses: {
            /** @description The accounts as they are now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountList"];
                };
            };
            400: components["responses"]["Refused"];
            409: components["responses"]["Conflict"];
        };
    };
    getSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Settings"];
            400: components["responses"]["Refused"];
        };
    };
    changeSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SettingsChange"];
            };
        };
        responses: {
            200: components["responses"]["Settings"];
            400: components["responses"]["Refused"];
        };
    };
    getClock: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Clock"];
            400: components["responses"]["Refused"];
        };
    };
    setClock: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    speed: components["schemas"]["Speed"];
                };
            };
        };
        responses: {
            200: components["responses"]["Clock"];
            400: components["responses"]["Refused"];
        };
    };
    advanceClock: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description How far to go.
                     * @example 60
                     */
                    seconds?: number;
                    /**
                     * Format: date-time
                     * @description The time to stop at.
                     * @example 2026-06-24T09:00:00+05:30
                     */
                    to?: string;
                };
            };
        };
        responses: {
            200: components["responses"]["Clock"];
            400: components["responses"]["Refused"];
        };
    };
    listFaults: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The faults in force. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        faults: components["schemas"]["Fault"][];
                    };
                };
            };
            400: components["responses"]["Refused"];
        };
    };
    injectFault: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewFault"];
            };
        };
        responses: {
            /** @description The fault is in force. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Fault"];
                };
            };
            400: components["responses"]["Refused"];
        };
    };
    clearFaults: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No fault is in force. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refused"];
        };
    };
    removeFault: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The fault. */
                faultId: components["parameters"]["faultId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The fault is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refused"];
            404: components["responses"]["Missing"];
        };
    };
    listMagicRecipients: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Numbers that no mobile can have, and what becomes of a message to each. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        recipients: components["schemas"]["MagicRecipient"][];
                    };
                };
            };
            400: components["responses"]["Refused"];
        };
    };
    listAccounts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every account. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountList"];
                };
            };
            400: components["responses"]["Refused"];
        };
    };
    getAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The account; `demo` is there from the start.
                 * @example demo
                 */
                accountId: components["parameters"]["accountId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Account"];
            400: components["responses"]["Refused"];
            404: components["responses"]["Missing"];
        };
    };
    changeAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The account; `demo` is there from the start.
                 * @example demo
                 */
                accountId: components["parameters"]["accountId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountChange"];
            };
        };
        responses: {
            200: components["responses"]["Account"];
            400: components["responses"]["Refused"];
            404: components["responses"]["Missing"];
        };
    };
    addCredits: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The account; `demo` is there from the start.
                 * @example demo
                 */
                accountId: components["parameters"]["accountId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description How many credits to give; negative takes them. */
                    amount: number;
                    /** @description Shown in the ledger. */
                    note?: string;
                };
            };
        };
        responses: {
            /** @description The entry in the ledger. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LedgerEntry"];
                };
            };
            400: components["responses"]["Refused"];
            404: components["responses"]["Missing"];
        };
    };
    listLedger: {
        parameters: {
            query?: {
                /** @description How many to answer at most. */
                limit?: components["parameters"]["limit"];
                /** @description Go on where `next` of another answer says. */
                before?: components["parameters"]["before"];
            };
            header?: never;
            path: {
                /**
                 * @description The account; `demo` is there from the start.
                 * @example demo
                 */
                accountId: components["parameters"]["accountId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The entries, each with the balance after it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entries: components["schemas"]["LedgerEntry"][];
                        next: components["schemas"]["Next"];
                    };
                };
            };
            400: components["responses"]["Refused"];
            404: components["responses"]["Missing"];
        };
    };
    listKeys: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The account; `demo` is there from the start.
                 * @example demo
                 */
                accountId: components["parameters"]["accountId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The keys by their last characters. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        keys: components["schemas"]["ApiKey"][];
                    };
                };
            };
            400: components["responses"]["Refused"];
            404: components["responses"]["Missing"];
        };
    };
    createKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The account; `demo` is there from the start.
                 * @example demo
                 */
                accountId: components["parameters"]["accountId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What the key is for. */
                    name: string;
                };
            };
        };
        responses: {
            /** @description The key, shown once. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKey"] & {
                        /** @description The whole key. */
                        key: string;
                    };
                };
            };
            400: components["responses"]["Refused"];
            404: components["responses"]["Missing"];
        };
    };
    revokeKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The account; `demo` is there from the start.
                 * @example demo
                 */
                accountId: components["parameters"]["accountId"];
                /** @description The key's id; not the key. */
                keyId: components["parameters"]["keyId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The key no longer opens anything. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refused"];
            404: components["responses"]["Missing"];
        };
    };
    listHeaders: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The account; `demo` is there from the start.
                 * @example demo
                 */
                accountId: components["parameters"]["accountId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The registered headers. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        headers: components["schemas"]["SenderHeader"][];
                    };
                };
            };
            400: components["responses"]["Refused"];
            404: components["responses"]["Missing"];
        };
    };
    putHeader: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The account; `demo` is there from the start.
                 * @example demo
                 */
                accountId: components["parameters"]["accountId"];
                /** @description The header. */
                senderId: components["parameters"]["senderId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Whether DLT has approved it.
                     * @default true
                     */
                    approved?: boolean;
                };
            };
        };
        responses: {
            /** @description The header. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SenderHeader"];
                };
            };
            400: components["responses"]["Refused"];
            404: components["responses"]["Missing"];
        };
    };
    deleteHeader: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The account; `demo` is there from the start.
                 * @example demo
                 */
                accountId: components["parameters"]["accountId"];
                /** @description The header. */
                senderId: components["parameters"]["senderId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The header is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refused"];
            404: components["responses"]["Missing"];
        };
    };
    listTemplates: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The account; `demo` is there from the start.
                 * @example demo
                 */
                accountId: components["parameters"]["accountId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The registered templates. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        templates: components["schemas"]["Template"][];
                    };
                };
            };
            400: components["responses"]["Refused"];
            404: components["responses"]["Missing"];
        };
    };
    putTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The account; `demo` is there from the start.
                 * @example demo
                 */
                accountId: components["parameters"]["accountId"];
                /** @description The DLT id of the template. */
                templateId: components["parameters"]["templateId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewTemplate"];
            };
        };
        responses: {
            /** @description The template. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Template"];
                };
            };
            400: components["responses"]["Refused"];
            404: components["responses"]["Missing"];
        };
    };
    deleteTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The account; `demo` is there from the start.
                 * @example demo
                 */
                accountId: components["parameters"]["accountId"];
                /** @description The DLT id of the template. */
                templateId: components["parameters"]["templateId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The template is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refused"];
            404: components["responses"]["Missing"];
        };
    };
    listMessages: {
        parameters: {
            query?: {
                /** @description Only those to this mobile. */
                to?: string;
                /** @description Only those of this batch. */
                batchId?: string;
                /** @description Only those with this status now. */
                status?: string;
                /** @description How many to answer at most. */
                limit?: components["parameters"]["limit"];
                /** @description Go on where `next` of another answer says. */
                before?: components["parameters"]["before"];
            };
            header?: never;
            path: {
                /**
                 * @description The account; `demo` is there from the start.
                 * @example demo
                 */
                accountId: components["parameters"]["accountId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The messages as they are now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        messages: components["schemas"]["Message"][];
                        next: components["schemas"]["Next"];
                    };
                };
            };
            400: components["responses"]["Refused"];
            404: components["responses"]["Missing"];
        };
    };
    getMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The account; `demo` is there from the start.
                 * @example demo
                 */
                accountId: components["parameters"]["accountId"];
                /** @description The message. */
                messageId: components["parameters"]["messageId"];
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
                    "application/json": components["schemas"]["Message"];
                };
            };
            400: components["responses"]["Refused"];
            404: components["responses"]["Missing"];
        };
    };
    endMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The account; `demo` is there from the start.
                 * @example demo
                 */
                accountId: components["parameters"]["accountId"];
                /** @description The message. */
                messageId: components["parameters"]["messageId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    status: "delivered" | "failed" | "rejected";
                    /** @description Why it failed or was rejected. */
                    failReason?: string;
                };
            };
        };
        responses: {
            /** @description The message with its final status. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Message"];
                };
            };
            400: components["responses"]["Refused"];
            404: components["responses"]["Missing"];
            409: components["responses"]["Conflict"];
        };
    };
    listBatches: {
        parameters: {
            query?: {
                /** @description How many to answer at most. */
                limit?: components["parameters"]["limit"];
                /** @description Go on where `next` of another answer says. */
                before?: components["parameters"]["before"];
            };
            header?: never;
            path: {
                /**
                 * @description The account; `demo` is there from the start.
                 * @example demo
                 */
                accountId: components["parameters"]["accountId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The batches with their counts as they are now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        batches: components["schemas"]["Batch"][];
                        next: components["schemas"]["Next"];
                    };
                };
            };
            400: components["responses"]["Refused"];
            404: components["responses"]["Missing"];
        };
    };
    listEndpoints: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The account; `demo` is there from the start.
                 * @example demo
                 */
                accountId: components["parameters"]["accountId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The endpoints, without their secrets. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        endpoints: components["schemas"]["Endpoint"][];
                    };
                };
            };
            400: components["responses"]["Refused"];
            404: components["responses"]["Missing"];
        };
    };
    createEndpoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The account; `demo` is there from the start.
                 * @example demo
                 */
                accountId: components["parameters"]["accountId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewEndpoint"];
            };
        };
        responses: {
            201: components["responses"]["EndpointWithSecret"];
            400: components["responses"]["Refused"];
            404: components["responses"]["Missing"];
        };
    };
    deleteEndpoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The account; `demo` is there from the start.
                 * @example demo
                 */
                accountId: components["parameters"]["accountId"];
                /** @description The endpoint. */
                endpointId: components["parameters"]["endpointId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The endpoint is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refused"];
            404: components["responses"]["Missing"];
        };
    };
    changeEndpoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The account; `demo` is there from the start.
                 * @example demo
                 */
                accountId: components["parameters"]["accountId"];
                /** @description The endpoint. */
                endpointId: components["parameters"]["endpointId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    url?: components["schemas"]["EndpointUrl"];
                    /** @description Whether receipts are delivered to it. */
                    enabled?: boolean;
                };
            };
        };
        responses: {
            /** @description The endpoint. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Endpoint"];
                };
            };
            400: components["responses"]["Refused"];
            404: components["responses"]["Missing"];
        };
    };
    rotateSecret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The account; `demo` is there from the start.
                 * @example demo
                 */
                accountId: components["parameters"]["accountId"];
                /** @description The endpoint. */
                endpointId: components["parameters"]["endpointId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description How long the old secret still signs.
                     * @default 86400
                     */
                    overlapSeconds?: number;
                    secret?: components["schemas"]["Secret"];
                };
            };
        };
        responses: {
            200: components["responses"]["EndpointWithSecret"];
            400: components["responses"]["Refused"];
            404: components["responses"]["Missing"];
        };
    };
    listDeliveries: {
        parameters: {
            query?: {
                /** @description Only those to this endpoint. */
                endpointId?: string;
                /** @description Only those about this message. */
                messageId?: string;
                /** @description Only those in this state. */
                state?: components["schemas"]["DeliveryState"];
                /** @description How many to answer at most. */
                limit?: components["parameters"]["limit"];
                /** @description Go on where `next` of another answer says. */
                before?: components["parameters"]["before"];
            };
            header?: never;
            path: {
                /**
                 * @description The account; `demo` is there from the start.
                 * @example demo
                 */
                accountId: components["parameters"]["accountId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The deliveries, without their attempts. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        deliveries: components["schemas"]["Delivery"][];
                        next: components["schemas"]["Next"];
                    };
                };
            };
            400: components["responses"]["Refused"];
            404: components["responses"]["Missing"];
        };
    };
    getDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The account; `demo` is there from the start.
                 * @example demo
                 */
                accountId: components["parameters"]["accountId"];
                /** @description The delivery. */
                deliveryId: components["parameters"]["deliveryId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["DeliveryWithAttempts"];
            400: components["responses"]["Refused"];
            404: components["responses"]["Missing"];
        };
    };
    redeliver: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The account; `demo` is there from the start.
                 * @example demo
                 */
                accountId: components["parameters"]["accountId"];
                /** @description The delivery. */
                deliveryId: components["parameters"]["deliveryId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["DeliveryWithAttempts"];
            400: components["responses"]["Refused"];
            404: components["responses"]["Missing"];
            409: components["responses"]["Conflict"];
        };
    };
    deliverExample: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @example sms.delivered */
                    event: string;
                    url: components["schemas"]["EndpointUrl"];
                    secret: components["schemas"]["Secret"];
                };
            };
        };
        responses: {
            /** @description What the receiver answered. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        status: number;
                    };
                };
            };
            400: components["responses"]["Refused"];
        };
    };
}
