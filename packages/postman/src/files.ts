import { fileURLToPath } from "node:url";

const dist = new URL("../dist/", import.meta.url);
const inDist = (name: string) => fileURLToPath(new URL(name, dist));

/** Where the build writes, as an absolute path. */
export const distFolder: string = fileURLToPath(dist);

/** The collection, as an absolute path. */
export const collectionFile: string = inDist("get-click-media-sms.postman_collection.json");

/** The environments by the server that they lead to, as absolute paths. */
export const environmentFiles: Record<EnvironmentName, string> = {
  mock: inDist("mock.postman_environment.json"),
  sandbox: inDist("sandbox.postman_environment.json"),
  live: inDist("live.postman_environment.json"),
};

export type EnvironmentName = "mock" | "sandbox" | "live";

/** Every file that the build writes. */
export const postmanFiles: string[] = [collectionFile, ...Object.values(environmentFiles)];
