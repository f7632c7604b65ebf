// The parts of Postman's Collection format v2.1 that this package writes.

export interface Collection {
  info: { _postman_id: string; name: string; description: string; schema: string };
  item: Folder[];
  auth: Auth;
  variable: Variable[];
}

export interface Folder {
  id: string;
  name: string;
  description: string;
  item: (Folder | Item)[];
  event?: Event[];
}

/** A request with its tests and what it may be answered with. */
export interface Item {
  id: string;
  name: string;
  request: Request;
  response: SavedResponse[];
  event: Event[];
  protocolProfileBehavior: { followRedirects: boolean };
}

export interface Request {
  method: string;
  description?: string;
  header: Field[];
  url: Url;
  body?: Body;
  auth?: Auth;
}

export interface Url {
  raw: string;
  host: string[];
  path?: string[];
  query?: Field[];
  variable?: Variable[];
}

export interface Body {
  mode: "raw";
  raw: string;
  options: { raw: { language: "json" } };
}

export interface Auth {
  type: "apikey" | "noauth";
  apikey?: Variable[];
}

export interface SavedResponse {
  id: string;
  name: string;
  originalRequest: Request;
  status: string;
  code: number;
  header: Field[];
  cookie: never[];
  body: string;
  _postman_previewlanguage: "json" | "text";
}

export interface Event {
  listen: "prerequest" | "test";
  script: { type: "text/javascript"; exec: string[] };
}

export interface Field {
  key: string;
  value: string;
}

export interface Variable extends Field {
  type: "string";
  description?: string;
}

/** Every request of a collection or folder, in the order in which it is run. */
export function itemsOf({ item }: { item: (Folder | Item)[] }): Item[] {
  return item.flatMap((each) => ("item" in each ? itemsOf(each) : each));
}

/** A script, of which Postman keeps each line. */
export function scriptEvent(listen: Event["listen"], text: string): Event {
  return { listen, script: { type: "text/javascript", exec: text.trim().split("\n") } };
}

/** One script for each moment, as Postman shows no more than one. */
export function merged(events: Event[]): Event[] {
  const moments = [...new Set(events.map(({ listen }) => listen))];
  return moments.map((listen) => {
    const scripts = events.filter((event) => event.listen === listen);
    return scriptEvent(listen, scripts.map(({ script }) => script.exec.join("\n")).join("\n\n"));
  });
}

export function stringVariable(key: string, value: string, description?: string): Variable {
  return { key, value, type: "string", ...(description === undefined ? {} : { description }) };
}
