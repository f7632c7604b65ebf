import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { SampleEnvironment } from "./environment.ts";

/** The folder that a sample is run in, with those that it continues, as a reader's project. */
export interface WorkingFolder {
  path: string;
  /** The search path of its programs. */
  searchPath: string;
  write(path: string, text: string): Promise<string>;
  remove(): Promise<void>;
}

/** Makes a folder in which Node.js and PHP find the SDK, and `npx` the mock and the sandbox. */
export async function createWorkingFolder(environment: SampleEnvironment): Promise<WorkingFolder> {
  const path = await mkdtemp(join(tmpdir(), "gcm-page-"));
  const write = async (name: string, text: string) => {
    const file = join(path, name);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
    return file;
  };
  await symlink(environment.nodeModules, join(path, "node_modules"));
  await write("vendor/autoload.php", autoloader(environment.phpClasses));
  if (environment.phpunit) {
    await mkdir(join(path, "vendor/bin"));
    await symlink(environment.phpunit, join(path, "vendor/bin/phpunit"));
  }
  const npx = await write(".bin/npx", npxScript);
  await chmod(npx, 0o755);
  const { python } = environment.programs;
  const folders = [
    join(path, ".bin"),
    ...(python ? [dirname(python)] : []),
    dirname(process.execPath),
    "/usr/local/bin",
    "/usr/bin",
    "/bin",
  ];
  return {
    path,
    searchPath: folders.join(":"),
    write,
    remove: () => rm(path, { recursive: true, force: true }),
  };
}

function autoloader(classes: Record<string, string>): string {
  return `<?php
spl_autoload_register(static function (string $class): void {
    foreach (json_decode(${phpString(JSON.stringify(classes))}, true) as $prefix => $folder) {
        if (!str_starts_with($class, $prefix)) continue;
        $file = $folder . '/' . strtr(substr($class, strlen($prefix)), '\\\\', '/') . '.php';
        if (is_file($file)) require $file;
    }
});
`;
}

function phpString(text: string): string {
  return `'${text.replace(/[\\']/g, "\\$&")}'`;
}

// npx as far as samples use it: a package that is installed is run, and none is ever fetched. The mock and the
// sandbox listen where the test has a free port, unless the sample names one.
const npxScript = `#!/bin/sh
while :; do
  case "$1" in
    -y | --yes | --no-install) shift ;;
    *) break ;;
  esac
done
name="$1"
shift
case "$name" in
  @getclickmedia/sms-mock | gcm-mock) name=gcm-mock port="$GCM_TEST_MOCK_PORT" ;;
  @getclickmedia/sms-sandbox | gcm-sandbox) name=gcm-sandbox port="$GCM_TEST_SANDBOX_PORT" ;;
  @getclickmedia/sms-contract) name=gcm-contract ;;
esac
if [ ! -x "node_modules/.bin/$name" ]; then
  echo "npx: $name is not installed for the tests of this repository" >&2
  exit 127
fi
if [ -n "$port" ]; then
  case " $* " in
    *" --port"* | *" --url"*) ;;
    " wait "*) set -- "$@" --url "http://127.0.0.1:$port" ;;
    *) set -- --port "$port" "$@" ;;
  esac
fi
exec "node_modules/.bin/$name" "$@"
`;
