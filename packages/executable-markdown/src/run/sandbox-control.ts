import type { Sandbox } from "@getclickmedia/sms-sandbox";

/** Puts the sandbox into a state that the document declares. */
export async function enterState(sandbox: Sandbox, state: string): Promise<void> {
  await order(sandbox, "POST", "/states", { state });
}

/** @param speed seconds of the sandbox in each real one; 0 stands still. */
export async function setClockSpeed(sandbox: Sandbox, speed: number): Promise<void> {
  await order(sandbox, "PATCH", "/clock", { speed });
}

async function order(
  { controlUrl }: Sandbox,
  method: string,
  path: string,
  body: unknown,
): Promise<void> {
  const answer = await fetch(controlUrl + path, {
    method,
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!answer.ok)
    throw new Error(
      `The sandbox answers ${method} ${path} with ${answer.status}: ${await answer.text()}`,
    );
}
