import { beforeAll, describe, expect, test } from "vitest";
import { prepareEnvironment, type SampleEnvironment } from "./environment.ts";
import { fixturePage } from "./fixture-page.ts";
import { openPage, runPage } from "./open-page.ts";

let environment: SampleEnvironment;
beforeAll(async () => {
  environment = await prepareEnvironment();
}, 300_000);

/** The outcomes of a page, those that failed with their reasons. */
async function outcomes(text: string, frontMatter = ""): Promise<string[]> {
  const page = fixturePage(text, frontMatter);
  expect(page.problems).toEqual([]);
  const results = await runPage(page, environment);
  return results.map(({ language, outcome, reason }) => reason ?? `${language} ${outcome}`);
}

const fence = (head: string, text: string) => `\`\`\`${head}\n${text}\n\`\`\`\n\n`;
const fields =
  'to: "919876543210", message: "Your OTP is 482910. Valid for 10 minutes. — GCMDIA", templateId: "1007161234567890125", type: "transactional"';
const json = JSON.stringify({
  to: "919876543210",
  message: "Your OTP is 482910. Valid for 10 minutes. — GCMDIA",
  senderId: "GCMDIA",
  templateId: "1007161234567890125",
  type: "transactional",
});
const curl = (path: string, body?: string) =>
  `curl -sS --fail-with-body https://api.getclickmedia.com/v1${path} -H "x-api-key: $GCM_API_KEY"${
    body ? ` -H "content-type: application/json" -d '${body}'` : ""
  }`;
const balance = '{ "plan": "Growth", "credits": 48250, "expiresAt": "2026-12-31" }';
const firstId = "gcm_msg_000f84e1e5";
const idOnly = (command: string) => `${command} | grep -o 'gcm_msg_[0-9a-f]*'`;
const status = (command: string) => `${command} | grep -o '"status":"[a-z]*"'`;

