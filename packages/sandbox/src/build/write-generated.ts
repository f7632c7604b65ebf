import { mkdir, readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { type ApiDocument, readDocument } from "@getclickmedia/sms-document";
import { requestSchemas, standaloneCode } from "@getclickmedia/sms-request-validation/standalone";
import { rolldown } from "rolldown";
import { parse } from "yaml";

// Writes to dist/generated what would take its time at each start: both documents with every `$ref` replaced,
// and the compiled schemas.

const target = new URL("../../dist/generated/", import.meta.url);
const controlPath = fileURLToPath(import.meta.resolve("@getclickmedia/sms-control-api"));

const api = await readDocument();
const control = await readDocument(controlPath);

await mkdir(target, { recursive: true });
await writeJson("api-document.json", api);
await writeJson("control-document.json", control);
await writeJson("control-source.json", parse(await readFile(controlPath, "utf8")));
await writeValidators("api-validators.js", requestSchemas(api));
await writeValidators("control-validators.js", {
  ...requestSchemas(control),
  configuration: control.components.schemas.Configuration ?? {},
});

function writeJson(name: string, value: ApiDocument | object): Promise<void> {
  return writeFile(new URL(name, target), JSON.stringify(value));
}

/** The code of the validators with the few functions that it requires, as one module. */
async function writeValidators(
  name: string,
  schemas: Parameters<typeof standaloneCode>[0],
): Promise<void> {
  const entry = "validators.cjs";
  const bundle = await rolldown({
    input: entry,
    platform: "node",
    plugins: [
      {
        name: "validators",
        resolveId: (id) => (id === entry ? fileURLToPath(new URL(entry, import.meta.url)) : null),
        load: (id) => (id.endsWith(entry) ? standaloneCode(schemas) : null),
      },
    ],
  });
  const { output } = await bundle.generate({ format: "esm", minify: true });
  await bundle.close();
  await writeFile(new URL(name, target), output[0].code);
}
