import type { ApiDocument } from "@getclickmedia/sms-document";
import converter from "openapi-to-postmanv2";

/** What is taken over from the converter: the folders, and the bare request of each operation. */
export interface Converted {
  info: { name: string; description: Text };
  /** The tags; a request beside them is that of an operation without a tag. */
  item: (ConvertedFolder | ConvertedItem)[];
  variable: { key: string; value: string }[];
}

export interface ConvertedFolder {
  name: string;
  description: Text;
  /** Empty for a tag that has no operation. */
  item: ConvertedItem[];
}

export interface ConvertedItem {
  name: string;
  request: ConvertedRequest;
}

export interface ConvertedRequest {
  method: string;
  header: { key: string; value: string }[];
  url: {
    host: string[];
    path: string[];
    variable: { key: string; value: string; description: Text }[];
  };
}

type Text = string | { content: string };

/**
 * Converts the document with Postman's own library. It asks no other host for anything, and gives every part a
 * random id, none of which is kept.
 * @throws Error with one line when the library refuses the document.
 */
export async function convert(document: ApiDocument): Promise<Converted> {
  // Through text, because the library changes what it is given.
  const data = JSON.stringify(document);
  const options = {
    folderStrategy: "Tags",
    parametersResolution: "Example",
    includeWebhooks: false,
  } as const;
  const output = await new Promise<object>((resolve, reject) => {
    converter.convertV2({ type: "string", data }, options, (error, result) => {
      const collection = result?.output?.[0]?.data;
      if (collection) resolve(collection);
      else reject(new Error(`The document cannot be converted: ${error ?? result?.reason}`));
    });
  });
  return output as Converted;
}

export function textOf(text: Text): string {
  return typeof text === "string" ? text : text.content;
}