describe("samples that are right", () => {
  test("pass in all languages, through the SDKs and without a base URL", async () => {
    const text =
      fence("sh", idOnly(curl("/sms/send", json))) +
      fence(
        "js",
        `import { SmsClient } from "@getclickmedia/sms-sdk";
const client = new SmsClient();
console.log((await client.send({ ${fields}, senderId: "GCMDIA" })).messageId);`,
      ) +
      fence(
        "python",
        `from getclickmedia import SmsClient
print(SmsClient().send(to="919876543210", message="Your OTP is 482910. Valid for 10 minutes. — GCMDIA", sender_id="GCMDIA", template_id="1007161234567890125", type="transactional").message_id)`,
      ) +
      fence(
        "php",
        `<?php
require 'vendor/autoload.php';
echo (new GetClickMedia\\Sms\\SmsClient())->getBalance()->credits === 48250 ? '${firstId}' : '';`,
      ) +
      fence("text output", firstId);
    expect(await outcomes(text)).toEqual(["sh passed", "js passed", "python passed", "php passed"]);
  });

  test("talk to the mock where the page says so", async () => {
    const text =
      fence("sh", idOnly(curl("/sms/send", json))) + fence("text output", "gcm_msg_6f7a8b9c0d");
    expect(await outcomes(text, "\nserver: mock")).toEqual(["sh passed"]);
  });

  test("have the account on the plan of the page", async () => {
    const text =
      fence("sh", `${curl("/account/balance")} | grep -o Starter`) +
      fence("text output", "Starter");
    expect(await outcomes(text, "\nplan: Starter")).toEqual(["sh passed"]);
  });

  test("see JSON as a value, and its addresses as those of the page", async () => {
    const text =
      fence("sh", curl("/account/balance")) +
      fence("json output", balance) +
      "Text.\n\n" +
      fence(
        "sh",
        'curl -sS http://127.0.0.1:4020/_sandbox/health -o /dev/null\necho "http://127.0.0.1:4020/v1 http://localhost:4010"',
      ) +
      fence("text output", "http://127.0.0.1:4020/v1 http://localhost:4010");
    expect(await outcomes(text)).toEqual(["sh passed", "sh passed"]);
  });

  test("may fail as they are said to, and say so on stderr", async () => {
    const text =
      fence("sh exit=22", curl("/sms/sends")) +
      fence("text output stderr", "curl: (22) The requested URL returned error: 404");
    expect(await outcomes(text)).toEqual(["sh passed"]);
  });

  test("may write more than the lines that count", async () => {
    const text =
      fence("js offline", 'console.log("a\\n1.5 s\\nb\\nc")') +
      fence("text output=partial", "a\nc");
    expect(await outcomes(text)).toEqual(["js passed"]);
  });

  test("begin anew, or go on where others have stopped; and time passes as they say", async () => {
    const send =
      fence("sh", status(curl("/sms/send", json))) + fence("text output", '"status":"queued"');
    const ask = (words: string, is: string) =>
      `Then:\n\n${fence(`sh ${words}`, status(curl(`/sms/status/${firstId}`)))}${fence("text output", `"status":"${is}"`)}`;
    expect(
      await outcomes(
        `${send}${ask("continues", "queued")}${ask("continues advance=1", "dispatched")}${ask("continues advance=1", "delivered")}`,
      ),
    ).toEqual(["sh passed", "sh passed", "sh passed", "sh passed"]);
    const [, failed] = await outcomes(
      `${send}Then:\n\n${fence("sh exit=22", status(curl(`/sms/status/${firstId}`)))}${fence("text output", "")}`,
    );
    expect(failed).toContain("404 NOT_FOUND");
  });

  test("are run alone as with the others of their page", async () => {
    const page = fixturePage(
      `${fence("sh", idOnly(curl("/sms/send", json)))}${fence("text output", firstId)}Then:\n\n${fence("sh continues", status(curl(`/sms/status/${firstId}`)))}${fence("text output", '"status":"queued"')}`,
    );
    const open = await openPage(page, environment);
    const second = page.runnables[1];
    try {
      expect(second && (await open.run(second)).outcome).toBe("passed");
    } finally {
      await open.close();
    }
  });

  test("see a clock that runs", async () => {
    const text =
      fence(
        "js clock=running",
        `import { SmsClient } from "@getclickmedia/sms-sdk";
const client = new SmsClient({ timeout: 5_000 });
const { messageId } = await client.send({ ${fields}, senderId: "GCMDIA" });
console.log((await client.waitForDelivery(messageId)).status);`,
      ) + fence("text output", "delivered");
    expect(await outcomes(text)).toEqual(["js passed"]);
  });

  test("enter a state", async () => {
    const text =
      fence(
        'sh state="no-credits" exit=22',
        `${curl("/sms/send", json)} | grep -o 'INSUFF[A-Z_]*'; exit 22`,
      ) + fence("text output", "INSUFFICIENT_CREDITS");
    expect(await outcomes(text)).toEqual(["sh passed"]);
  });

  test("find the files of the page", async () => {
    const text =
      fence(
        'ts file="src/balance.ts"',
        `import { SmsClient } from "@getclickmedia/sms-sdk";
export const balance: Promise<{ credits: number }> = new SmsClient().getBalance();`,
      ) +
      fence(
        "ts",
        'import { balance } from "./src/balance.ts";\nconsole.log((await balance).credits);',
      ) +
      fence("text output", "48250");
    expect(await outcomes(text)).toEqual(["ts passed"]);
  });

  test("find a file as it was shown last", async () => {
    const version = (text: string) =>
      `${fence('txt file="a.txt"', text)}Then:\n\n${fence("sh offline", "cat a.txt")}${fence("text output", text)}`;
    expect(await outcomes(version("first") + version("second"))).toEqual([
      "sh passed",
      "sh passed",
    ]);
  });

  test("may be servers, which are ended", async () => {
    const text =
      fence("sh serves", "npx @getclickmedia/sms-mock") +
      fence("text output", "gcm-mock ready at http://127.0.0.1:4010/v1");
    expect(await outcomes(text)).toEqual(["sh passed"]);
  });
});

test("samples of a language that is not on the machine are skipped, and say so", async () => {
  const page = fixturePage(fence("php", "<?php\necho 1;") + fence("text output", "1"));
  const programs = { ...environment.programs, php: undefined };
  expect(await runPage(page, { ...environment, programs })).toEqual([
    expect.objectContaining({ outcome: "skipped", reason: "php is not on this machine" }),
  ]);
});

