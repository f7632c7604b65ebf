import { asCurl, type Call, callOf, type Filled } from "./call.ts";
import type { CallForm, LocalServer } from "./call-form.ts";

/** The form that sends a call to the reader's own mock or sandbox and shows the answer. */
class TryIt extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector("form");
    const answer = this.querySelector(".answer");
    if (!form || !answer) return;
    const description: CallForm = JSON.parse(this.dataset.form ?? "");
    const field = (name: string) =>
      form.elements.namedItem(name) as
        | HTMLInputElement
        | HTMLSelectElement
        | HTMLTextAreaElement
        | null;
    const value = (name: string) => field(name)?.value ?? "";
    const server = (): LocalServer | undefined =>
      description.servers.find(({ url }) => url === value("server"));

    const filled = (): Filled => ({
      method: description.method,
      path: description.path,
      keyHeader: description.keyHeader,
      server: value("address"),
      apiKey: value("key").trim(),
      parameters: Object.fromEntries(
        description.parameters.map(({ name }) => [name, value(`parameter:${name}`)]),
      ),
      ...(field("body") && { body: value("body") }),
      ...(server()?.prefers && { prefer: value("prefer") }),
    });

    const show = (...content: Node[]) => answer.replaceChildren(...content);

    field("server")?.addEventListener("change", () => {
      const chosen = server();
      if (!chosen) return;
      set(field("address"), chosen.url);
      set(field("key"), chosen.apiKey);
      field("prefer")?.closest("label")?.toggleAttribute("hidden", !chosen.prefers);
    });
    field("example")?.addEventListener("change", () => {
      set(
        field("body"),
        JSON.stringify(description.bodies[Number(value("example"))]?.value, null, 2),
      );
    });
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const button = form.querySelector<HTMLButtonElement>('[type="submit"]');
      if (button) button.disabled = true;
      try {
        show(...(await exchange(callOf(filled()), server())));
      } catch (error) {
        show(problem((error as Error).message));
      }
      if (button) button.disabled = false;
    });
    form.querySelector('[name="curl"]')?.addEventListener("click", async () => {
      try {
        show(...(await copy(asCurl(filled()))));
      } catch (error) {
        show(problem((error as Error).message));
      }
    });
  }
}

async function copy(command: string): Promise<Node[]> {
  try {
    await navigator.clipboard.writeText(command);
    return [paragraph("Copied. It reads the key from GCM_API_KEY.")];
  } catch {
    // A page from elsewhere that is not encrypted has no clipboard, and a reader may refuse it.
    return [
      problem("The browser lets this page copy nothing. Here is the command:"),
      code(command),
    ];
  }
}

/** Sends the call, and gives what came back as elements to show. */
async function exchange(
  { url, method, headers, body }: Call,
  server: LocalServer | undefined,
): Promise<Node[]> {
  let response: Response;
  try {
    response = await fetch(url, {
      method,
      headers,
      ...(body !== undefined && { body }),
      redirect: "manual",
      signal: AbortSignal.timeout(30_000),
    });
  } catch (error) {
    if (tookTooLong(error)) return [problem(tooLong)];
    return [
      problem(`Nothing answered at ${url}. Start the server on your machine with`),
      code(server?.command ?? ""),
    ];
  }
  // The key does not go along with a redirect. The browser does not tell where it leads.
  if (response.type === "opaqueredirect") {
    return [
      problem(`${url} answered with a redirect, which is not followed. Correct the address.`),
    ];
  }
  let text: string;
  try {
    text = await response.text();
  } catch (error) {
    return [problem(tookTooLong(error) ? tooLong : "The answer broke off before its end.")];
  }
  const names = ["content-type", "retry-after"].filter((name) => response.headers.has(name));
  return [
    paragraph(
      `${response.status} ${response.statusText}`.trim(),
      response.ok ? "status ok" : "status error",
    ),
    code(
      [
        ...names.map((name) => `${name}: ${response.headers.get(name)}`),
        "",
        bounded(readable(text)),
      ].join("\n"),
    ),
  ];
}

const tooLong = "No answer within 30 seconds. It may still have been taken.";

function tookTooLong(error: unknown): boolean {
  return error instanceof DOMException && error.name === "TimeoutError";
}

/** No answer of the API is as long, and a browser may not move for seconds with one that is. */
function bounded(text: string): string {
  const most = 200_000;
  return text.length > most ? `${text.slice(0, most)}\n… and ${text.length - most} more` : text;
}

function readable(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

function set(field: { value: string } | null, value: string): void {
  if (field) field.value = value;
}

function problem(text: string): HTMLElement {
  return paragraph(text, "status error");
}

function paragraph(text: string, className = "status"): HTMLElement {
  return Object.assign(document.createElement("p"), { textContent: text, className });
}

function code(text: string): HTMLElement {
  const pre = document.createElement("pre");
  pre.tabIndex = 0;
  pre.append(Object.assign(document.createElement("code"), { textContent: text }));
  return pre;
}

customElements.define("try-it", TryIt);
