import { fastify } from "fastify";

// Parses JSON and answers as a send is answered: `fastify-server.ts PORT /path '{"to":"..."}'`.

const [port, path = "/", answer = "{}"] = process.argv.slice(2);
const fixed: object = JSON.parse(answer);

const server = fastify();
server.post(path, async ({ body }) => ({ ...fixed, to: (body as { to: string }).to }));
await server.listen({ port: Number(port), host: "127.0.0.1" });
