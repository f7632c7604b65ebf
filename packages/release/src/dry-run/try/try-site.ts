import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import sirv from "sirv";
import { ReleaseFault } from "../../release-fault.ts";

/** Serves an unpacked site as any static host would, and reads its first page and what that loads. */
export async function trySite(folder: string): Promise<number> {
  const files = sirv(folder);
  const server = createServer((request, response) =>
    files(request, response, () => {
      response.writeHead(404).end();
    }),
  );
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  try {
    const { port } = server.address() as AddressInfo;
    const read = async (path: string) => {
      const answer = await fetch(new URL(path, `http://127.0.0.1:${port}/`));
      if (!answer.ok) throw new ReleaseFault(`The site answers ${answer.status} for ${path}.`);
      return answer.text();
    };
    const page = await read("/");
    const loaded = [...page.matchAll(/<(?:script|link)\b[^>]*?\b(?:src|href)="([^":#?]+)"/g)];
    for (const [, path = ""] of loaded) await read(path);
    return loaded.length + 1;
  } finally {
    server.close();
  }
}
