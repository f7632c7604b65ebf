import { createServer, type ServerResponse } from "node:http";
import { type Listening, listen } from "@getclickmedia/sms-listen";

/** A receiver of webhooks that behaves as the path of each says, mostly badly. */
export function startReceiver(): Promise<Listening> {
  const server = createServer((request, response) => {
    request.resume();
    const behave = behaviours[request.url?.slice(1) ?? ""];
    request.once("end", () => (behave ? behave(response) : response.end()));
  });
  return listen(server);
}

const behaviours: Record<string, (response: ServerResponse) => void> = {
  "500": (response) => response.writeHead(500).end("It is broken."),
  "410": (response) => response.writeHead(410).end(),
  reset: ({ socket }) => socket?.resetAndDestroy(),
  hang: () => undefined,
  long: (response) => response.end(Buffer.alloc(1_000_000, "\u0000")),
  redirect: (response) => response.writeHead(307, { location: "http://10.0.0.1/" }).end(),
  malformed: ({ socket }) => socket?.end("HTTP/1.1 200 \u0000\r\ncontent-length: -1\r\n\r\n"),
  headers: (response) => {
    for (let index = 0; index < 500; index++)
      response.setHeader(`__proto__${index}`, ["\u00ff", "b"]);
    response.end(Buffer.from([0xff, 0xfe, 0x00]));
  },
};
