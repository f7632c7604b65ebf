import { closeSync, fdatasync, fsyncSync, openSync } from "node:fs";
import { dirname } from "node:path";
import { promisify } from "node:util";

/** The file that a commit is in before it is in the database. */
export interface WriteAheadLog {
  /**
   * Waits until the disk has it, as SQLite does itself with `synchronous = full`, but without stopping the
   * process meanwhile. When the disk fails nobody can say what is kept, so that nothing may go on.
   */
  flush(): Promise<void>;
  close(): void;
}

const flush = promisify(fdatasync);

/** Opens the log of an open database, and sees to it that the disk knows the names of both files. */
export function openWriteAheadLog(path: string): WriteAheadLog {
  const log = openSync(`${path}-wal`, "r");
  flushFolder(dirname(path));
  return {
    async flush() {
      try {
        await flush(log);
      } catch (error) {
        console.error("gcm-sandbox: the disk has failed to keep the data:", error);
        process.exit(1);
      }
    },
    close: () => closeSync(log),
  };
}

function flushFolder(path: string): void {
  // Windows does not open folders, and keeps names without being asked.
  if (process.platform === "win32") return;
  const folder = openSync(path, "r");
  fsyncSync(folder);
  closeSync(folder);
}
