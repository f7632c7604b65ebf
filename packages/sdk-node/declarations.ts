import { mkdir, readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { Extractor, ExtractorConfig } from "@microsoft/api-extractor";

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const reports = folder("dist/api");
await mkdir(reports, { recursive: true });

// Joins the declarations of each entry to one file, which needs nothing from elsewhere, and writes down what
// is public. `require` gets the same declarations: they mean the same there.
for (const [entry, source] of [
  ["index", "index"],
  ["webhooks", "webhooks/index"],
  ["testing", "testing/index"],
]) {
  const config = ExtractorConfig.prepare({
    packageJsonFullPath: folder("package.json"),
    configObjectFullPath: undefined,
    configObject: {
      projectFolder: folder("."),
      mainEntryPointFilePath: folder(`dist/types/${source}.d.ts`),
      bundledPackages: ["@getclickmedia/sms-segments", "@getclickmedia/sms-types"],
      newlineKind: "lf",
      compiler: { tsconfigFilePath: folder("tsconfig.build.json") },
      apiReport: {
        enabled: true,
        reportFileName: `${entry}.api.md`,
        reportFolder: reports,
        reportTempFolder: reports,
      },
      docModel: { enabled: false },
      tsdocMetadata: { enabled: false },
      dtsRollup: { enabled: true, untrimmedFilePath: folder(`dist/${entry}.d.ts`) },
      messages: {
        extractorMessageReporting: {
          default: { logLevel: "error" },
          // Every export is public, so no comment says so.
          "ae-missing-release-tag": { logLevel: "none" },
          // Types that exports are made of need not be exported themselves.
          "ae-forgotten-export": { logLevel: "none" },
        },
        tsdocMessageReporting: { default: { logLevel: "none" } },
      },
    },
  });
  const { succeeded } = Extractor.invoke(config, { localBuild: true, showVerboseMessages: false });
  if (!succeeded) process.exitCode = 1;
  const code = (await import(folder(`dist/${entry}.js`))) as object;
  const declarations = await readFile(folder(`dist/${entry}.d.ts`), "utf8");
  const corrected = withTypesAsTypes(declarations, Object.keys(code));
  for (const ending of ["d.ts", "d.cts"])
    await writeFile(folder(`dist/${entry}.${ending}`), corrected);
}

/** Exports as a type what the code does not have: API Extractor declares `export type` of a class as a class. */
function withTypesAsTypes(declarations: string, values: string[]): string {
  const types: string[] = [];
  const corrected = declarations.replace(
    /^export (declare (?:abstract )?(?:class|const|enum|function) (\w+))/gm,
    (exported, declared: string, name: string) => {
      if (values.includes(name)) return exported;
      types.push(name);
      return declared;
    },
  );
  return types.length > 0 ? `${corrected}\nexport type { ${types.join(", ")} };\n` : corrected;
}
