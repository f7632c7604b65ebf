import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import {
  curlSample,
  nodeSample,
  phpSample,
  pythonSample,
  type SampleRequest,
} from "@getclickmedia/sms-code-samples";
import { findTool, type ToolName } from "@getclickmedia/sms-test-tools";

/** A language that the reference shows samples in, and how a reader would run one. */
export interface SampleLanguage {
  label: string;
  file: string;
  /** What runs the file. */
  program: string | undefined;
  /** What else has to be on the machine. */
  needs?: ToolName;
  emit(request: SampleRequest): string;
}

export const sampleLanguages: SampleLanguage[] = [
  { label: "curl", file: "sample.sh", program: "/bin/sh", needs: "curl", emit: curlSample },
  { label: "Node", file: "sample.mjs", program: process.execPath, emit: nodeSample },
  {
    label: "Python",
    file: "sample.py",
    program: findTool("python3"),
    needs: "python3",
    emit: pythonSample,
  },
  { label: "PHP", file: "sample.php", program: findTool("php"), needs: "php", emit: phpSample },
];

export interface SampleOutcome {
  exitCode: number;
  stdout: string;
  stderr: string;
}

/**
 * Runs the sample of a request against a server on this machine.
 * @param origin where the server is, instead of where the sample says.
 */
export async function runSample(
  { file, program = "", emit }: SampleLanguage,
  request: SampleRequest,
  { folder, origin, key }: { folder: string; origin: string; key: string },
): Promise<SampleOutcome> {
  const path = join(folder, file);
  await writeFile(path, emit(request).replaceAll(new URL(request.url).origin, origin));
  const env = { PATH: process.env.PATH, GCM_API_KEY: key };
  return await new Promise((resolve) => {
    execFile(program, [path], { env, timeout: 20_000 }, (failure, stdout, stderr) => {
      resolve({ exitCode: failure ? Number(failure.code ?? -1) : 0, stdout, stderr });
    });
  });
}
