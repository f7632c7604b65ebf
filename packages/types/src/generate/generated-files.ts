import document from "@getclickmedia/sms-openapi" with { type: "json" };
import { type CatalogueSource, catalogue } from "./catalogue.ts";
import { openapiTypes } from "./openapi-types.ts";

/** Where each generated file belongs, and what it must say for the present bundle. */
export async function generatedFiles(): Promise<{ url: URL; text: string }[]> {
  return [
    {
      url: new URL("../generated/openapi.ts", import.meta.url),
      text: await openapiTypes(document),
    },
    {
      url: new URL("../generated/catalogue.ts", import.meta.url),
      text: catalogue(document as unknown as CatalogueSource),
    },
  ];
}
