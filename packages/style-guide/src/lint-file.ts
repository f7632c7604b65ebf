import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import spectralCore, { type ISpectralDiagnostic } from "@stoplight/spectral-core";
import parsers from "@stoplight/spectral-parsers";
import refResolver from "@stoplight/spectral-ref-resolver";
import ruleset from "./ruleset.ts";

/** Lints a description that is spread over files. Each result names the source file it is in. */
export default async function lintFile(file: string): Promise<ISpectralDiagnostic[]> {
  const source = resolve(file);
  // Files only: a lint that fetches a $ref over the network depends on more than the repository.
  const resolver = new refResolver.Resolver({
    resolvers: { file: { resolve: (uri) => readFile(uri.href(), "utf8") } },
  });
  const spectral = new spectralCore.Spectral({ resolver });
  spectral.setRuleset(ruleset);
  const text = await readFile(source, "utf8");
  return spectral.run(new spectralCore.Document(text, parsers.Yaml, source));
}
