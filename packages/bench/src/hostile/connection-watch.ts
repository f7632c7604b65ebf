import { BlockList, Socket } from "node:net";

// Loaded into the sandbox's process with `--import`: reports every connection that it makes to another machine.

const loopback = new BlockList();
loopback.addSubnet("127.0.0.0", 8, "ipv4");
loopback.addAddress("::1", "ipv6");

const connect = Socket.prototype.connect;
Socket.prototype.connect = function (this: Socket, ...options: [never]) {
  this.on("connectionAttempt", (address: string, port: number, family: number) => {
    if (loopback.check(address, family === 6 ? "ipv6" : "ipv4")) return;
    process.stderr.write(`a connection to another machine: ${address}, port ${port}\n`);
  });
  return connect.apply(this, options);
} as typeof connect;