describe("samples that are wrong", () => {
  const failing = async (text: string) => {
    const [reason = ""] = await outcomes(text);
    expect(reason).toMatch(/^pages\/test\.md:7: /);
    expect(reason).not.toContain("gcm_test_demo");
    return reason;
  };
  const output = fence("json output", balance);

  test("name a field that there is not", async () => {
    const body = json.replace("senderId", "sender");
    const reason = await failing(fence("sh", curl("/sms/send", body)) + output);
    expect(reason).toContain("ends with the code 22");
    expect(reason).toContain("POST /v1/sms/send with 400");
    expect(reason).toContain("senderId");
  });

  test("name a field that there is not, through an SDK", async () => {
    const reason = await failing(
      fence(
        "js",
        `import { SmsClient } from "@getclickmedia/sms-sdk";
await new SmsClient().send({ ${fields}, sender: "GCMDIA" });`,
      ) + output,
    );
    expect(reason).toContain("with 400 MISSING_FIELD: ");
  });

  test("call a path that there is not", async () => {
    const reason = await failing(fence("sh", curl("/sms/sends", json)) + output);
    expect(reason).toContain("POST /v1/sms/sends with 404 NOT_FOUND");
  });

  test("write something else", async () => {
    const reason = await failing(
      fence("sh", curl("/account/balance")) +
        fence("json output", balance.replace("48250", "48251")),
    );
    expect(reason).toContain('-   "credits": 48251');
    expect(reason).toContain('+   "credits": 48250');
    expect(reason).toContain("line 11");
  });

  test("write a line too little", async () => {
    const reason = await failing(
      fence("js offline", 'console.log("a\\nb")') + fence("text output=partial", "b\na"),
    );
    expect(reason).toContain("- a");
  });

  test("talk to no server", async () => {
    const reason = await failing(fence("js", "console.log(1)") + fence("text output", "1"));
    expect(reason).toContain("talks to no server");
  });

  test("want to leave this machine", async () => {
    const reason = await failing(
      fence("js", 'await fetch("https://example.com/").catch(() => process.exit(1));') + output,
    );
    expect(reason).toContain("It called example.com:443");
  });

  test("want to leave this machine, also where they go on without it", async () => {
    const text =
      fence("sh", `curl -s http://sms.example/ > /dev/null || true\n${curl("/account/balance")}`) +
      fence("json output", balance);
    const [reason] = await outcomes(text);
    expect(reason).toContain("sh asks for more than this machine has");
    expect(reason).toContain("It called sms.example");
  });

  test("are PHP that goes on after a mistake", async () => {
    const php = "<?php\n$unused = $missing;\necho 1;";
    const [reason] = await outcomes(fence("php offline", php) + fence("text output", "1"));
    expect(reason).toMatch(/php goes on after a notice: .*Undefined variable \$missing/);
  });

  test("use what another sample has left", async () => {
    const text =
      fence("sh offline", "echo left > left.txt; cat left.txt") +
      fence("text output", "left") +
      "A sentence.\n\n" +
      fence("sh offline", "cat left.txt") +
      fence("text output", "left") +
      "A sentence.\n\n";
    const [first, second] = await outcomes(text);
    expect(first).toBe("sh passed");
    expect(second).toContain("No such file");
    const going = text.replace(/sh offline\ncat/, "sh offline continues\ncat");
    expect(await outcomes(going)).toEqual(["sh passed", "sh passed"]);
  });

  test("succeed although they are said to fail", async () => {
    const reason = await failing(fence("sh exit=22", curl("/account/balance")) + output);
    expect(reason).toContain("ends with the code 0, and not with 22");
  });

  test("fail in the midst", async () => {
    await failing(fence("sh", `false\n${curl("/account/balance")}`) + output);
  });

  test("print the key", async () => {
    const reason = await failing(fence("sh", "echo $GCM_API_KEY") + output);
    expect(reason).toContain("gcm_test_…");
  });

  test("run a package that is not there", async () => {
    const reason = await failing(fence("sh", "npx @getclickmedia/sms-moc") + output);
    expect(reason).toContain("@getclickmedia/sms-moc is not installed");
  });

  test("are servers that do not go on", async () => {
    const reason = await failing(
      fence("sh serves", "echo ready") + fence("text output", "listening"),
    );
    expect(reason).toContain("does not go on serving");
  });

  test("continue what fails", async () => {
    const [, reason] = await outcomes(
      `${fence("sh", "exit 3")}${output}Then:\n\n${fence("sh continues", curl("/account/balance"))}${output}`,
    );
    expect(reason).toContain("the program of line 7, which it continues, fails itself");
  });

  test("are of a page with problems", async () => {
    await expect(openPage(fixturePage("```js\nx\n```"), environment)).rejects.toThrow(
      "test.md:7: ",
    );
  });
});
