import type { RulesetDefinition } from "@stoplight/spectral-core";
import houseRule from "./house-rule.ts";
import bulkLimit from "./rules/bulk-limit.ts";
import errorCatalogueComplete from "./rules/error-catalogue-complete.ts";
import errorExampleCodes from "./rules/error-example-codes.ts";
import exampleNamesPair from "./rules/example-names-pair.ts";
import exampleStates from "./rules/example-states.ts";
import exampleWhen from "./rules/example-when.ts";
import examplesPresent from "./rules/examples-present.ts";
import examplesValid from "./rules/examples-valid.ts";
import extensionMarks from "./rules/extension-marks.ts";
import messageStatusesShown from "./rules/message-statuses-shown.ts";
import noLiveKey from "./rules/no-live-key.ts";
import operationDocumented from "./rules/operation-documented.ts";
import operationErrorResponses from "./rules/operation-error-responses.ts";
import operationId from "./rules/operation-id.ts";
import postLinks from "./rules/post-links.ts";
import rateLimitHeaders from "./rules/rate-limit-headers.ts";
import schemaBounded from "./rules/schema-bounded.ts";
import schemaDescribed from "./rules/schema-described.ts";
import schemaOpenness from "./rules/schema-openness.ts";
import serverHttps from "./rules/server-https.ts";
import webhookEvents from "./rules/webhook-events.ts";
import webhookSignature from "./rules/webhook-signature.ts";

/** All house rules, each under the name of its file. */
export default {
  rules: {
    "bulk-limit": houseRule(bulkLimit),
    "error-catalogue-complete": houseRule(errorCatalogueComplete),
    "error-example-codes": houseRule(errorExampleCodes),
    "example-names-pair": houseRule(exampleNamesPair),
    "example-states": houseRule(exampleStates),
    "example-when": houseRule(exampleWhen),
    "examples-present": houseRule(examplesPresent),
    "examples-valid": houseRule(examplesValid),
    "extension-marks": houseRule(extensionMarks),
    "message-statuses-shown": houseRule(messageStatusesShown),
    "no-live-key": houseRule(noLiveKey),
    "operation-documented": houseRule(operationDocumented),
    "operation-error-responses": houseRule(operationErrorResponses),
    "operation-id": houseRule(operationId),
    "post-links": houseRule(postLinks),
    "rate-limit-headers": houseRule(rateLimitHeaders),
    "schema-bounded": houseRule(schemaBounded),
    "schema-described": houseRule(schemaDescribed),
    "schema-openness": houseRule(schemaOpenness),
    "server-https": houseRule(serverHttps),
    "webhook-events": houseRule(webhookEvents),
    "webhook-signature": houseRule(webhookSignature),
  },
} satisfies RulesetDefinition;
