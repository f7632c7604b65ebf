import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { collectionFile, environmentFiles } from "@getclickmedia/sms-postman/files";
import { bundleFiles } from "../bundle.ts";
import type { OpenApiDocument } from "../document.ts";

/** A file of the site that a program reads, beside the guides as Markdown. */
export interface MachineFile {
  path: string;
  title: string;
  description: string;
  /** The file that it is copied from; the others are written by the build. */
  source?: string;
}

const vectorsFile = fileURLToPath(import.meta.resolve("@getclickmedia/sms-vectors/vectors.json"));

/** Every file for machines, in the order in which they are listed to readers. */
export function machineFiles({ info }: OpenApiDocument): MachineFile[] {
  return [
    {
      path: "openapi.json",
      title: "openapi.json",
      description: `The OpenAPI document, version ${info.version}, as JSON`,
      source: bundleFiles.json,
    },
    {
      path: "openapi.yaml",
      title: "openapi.yaml",
      description: "The same as YAML",
      source: bundleFiles.yaml,
    },
    {
      path: "reference.md",
      title: "The reference as Markdown",
      description: "Every operation and webhook with fields, samples and examples",
    },
    {
      path: basename(collectionFile),
      title: "Postman collection",
      description: "Every call with its answers and tests",
      source: collectionFile,
    },
    ...Object.entries(environmentFiles).map(([name, source]) => ({
      path: basename(source),
      title: `Postman environment ${name}`,
      description: `The address and the key of the ${name} server`,
      source,
    })),
    {
      path: basename(vectorsFile),
      title: "Test vectors",
      description: "What every client of the API has to do alike, as data",
      source: vectorsFile,
    },
    { path: "llms.txt", title: "llms.txt", description: "What language models find here" },
    { path: "sitemap.xml", title: "Sitemap", description: "The addresses of all pages" },
  ];
}
