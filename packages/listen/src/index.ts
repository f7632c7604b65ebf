export { type Listening, listen } from "./listen.ts";
export { type ProgramTexts, parseFlags } from "./parse-flags.ts";
export { parsePort } from "./parse-port.ts";
export { refuseOldNode } from "./refuse-old-node.ts";
export { commandsUsage, type RunningServer, runServer, type ServerProgram } from "./run-server.ts";
