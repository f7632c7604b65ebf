import bundle from "@getclickmedia/sms-openapi" with { type: "json" };
import { defaultPort } from "@getclickmedia/sms-sandbox";

// What the format of a page takes from the document: no page can name what is not there.

const [api, mock] = bundle.servers.map(({ url }) => new URL(url).origin);
if (!api || !mock) throw new Error("The document must name the API's server, then the mock's.");

/** The addresses that a page may show, without their paths. */
export const origins = { api, mock, sandbox: `http://127.0.0.1:${defaultPort}` };

/** What a client takes as its base URL for one of these addresses. */
export const basePath: string = new URL(bundle.servers[0]?.url ?? "").pathname;

export const states: readonly string[] = Object.keys(bundle["x-gcm-states"]);
export const webhooks: readonly string[] = Object.keys(bundle.webhooks);
export const plans: readonly string[] = Object.keys(
  bundle.components.schemas.Plan["x-extensible-enum"],
);
export const keyPrefixes: readonly string[] = Object.keys(
  bundle.components.securitySchemes.ApiKey["x-gcm-key-prefixes"],
);
