const keywords =
  "False None True and as assert async await break case class continue def del elif else except finally for from global if import in is lambda match nonlocal not or pass raise return try while with yield";

/** What fields have for something else: in the class that they are in, or in the module or method around them. */
const ofFields =
  "self raw http_status http_headers bool date datetime dataclass field float int json_field list object str read_date read_datetime read_integer read_list read_object body reader on_progress recipients_per_request";

/** What the clients have besides the operations, and the types that their methods speak of. */
const ofClients =
  "aclose close environment wait_for_delivery watch_status with_options bool datetime float int list object str";

/** The name of a field in Python: `messageId` becomes `message_id`, and `from` becomes `from_`. */
export function pythonName(name: string): string {
  return free(name, `${keywords} ${ofFields}`);
}

/** The name of the method of an operation: `sendBulk` becomes `send_bulk`. */
export function methodName(id: string): string {
  return free(id, `${keywords} ${ofClients}`);
}

/** The name of a constant in Python: `sendBulk` becomes `SEND_BULK`. */
export function constantName(name: string): string {
  return snakeCase(name).toUpperCase();
}

/**
 * Refuses names of one object that are the same in Python.
 * @throws Error that says which.
 */
export function checkNames(owner: string, names: string[]): void {
  for (const [index, name] of names.entries()) {
    const other = names.slice(0, index).find((each) => pythonName(each) === pythonName(name));
    if (other)
      throw new Error(
        `${owner}.${other} and .${name} are one name in Python: rename one in spec/.`,
      );
  }
}

function free(name: string, taken: string): string {
  const snake = snakeCase(name);
  return taken.split(" ").includes(snake) ? `${snake}_` : snake;
}

function snakeCase(name: string): string {
  const snake = name
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1_$2")
    .toLowerCase();
  if (!/^[a-z][a-z0-9_]*$/.test(snake))
    throw new Error(`${name} cannot be a name in Python: choose another in spec/.`);
  return snake;
}
