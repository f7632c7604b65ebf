import { createServer } from "node:http";
import { parseArgs } from "node:util";
import { listen, runServer } from "../src/index.ts";
import { parsePort } from "../src/parse-port.ts";

// A small program that serves, to run as a process. It answers in full, and says when it has stopped.

await runServer({
  name: "gcm-small",
  defaultOrigin: "http://127.0.0.1:9",
  healthPath: "/health",
  async start(flags, print) {
    const { values } = parseArgs({
      args: flags,
      options: { port: { type: "string", default: "0" }, help: { type: "boolean" } },
    });
    if (values.help) {
      console.log("help");
      return undefined;
    }
    const server = createServer((request, response) => {
      print(`asked for ${request.url}`);
      if (request.url === "/crash") throw new Error("broken");
      response.writeHead(request.url === "/health" ? 200 : 404).end();
    });
    const { origin, close } = await listen(server, parsePort("--port", values.port));
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
