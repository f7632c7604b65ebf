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
        await navigator.clipboard.writeText(asCurl(filled()));
        show(paragraph("Copied. It reads the key from GCM_API_KEY."));
      } catch (error) {
        show(problem((error as Error).message));
      }
    });
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
  } catch {
    return [
      problem(`Nothing answered at ${url}. Start the server on your machine with`),
      code(server?.command ?? ""),
    ];
  }
  const text = await response.text();
  const names = ["content-type", "retry-after"].filter((name) => response.headers.has(name));
  return [
    paragraph(
      `${response.status} ${response.statusText}`.trim(),
      response.ok ? "status ok" : "status error",
    ),
    code(
      [...names.map((name) => `${name}: ${response.headers.get(name)}`), "", readable(text)].join(
        "\n",
      ),
    ),
  ];
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
