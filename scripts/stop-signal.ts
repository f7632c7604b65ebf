/**
 * Aborts once when this program should end: on Ctrl-C, by a process manager, when the terminal closes, or
 * when scripts/run.mjs, which holds the other end of the channel, is gone.
 */
export function stopSignal(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => controller.abort());
  }
  process.once("disconnect", () => controller.abort());
  // Listening for the end of the channel alone does not keep the program running.
  process.channel?.unref();
  return controller.signal;
}
