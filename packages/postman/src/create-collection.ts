import {
  type ApiDocument,
  apiKeyScheme,
  type LocatedOperation,
  operationsOf,
} from "@getclickmedia/sms-document";
import { idVariables } from "./chained-ids.ts";
import { type Auth, type Collection, type Folder, stringVariable } from "./collection.ts";
import { timeVariables } from "./coming-time.ts";
import { type Converted, type ConvertedFolder, convert, textOf } from "./convert.ts";
import { withoutAnchors } from "./descriptions.ts";
import { errorFolder, mockVariable } from "./error-folder.ts";
import type { Call } from "./example-request.ts";
import { liveVariable } from "./live-guard.ts";
import { operationItem } from "./operation-item.ts";
import { stableId } from "./stable-id.ts";
import {
  exampleSecret,
  skipWithoutReceiver,
  webhookFolderNote,
  webhookItems,
  webhookSecretVariable,
  webhookUrlVariable,
} from "./webhook-items.ts";

/**
 * The API as a Postman collection of format v2.1: what the converter makes of the document, with every documented
 * answer, tests, errors and webhooks added from it.
 * @throws Error with one line when the document cannot be converted, or an operation is in no folder.
 */
export async function createCollection(document: ApiDocument): Promise<Collection> {
  const converted = await convert(document);
  const operations = operationsOf(document);
  const folders = converted.item
    .filter((each) => "item" in each)
    .map((folder) => ({ folder, calls: callsOf(operations, folder) }));
  const calls = folders.flatMap((each) => each.calls);
  const lost = operations.filter((each) => !calls.some(({ operation }) => operation === each));
  if (lost.length > 0) {
    const names = lost.map(({ operationId }) => operationId).join(", ");
    throw new Error(
      `The converter has put ${names} into no folder. Give each a tag of the document.`,
    );
  }
  return {
    info: {
      _postman_id: stableId("collection"),
      name: converted.info.name,
      description: `${withoutAnchors(document, textOf(converted.info.description)).trim()}\n\n${usage}`,
      schema: "https://schema.getpostman.com/json/collection/v2.1.0/collection.json",
    },
    item: [
      ...folders.map((each) => tagFolder(document, each.folder, each.calls)),
      errorFolder(document, calls),
    ],
    auth: authOf(document),
    variable: variablesOf(document, converted),
  };
}

const usage = `## This collection

Choose one of its environments: the mock and the sandbox run on your own machine, and with the live one you put in
your key. Then send the requests one by one, or run them all: each has tests, and those that make a message or a
batch keep its id for those that ask about it. The saved examples beside a request are all answers that it can get.

With a live key what sends or cancels is skipped, unless the variable \`${liveVariable}\` is \`true\`: then messages go out and are charged.`;

function callsOf(operations: LocatedOperation[], { item }: ConvertedFolder): Call[] {
  return item.flatMap(({ request }) => {
    const path = `/${request.url.path.join("/")}`;
    const operation = operations.find(
      (each) => each.method === request.method && each.path.replace(/\{([^}]+)\}/g, ":$1") === path,
    );
    return operation ? [{ operation, converted: request }] : [];
  });
}

function tagFolder(document: ApiDocument, folder: ConvertedFolder, calls: Call[]): Folder {
  const webhooks = webhookItems(document, folder.name);
  const description = withoutAnchors(document, textOf(folder.description)).trim();
  return {
    id: stableId("folder", folder.name),
    name: folder.name,
    description: webhooks.length > 0 ? `${description}\n\n${webhookFolderNote}` : description,
    item: [...calls.map((call) => operationItem(document, call)), ...webhooks],
    ...(webhooks.length > 0 ? { event: [skipWithoutReceiver] } : {}),
  };
}

function authOf(document: ApiDocument): Auth {
  return {
    type: "apikey",
    apikey: [
      stringVariable("key", apiKeyScheme(document).name),
      stringVariable("value", "{{apiKey}}"),
      stringVariable("in", "header"),
    ],
  };
}

function variablesOf(document: ApiDocument, { variable }: Converted) {
  const baseUrl = variable.find(({ key }) => key === "baseUrl")?.value ?? "";
  return [
    stringVariable("baseUrl", baseUrl, "Where the API is. The environments set it."),
    stringVariable("apiKey", "", "Your key. Keep it in an environment, as a secret."),
    ...idVariables(document),
    ...timeVariables(document),
    stringVariable(liveVariable, "false", "Whether a live key may send and cancel."),
    stringVariable(mockVariable, "false", "Whether baseUrl is the mock's."),
    stringVariable(webhookUrlVariable, "", "Where your receiver of webhooks listens."),
    stringVariable(
      webhookSecretVariable,
      exampleSecret(document),
      "The secret that signs them. This one is the documentation's, and everybody knows it.",
    ),
  ];
}
