import { createServer } from "node:http";

// Answers a request with the JSON that belongs to its path: `local-server.ts PORT '{"/path":{}}'`.

const [port, answers = "{}"] = process.argv.slice(2);
const bodies = new Map(
  Object.entries(JSON.parse(answers)).map(([path, answer]) => [path, JSON.stringify(answer)]),
);

const server = createServer((request, response) => {
  const [path = ""] = request.url?.split("?") ?? [];
  const body = bodies.get(path);
  const text = Buffer.from(body ?? '{"error":"There is nothing at this path."}');
  request.resume().on("end", () => {
    response
      .writeHead(body ? 200 : 404, {
        "content-type": "application/json",
        "content-length": text.length,
      })
      .end(text);
  });
});
// A client keeps its connections while the others have their turn.
server.keepAliveTimeout = 600_000;
server.listen(Number(port), "127.0.0.1");
