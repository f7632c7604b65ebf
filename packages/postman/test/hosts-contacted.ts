import diagnosticsChannel from "node:diagnostics_channel";
import type { Socket } from "node:net";

/** The hosts that this process turns to while something is done: what it connects to and what it looks up. */
export async function hostsContacted(work: () => Promise<unknown>): Promise<string[]> {
  const hosts = new Set<string>();
  const watch = (message: unknown) => {
    const { socket } = message as { socket: Socket };
    socket.on("connectionAttempt", (address: string) => hosts.add(address));
    socket.on("lookup", (_error, _address, _family, host: string) => hosts.add(host));
  };
  diagnosticsChannel.subscribe("net.client.socket", watch);
  try {
    await work();
  } finally {
    diagnosticsChannel.unsubscribe("net.client.socket", watch);
  }
  return [...hosts];
}
