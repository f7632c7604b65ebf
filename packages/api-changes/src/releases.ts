import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { type OpenApiDocument, parseDocument, readDocument } from "./document.ts";
import { isPrerelease, order } from "./version.ts";

/** The bundle that the spec package builds now. */
export const builtBundle = fileURLToPath(
  import.meta.resolve("@getclickmedia/sms-openapi/openapi.json"),
);

/** Where the spec package keeps the bundle of each release. */
export const releasesFolder = dirname(
  fileURLToPath(import.meta.resolve("@getclickmedia/sms-openapi/releases/checksums.json")),
);

/** The versions that are kept, the oldest first. */
export function keptVersions(folder = releasesFolder): string[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((file) => /^\d.*\.json$/.test(file));
  return files.map((file) => file.replace(/\.json$/, "")).sort(order);
}

/**
 * The kept bundle of a version.
 * @throws Error when there is none, when it has been altered since, or when it is of another version.
 */
export function readRelease(version: string, folder = releasesFolder): OpenApiDocument {
  const file = join(folder, `${version}.json`);
  if (!existsSync(file)) {
    const kept = keptVersions(folder).join(", ") || "none";
    throw new Error(`No bundle of version ${version} is kept in ${folder}. Kept: ${kept}.`);
  }
  const text = readFileSync(file, "utf8");
  const checksum = checksums(folder)[version];
  if (checksum !== digest(text)) {
    throw new Error(
      `${file} is not what was kept as ${version}. A kept bundle never changes: restore it.`,
    );
  }
  const document = parseDocument(text, file);
  if (document.info.version !== version) {
    throw new Error(`${file} says that it is version ${document.info.version}.`);
  }
  return document;
}

/**
 * The release that a version is measured against: the newest that is not newer than what it leads to, and not the
 * version itself unless it has not been raised yet.
 * @throws Error when nothing is kept, or only newer versions.
 */
export function lastRelease(version: string, folder = releasesFolder): string {
  const kept = keptVersions(folder);
  if (kept.length === 0) {
    throw new Error(
      `No released bundle is kept in ${folder}. Keep the first with \`gcm-api-changes keep\`.`,
    );
  }
  const last = kept.findLast((each) => order(each, version) <= 0);
  if (last === undefined) {
    throw new Error(`All kept releases are newer than ${version}: ${kept.join(", ")}.`);
  }
  return last;
}

/**
 * Keeps a bundle as the release of its version.
 * @returns A sentence that says what was done.
 * @throws Error when another bundle is kept as this version, which is never overwritten.
 */
export function keep(file: string, folder = releasesFolder): string {
  const document = readDocument(file);
  const { version } = document.info;
  if (isPrerelease(version))
    return `${version} is a pre-release. It promises nothing and is not kept.`;
  const text = readFileSync(file, "utf8");
  const target = join(folder, `${version}.json`);
  if (existsSync(target)) {
    // Byte by byte it may differ when another version of the bundler has written it.
    if (isDeepStrictEqual(readRelease(version, folder), document))
      return `${version} is kept already.`;
    throw new Error(
      `${target} holds another bundle of ${version}, and what is released never changes. Raise the version first: \`pnpm release:version\`.`,
    );
  }
  mkdirSync(folder, { recursive: true });
  writeFileSync(target, text);
  const all = { ...checksums(folder), [version]: digest(text) };
  writeFileSync(checksumFile(folder), `${JSON.stringify(all, null, 2)}\n`);
  return `Kept ${version} as ${target}.`;
}

function checksumFile(folder: string): string {
  return join(folder, "checksums.json");
}

function checksums(folder: string): Record<string, string> {
  const file = checksumFile(folder);
  if (!existsSync(file)) return {};
  const all = parsed(readFileSync(file, "utf8"));
  if (typeof all === "object" && all !== null && !Array.isArray(all)) return { ...all };
  throw new Error(`${file} does not hold a checksum for each version. Restore it.`);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function digest(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}
