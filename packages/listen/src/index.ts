export { type Listening, listen } from "./listen.ts";
export { parsePort } from "./parse-port.ts";
export { refuseOldNode } from "./refuse-old-node.ts";
