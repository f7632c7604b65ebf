// Loaded into a service with --import: the service ends when the process that started it is gone, even
// by SIGKILL, which no process can pass on.
process.once("disconnect", () => process.exit());
process.channel?.unref();
