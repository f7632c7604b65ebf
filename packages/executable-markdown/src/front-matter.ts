import { parse } from "yaml";
import { plans } from "./document-facts.ts";
import type { FrontMatter } from "./page.ts";

/** What a page without a readable front matter has. It is never run, because it has a problem. */
export const noFrontMatter: FrontMatter = {
  title: "",
  description: "",
  group: "",
  order: 0,
  server: "sandbox",
  plan: undefined,
};

const fields = ["title", "description", "group", "order", "server", "plan"];

/** @throws Error with what is wrong, and what to do. */
export function readFrontMatter(yaml: string): FrontMatter {
  const value: unknown = parse(yaml);
  if (value === null || typeof value !== "object" || Array.isArray(value))
    throw new Error("the front matter is no list of fields. Write title: and so on");
  const {
    title,
    description,
    group,
    order,
    server = "sandbox",
    plan,
    ...others
  } = value as Record<string, unknown>;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined)
    throw new Error(`unknown field "${unknown}" in the front matter. Known: ${fields.join(", ")}`);
  for (const [name, text] of Object.entries({ title, description, group }))
    if (typeof text !== "string" || text.trim() === "")
      throw new Error(`the front matter needs ${name} as text`);
  if (typeof order !== "number") throw new Error("the front matter needs order as a number");
  if (server !== "mock" && server !== "sandbox")
    throw new Error("server in the front matter must be mock or sandbox");
  if (plan !== undefined && !plans.includes(plan as string))
    throw new Error(`plan in the front matter must be one of ${plans.join(", ")}`);
  return {
    title: title as string,
    description: description as string,
    group: group as string,
    order,
    server,
    plan: plan as string | undefined,
  };
}
