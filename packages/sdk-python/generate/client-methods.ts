import type {
  FieldModel,
  ObjectModel,
  OperationModel,
  SdkModel,
} from "@getclickmedia/sms-sdk-model";
import { namesIn, typeOfArgument } from "./field-type.ts";
import { header } from "./header.ts";
import type { Prose } from "./prose.ts";
import { pythonText } from "./python-literal.ts";
import { checkNames, constantName, methodName, pythonName } from "./python-name.ts";

/** The two clients, which differ in a word here and there. */
const flavours = {
  sync: { def: "def", await: "", caller: "Caller", methods: "Methods", sources: "Iterable" },
  async: {
    def: "async def",
    await: "await ",
    caller: "AsyncCaller",
    methods: "AsyncMethods",
    sources: "AsyncIterable, Iterable",
  },
} as const;
type Flavour = (typeof flavours)[keyof typeof flavours];

/** The fields that say what is sent to whom, which no traceback may show. */
const confidential = ["to", "message", "recipients"];

/** Writes a method for each operation of the API. */
export function clientMethods(model: SdkModel, prose: Prose, kind: keyof typeof flavours): string {
  const flavour = flavours[kind];
  const methods = model.operations.map((each) => method(each, model, prose, flavour));
  const text = methods.join("\n");
  const enums = namesIn(
    [text],
    model.enums.map(({ name }) => name),
  ).toSorted();
  const answers = model.operations
    .filter(({ id }) => !isBulk(id))
    .map(({ response }) => `    ${response},\n`);
  const constants = model.operations
    .filter(({ id }) => !isBulk(id))
    .map(({ id }) => `    ${constantName(id)},\n`);
  return `${header("A method for each operation of the API.")}
from collections.abc import ${["Callable", ...flavour.sources.split(", ")].toSorted().join(", ")}
from datetime import datetime

${[
  "from .._body import Body\n",
  "from .._bulk_result import BulkCounts, BulkResult\n",
  `from .._${kind === "sync" ? "" : "async_"}caller import ${flavour.caller}\n`,
]
  .toSorted()
  .join("")}from .._recipient_reader import RecipientReader
from .answers import (
${[...new Set(answers)].toSorted().join("")})
from .enums import ${enums.join(", ")}
from .operations import (
${constants.toSorted().join("")})


class ${flavour.methods}(${flavour.caller}):
    """A method for each operation of the API."""

${text}`;
}

const isBulk = (id: string) => id === "sendBulk";

function method(
  operation: OperationModel,
  model: SdkModel,
  prose: Prose,
  flavour: Flavour,
): string {
  if (operation.request) return sending(operation, model, prose, flavour);
  const { id, parameters, response } = operation;
  const names = parameters.map(pythonName);
  const taken = ["self", ...names.map((name) => `${name}: str`)].join(", ");
  const ids = names.length > 0 ? `, ids=[${names.join(", ")}]` : "";
  return `    ${flavour.def} ${methodName(id)}(${taken}) -> ${response}:
${docstring(operation, [], model, prose)}
        return ${flavour.await}self._call(${constantName(id)}${ids})
`;
}

/** A method with a body, whose fields are its arguments. */
function sending(
  operation: OperationModel,
  model: SdkModel,
  prose: Prose,
  flavour: Flavour,
): string {
  const { id, request, response } = operation;
  const { fields } = model.objects.find(({ name }) => name === request) as ObjectModel;
  checkNames(
    id,
    fields.map(({ name }) => name),
  );
  const bulk = isBulk(id);
  const inBody = bulk ? fields.filter(({ name }) => name !== "recipients") : fields;
  const hidden = fields.map(({ name }) => name).filter((name) => confidential.includes(name));
  const forget =
    hidden.length > 0
      ? `        del ${hidden.map(pythonName).join(", ")}  # A traceback may show what is in variables.\n`
      : "";
  const more = bulk
    ? `        recipients_per_request: int | None = None,
        on_progress: Callable[[BulkCounts], None] | None = None,
`
    : "";
  const call = bulk
    ? `self._send_bulk(reader, body, recipients_per_request, on_progress)`
    : `self._call(${constantName(id)}, body)`;
  return `    ${flavour.def} ${methodName(id)}(
        self,
        *,
${fields.map((field) => argument(field, bulk, flavour)).join("")}${more}    ) -> ${bulk ? "BulkResult" : response}:
${docstring(operation, fields, model, prose)}
        body = Body(
            {
${inBody.map(({ name }) => `                ${pythonText(name)}: ${pythonName(name)},\n`).join("")}            }
        )
${bulk ? "        reader = RecipientReader(recipients)\n" : ""}${forget}        return ${flavour.await}${call}
`;
}

function argument(field: FieldModel, bulk: boolean, { sources }: Flavour): string {
  const type =
    bulk && field.name === "recipients"
      ? sources
          .split(", ")
          .toReversed()
          .map((source) => `${source}[str]`)
          .join(" | ")
      : typeOfArgument(field);
  return `        ${pythonName(field.name)}: ${type}${field.required ? "" : " = None"},\n`;
}

function docstring(
  operation: OperationModel,
  fields: FieldModel[],
  { errors }: SdkModel,
  prose: Prose,
): string {
  const classOf = (code: string) => errors.find((error) => error.code === code)?.className ?? code;
  const bulk = isBulk(operation.id);
  const args = fields.map(({ name, description }) =>
    prose.entry(pythonName(name), bulk && name === "recipients" ? bulkRecipients : description),
  );
  const raises = operation.errors.map(([code, text]) => prose.entry(classOf(code), text));
  const sections = bulk
    ? [bulkDescription, ["Args:", ...args, ...bulkArguments].join("\n"), bulkRaises]
    : [
        operation.description,
        ...(args.length > 0 ? [["Args:", ...args].join("\n")] : []),
        ["Raises:", ...raises].join("\n"),
      ];
  const route = `\`${operation.method} ${operation.path}\``;
  return prose.docstring([`${operation.summary}.`, route, ...sections], "        ");
}

const bulkRecipients = `The mobiles to send to, in E.164 without the plus sign: a list, or anything that can be iterated over, as the cursor of a database. It is read as the calls go out; after a failed call it is read to its end, so that everyone has an outcome. A number that comes twice is sent to once.`;

const bulkDescription = `Sends to any number of recipients, in as many calls as the plan asks for, one after the other. The
result says for each recipient whether it was accepted, and as which batch; was not, and why; or may
have been. It holds failures too instead of raising them, since others may have been accepted before:
look at \`complete\`, and give \`remaining\` to \`sendBulk\` to go on.`;

const bulkArguments = [
  "    recipients_per_request: The most recipients of one call. By default what the client's `plan` allows.",
  "    on_progress: Is told after each call how many recipients have which outcome so far.",
];

const bulkRaises = `Raises:
    SmsConfigurationError: An option cannot be right. Nothing was sent.`;
