const reserved = new Set(["class", "def", "del", "from", "global", "import", "in", "is", "pass"]);

/** The name of a field or method in Python: `messageId` becomes `message_id`. */
export function pythonName(name: string): string {
  const snake = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return reserved.has(snake) ? `${snake}_` : snake;
}

/** The name of a constant in Python: `sendBulk` becomes `SEND_BULK`. */
export function constantName(name: string): string {
  return pythonName(name).toUpperCase();
}
