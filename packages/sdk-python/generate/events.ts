import type { EventModel, SdkModel } from "@getclickmedia/sms-sdk-model";
import { header } from "./header.ts";
import { dataclasses } from "./objects.ts";
import type { Prose } from "./prose.ts";
import { pythonText } from "./python-literal.ts";

/** Writes the events of webhooks, and which class each has. */
export function events(model: SdkModel, prose: Prose): string {
  const objects = model.events.map((event) => described(event, model));
  const classes = model.events.map(({ name, object }) => `    ${pythonText(name)}: ${object},\n`);
  const union = model.events.map(({ object }) => `    ${object}`);
  const oneLine = union.join(" |").replace(/\| +/g, "| ");
  return `${header("What the API posts to webhooks.")}
${dataclasses(objects, "Document", model.enums, prose, { typing: ["TypeAlias"] })}

KnownEvent: TypeAlias = (
${oneLine.length <= 100 ? oneLine : union.join("\n    | ").replace(/\| +/g, "| ")}
)
"""An event that this version of the SDK knows."""

EVENT_CLASSES: dict[str, type[KnownEvent]] = {
${classes.join("")}}
"""The class of each event, by its name."""
`;
}

/** The object of an event, which says what has happened. */
function described({ name, description, object }: EventModel, { objects }: SdkModel) {
  const found = objects.find((each) => each.name === object);
  if (!found) throw new Error(`The model has no ${object}.`);
  return { ...found, description: `\`${name}\`: ${description}` };
}
