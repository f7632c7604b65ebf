import { pythonEnvironment, reportMissing } from "@getclickmedia/sms-test-tools";
import { environment, folder, newEnough } from "./python.ts";

/** Makes the virtual environment of the tests. */
export default function setup(): void {
  const python = newEnough();
  if (python) pythonEnvironment(environment, `${folder}requirements-dev.txt`, python);
  else reportMissing("python3", "the Python SDK, which needs 3.10 or newer, is not tested");
}
