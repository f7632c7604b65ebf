import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ReleaseFault } from "../release-fault.ts";
import type { Artefact } from "./artefact.ts";
import { npmSbom, phpSbom, pythonSbom } from "./build/write-sboms.ts";
import type { Artefacts, Programs, Release } from "./make-artefacts.ts";
import {
  importEntries,
  installTogether,
  sendMessage,
  tryNodeSdk,
  withInstalledServer,
} from "./try/try-npm.ts";
import { tryPhp } from "./try/try-php.ts";
import { tryPython } from "./try/try-python.ts";

/** What the trial has brought. */
export interface Trial {
  /** How each artefact was tried, by its name. */
  tried: Map<string, string>;
  /** The bills of materials, which tell what was installed. */
  sboms: Artefact[];
}

/**
 * Installs every package into an empty folder, runs the quick starts of the READMEs against the mock of this release,
 * and sends a message through mock and sandbox.
 * @param work An empty folder to work in.
 * @throws ReleaseFault with what did not work, and what it printed.
 */
export async function tryArtefacts(
  artefacts: Artefacts,
  release: Release,
  programs: Programs,
  work: string,
): Promise<Trial> {
  const trial: Trial = { tried: new Map(), sboms: [await npmSbom(release)] };
  const project = join(work, "npm");
  await installTogether(artefacts.npm, project);
  for (const each of artefacts.npm) {
    await importEntries(each, project);
    trial.tried.set(each.name, "installed, imported");
  }
  const example = sendExample(artefacts.documents);
  await withInstalledServer("gcm-mock", project, async (url) => {
    await sendMessage(url, "gcm_test_try", example);
    const sdk = named(artefacts.npm, "@getclickmedia/sms-sdk");
    await tryNodeSdk(sdk, join(work, "node"), url);
    trial.tried.set(sdk.name, "installed, imported, quick start");
    await tryPythonPackage(artefacts, { release, programs, work, url }, trial);
    await tryPhpPackage(artefacts, { release, programs, work, url }, trial);
  });
  trial.tried.set("@getclickmedia/sms-mock", "npx gcm-mock, message sent");
  await withInstalledServer("gcm-sandbox", project, (url) =>
    sendMessage(url, "gcm_test_demo", example),
  );
  trial.tried.set("@getclickmedia/sms-sandbox", "npx gcm-sandbox, message sent");
  return trial;
}

interface Surroundings {
  release: Release;
  programs: Programs;
  work: string;
  /** Where the mock is. */
  url: string;
}

async function tryPythonPackage(
  { python }: Artefacts,
  { release, programs, work, url }: Surroundings,
  { tried, sboms }: Trial,
): Promise<void> {
  const readme = join(release.root, "packages/sdk-python/README.md");
  for (const each of python) {
    const environment = join(work, each.name.replaceAll(/\W/g, "-"));
    const places = { python: programs.python3 ?? "", environment, readme, url };
    const own = await tryPython(each, places);
    tried.set(each.name, "twine check, installed, quick start");
    if (each === python[0]) sboms.push(await pythonSbom(release, own));
  }
}

async function tryPhpPackage(
  { php: archives }: Artefacts,
  { release, programs, work, url }: Surroundings,
  { tried, sboms }: Trial,
): Promise<void> {
  const { php = "", composer = "" } = programs;
  const manifest = join(release.root, "packages/sdk-php/composer.json");
  for (const each of archives) {
    await tryPhp(each, { php, composer, project: join(work, "php"), manifest, url });
    tried.set(each.name, "installed, quick start");
    sboms.push(phpSbom(release));
  }
}

function named(artefacts: Artefact[], name: string): Artefact {
  const found = artefacts.find((artefact) => artefact.name === name);
  if (!found) throw new ReleaseFault(`${name} is not among the packages that are published.`);
  return found;
}

/** The first request of the document that sends one message. */
function sendExample(documents: Artefact[]): object {
  const { paths } = JSON.parse(readFileSync(documents[0]?.file ?? "", "utf8")) as {
    paths: Record<string, { post?: Operation }>;
  };
  const content = paths["/sms/send"]?.post?.requestBody?.content["application/json"];
  const [example] = Object.values(content?.examples ?? {});
  if (!example) throw new ReleaseFault("The document has no example of POST /sms/send.");
  return example.value;
}

interface Operation {
  requestBody?: { content: Record<string, { examples?: Record<string, { value: object }> }> };
}
