/**
 * The configuration of workerd, in Cap'n Proto's text format, for a Worker that may talk to this machine.
 * It listens on any free port.
 *
 * @param script the one module of the Worker, in the folder of the configuration.
 * @param bindings what the Worker is given as its environment.
 */
export function workerdConfig(script: string, bindings: Record<string, string>): string {
  const texts = Object.entries(bindings).map(
    ([name, text]) => `(name = ${quoted(name)}, text = ${quoted(text)})`,
  );
  return `using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "main", worker = (
      modules = [(name = "worker", esModule = embed ${quoted(script)})],
      bindings = [${texts.join(", ")}],
      compatibilityDate = "2026-11-01",
      globalOutbound = "network",
    )),
    (name = "network", network = (allow = ["public", "private"], tlsOptions = (trustBrowserCas = true))),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);
`;
}

/** Cap'n Proto writes texts as JSON does. */
function quoted(text: string): string {
  return JSON.stringify(text);
}
