import { createServer } from "node:http";
import { listen, parseFlags, runServer } from "../src/index.ts";
import { parsePort } from "../src/parse-port.ts";

// A small program that serves, to run as a process. It answers in full, and says when it has stopped.

const texts = { usage: "help", version: "1.2.3" };

await runServer({
  name: "gcm-small",
  version: texts.version,
  defaultOrigin: "http://127.0.0.1:9",
  healthPath: "/health",
  async start(flags, print) {
    const parsed = parseFlags(texts, {
      args: flags,
      options: { port: { type: "string", default: "0" } },
    });
    if (!parsed) return undefined;
    const server = createServer((request, response) => {
      print(`asked for ${request.url}`);
      if (request.url === "/crash") throw new Error("broken");
      response.writeHead(request.url === "/health" ? 200 : 404).end();
    });
    const { origin, close } = await listen(server, parsePort("--port", parsed.values.port));
    return {
      lines: [`gcm-small ready at ${origin}`],
      variables: { SMALL_URL: origin },
      close: async () => {
        await close();
        console.error("stopped");
      },
    };
  },
});
