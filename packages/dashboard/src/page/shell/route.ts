import { signal } from "@preact/signals";

/** Where the page is: what stands behind the `#`. */
export interface Route {
  /** `messages`, then what of it. */
  path: string[];
  query: Readonly<Record<string, string>>;
}

/** The parts of the page, in the order of its menu. */
export const sections = [
  { id: "messages", label: "Messages" },
  { id: "send", label: "Send" },
  { id: "batches", label: "Batches" },
  { id: "webhooks", label: "Webhooks" },
  { id: "credits", label: "Credits" },
  { id: "dlt", label: "DLT" },
  { id: "keys", label: "API keys" },
  { id: "faults", label: "Faults" },
  { id: "account", label: "Account" },
  { id: "settings", label: "Settings" },
] as const;

export type SectionId = (typeof sections)[number]["id"];

export const route = signal<Route>({ path: [], query: {} });

/** Follows the address bar. */
export function followAddress(): void {
  const read = () => {
    route.value = routeOf(location.hash);
  };
  window.addEventListener("hashchange", read);
  read();
}

/** Reads a route from what stands behind the `#`. */
export function routeOf(hash: string): Route {
  const [path = "", query = ""] = hash.replace(/^#?\/?/, "").split("?", 2);
  return {
    path: path.split("/").filter(Boolean).map(decoded),
    query: Object.fromEntries(new URLSearchParams(query)),
  };
}

/** A link to a place of the page. What is empty in the query is left out. */
export function linkTo(path: string[], query: Record<string, string | undefined> = {}): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => !!entry[1]);
  const search = given.length > 0 ? `?${new URLSearchParams(given)}` : "";
  return `#/${path.map(encodeURIComponent).join("/")}${search}`;
}

/** The section that a route leads to; the first one where it leads nowhere. */
export function sectionOf({ path }: Route): (typeof sections)[number] {
  return sections.find(({ id }) => id === path[0]) ?? sections[0];
}

/** What the window is called. */
export function titleOf(at: Route): string {
  const [, ...rest] = at.path;
  return [...rest.toReversed(), sectionOf(at).label, "SMS sandbox"].join(" · ");
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
