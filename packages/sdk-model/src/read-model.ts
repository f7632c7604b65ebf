import { type ApiDocument, apiKeyScheme } from "@getclickmedia/sms-document";
import { segmentTables } from "@getclickmedia/sms-segments";
import { knownValues } from "./enums.ts";
import { readErrors } from "./errors.ts";
import { readEvents, readSignature, timestampsOf } from "./events.ts";
import { readFakeData } from "./fake-data.ts";
import type { SdkModel } from "./model.ts";
import { readObjects } from "./objects.ts";
import { readOperations } from "./operations.ts";
import { present } from "./present.ts";

/**
 * Gathers from the dereferenced document what an SDK is made of. The document is left as it is.
 * @throws Error that names what the document lacks.
 */
export function readModel(document: ApiDocument): SdkModel {
  const { schemas } = document.components;
  const errors = readErrors(document);
  const operations = readOperations(document, errors);
  const events = readEvents(document);
  const { name: keyHeader, "x-gcm-key-prefixes": keyPrefixes } = apiKeyScheme(document);
  const prefixes = Object.entries(present(keyPrefixes, "key prefixes in its security scheme"));
  return {
    baseUrl: present(document.servers[0], "server").url,
    keyHeader: keyHeader.toLowerCase(),
    environments: Object.fromEntries(
      prefixes.map(([prefix, { environment }]) => [prefix, environment]),
    ),
    phoneNumberPattern: String(present(schemas.PhoneNumber?.pattern, "pattern in PhoneNumber")),
    finalStatuses: knownValues("MessageStatus", schemas)
      .filter(([, { final }]) => final)
      .map(([status]) => status),
    recipientsPerRequest: recipientsPerRequest(document),
    operations,
    ...readObjects(
      [
        ...operations.flatMap(({ request, response }) => [request ?? [], response].flat()),
        ...events.map(({ object }) => object),
      ],
      document,
    ),
    errors,
    events,
    signature: readSignature(document),
    timestampFields: timestampsOf(document),
    segments: segmentTables(),
    fake: readFakeData(document, errors),
  };
}

function recipientsPerRequest({ components }: ApiDocument): Record<string, number> {
  const plans = knownValues("Plan", components.schemas).map(
    ([name, plan]) =>
      [
        name,
        Number(present(plan.recipientsPerRequest, `recipientsPerRequest for the plan ${name}`)),
      ] as const,
  );
  return Object.fromEntries(plans.toSorted(([, one], [, other]) => one - other));
}
