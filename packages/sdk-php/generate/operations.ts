import type {
  FieldModel,
  FieldType,
  ObjectModel,
  OperationModel,
  SdkModel,
} from "@getclickmedia/sms-sdk-model";
import { docComment, flowing } from "./doc-comment.ts";
import { phpFile } from "./header.ts";
import { checkNames, exceptionName, pascalCase } from "./names.ts";

/** What no stack trace may show: the text, and whom it is for. */
const sensitive = new Set(["message", "to", "recipients"]);

/** Writes how each operation is called. */
export function operationEnum({ operations }: SdkModel): string {
  const matched = (value: (operation: OperationModel) => string) =>
    operations
      .map((each) => `            self::${pascalCase(each.id)} => ${value(each)},`)
      .join("\n");
  const cases = operations.map(({ id }) => `    case ${pascalCase(id)} = '${id}';`);
  return phpFile(
    "Generated",
    [],
    `/**
 * How each operation of the API is called.
 *
 * @internal
 */
enum Operation: string
{
${cases.join("\n")}

    /** The HTTP method. */
    public function method(): string
    {
        return match ($this) {
${matched(({ method }) => `'${method}'`)}
        };
    }

    /** The template of the path. */
    public function path(): string
    {
        return match ($this) {
${matched(({ path }) => `'${path}'`)}
        };
    }

    /** For a send: the field of the answer that proves that it was accepted. */
    public function proof(): ?string
    {
        return match ($this) {
${matched(({ proof }) => (proof ? `'${proof}'` : "null"))}
        };
    }
}
`,
  );
}

/** Writes the methods of the client. */
export function apiMethods({ operations, objects, errors }: SdkModel): string {
  const className = new Map(errors.map((error) => [error.code, exceptionName(error.className)]));
  const thrown = (operation: OperationModel) =>
    operation.errors
      .map(([code, text]) => `@throws ${className.get(code)} ${text.replaceAll("\n", " ")}`)
      .concat(
        operation.proof
          ? "@throws SmsException Anything else: `deliveryUnknown` says whether it may have been accepted."
          : "@throws SmsException Anything else, as a connection that broke.",
      )
      .join("\n");
  const methods = operations.map((operation) => {
    const request = objects.find(({ name }) => name === operation.request);
    return operation.id === "sendBulk"
      ? bulkMethod(operation, request as ObjectModel)
      : method(operation, request, thrown(operation));
  });
  const plain = operations.filter(({ id }) => id !== "sendBulk");
  const thrownCodes = new Set(plain.flatMap((each) => each.errors.map(([code]) => code)));
  return phpFile(
    "Generated",
    [
      "Bulk\\BulkCounts",
      "Bulk\\BulkResult",
      "Exception\\ConfigurationException",
      "Exception\\SmsException",
      "Internal\\Answer",
      ...plain.map(({ response }) => `Model\\${response}`),
      ...operations.flatMap(({ request }) => enumsOf(objects.find(({ name }) => name === request))),
      ...[...thrownCodes].map((code) => `Exception\\Api\\${className.get(code)}`),
    ],
    `/**
 * A method for each operation of the API.
 */
abstract class ApiMethods
{
${methods.join("\n")}
    /**
     * @param array<string, mixed> $body
     * @param array<string, string> $ids
     */
    abstract protected function call(
        Operation $operation,
        #[\\SensitiveParameter] array $body = [],
        array $ids = [],
    ): Answer;

    /**
     * @param iterable<mixed> $recipients
     * @param array<string, mixed> $body
     * @param ?\\Closure(BulkCounts): mixed $onProgress
     */
    abstract protected function callInBulk(
        Operation $operation,
        #[\\SensitiveParameter] iterable $recipients,
        #[\\SensitiveParameter] array $body,
        ?int $recipientsPerRequest,
        ?\\Closure $onProgress,
    ): BulkResult;
}
`,
  );
}

function method(
  operation: OperationModel,
  request: ObjectModel | undefined,
  thrown: string,
): string {
  const { id, parameters, response } = operation;
  const fields = request?.fields ?? [];
  checkNames(id, fields, []);
  const tags = fields.toSorted(requiredFirst).map(parameterTag);
  const comment = docComment(
    [
      `${operation.summary}.`,
      ...flowing(operation.description),
      `\`${operation.method} ${operation.path}\``,
      tags.join("\n"),
      thrown,
    ],
    "    ",
  );
  const given = [
    `Operation::${pascalCase(id)}`,
    ...(request ? [`[\n${fields.map(entry).join("")}        ]`] : []),
    ...(parameters.length > 0
      ? [`ids: [${parameters.map((name) => `'${name}' => $${name}`).join(", ")}]`]
      : []),
  ];
  const signature = request
    ? `(\n${fields.toSorted(requiredFirst).map(parameter).join("")}    ): ${response} {`
    : `(${parameters.map((name) => `string $${name}`).join(", ")}): ${response}\n    {`;
  return `${comment}
    public function ${id}${signature}
        $answer = $this->call(${given.join(", ")});

        return new ${response}($answer->raw, $answer->status, $answer->headers);
    }
`;
}

/** The method that makes several calls of one, whose recipients are read as the calls go out. */
function bulkMethod({ id, method, path }: OperationModel, { fields }: ObjectModel): string {
  checkNames(id, fields, ["onProgress", "recipientsPerRequest"]);
  const others = fields.filter(({ name }) => name !== "recipients");
  const required = others.filter((field) => field.required);
  // The last, so that a field that the API gets later takes no argument's place.
  const optional = others.filter((field) => !field.required);
  const comment = docComment(
    [
      "Send one text to any number of mobiles.",
      `The recipients are split over as many calls of \`${method} ${path}\` as the plan asks for. The result says for each recipient whether it was accepted, and as which batch; was not, and why; or may have been. It holds failures too instead of throwing them, since others may have been accepted before: look at \`complete\`, and give \`remaining()\` to \`${id}\` to go on.`,
      [
        "@param iterable<mixed> $recipients The mobiles to send to, in E.164 without the plus sign: an array, or anything that can be iterated over, as a generator. It is read as the calls go out; after a failed call it is read to its end, so that everyone has an outcome. A number that comes twice is sent to once.",
        ...required.map(parameterTag),
        "@param ?int $recipientsPerRequest The most recipients of one call. By default what the client's `plan` allows.",
        "@param ?\\Closure(BulkCounts): mixed $onProgress Is told after each call how many recipients have which outcome. What it throws stops nothing: PHP's error log has it.",
        ...optional.map(parameterTag),
      ].join("\n"),
      "@throws ConfigurationException An argument cannot be right. Nothing was sent.",
    ],
    "    ",
  );
  return `${comment}
    public function ${id}(
        #[\\SensitiveParameter] iterable $recipients,
${required.map(parameter).join("")}        ?int $recipientsPerRequest = null,
        ?\\Closure $onProgress = null,
${optional.map(parameter).join("")}    ): BulkResult {
        $body = [
            'recipients' => [],
${fields
  .filter(({ name }) => name !== "recipients")
  .map(entry)
  .join("")}        ];

        return $this->callInBulk(
            Operation::${pascalCase(id)},
            $recipients,
            $body,
            $recipientsPerRequest,
            $onProgress,
        );
    }
`;
}

function requiredFirst(one: FieldModel, other: FieldModel): number {
  return Number(other.required) - Number(one.required);
}

function parameterTag({ name, type, required, description }: FieldModel): string {
  const optional = required ? "" : "|null";
  return `@param ${phpDocType(type)}${optional} $${name} ${description.replaceAll("\n", " ")}`;
}

function parameter({ name, type, required }: FieldModel): string {
  const attribute = sensitive.has(name) ? "#[\\SensitiveParameter] " : "";
  const php = phpType(type);
  if (required) return `        ${attribute}${php} $${name},\n`;
  const nullable = php.includes("|") ? `${php}|null` : `?${php}`;
  return `        ${attribute}${nullable} $${name} = null,\n`;
}

function entry({ name }: FieldModel): string {
  return `            '${name}' => $${name},\n`;
}

function enumsOf(object: ObjectModel | undefined): string[] {
  return (object?.fields ?? []).flatMap(({ type }) =>
    type.kind === "enum" ? [`Enum\\${type.name}`] : [],
  );
}

function phpType(type: FieldType): string {
  switch (type.kind) {
    case "string":
    case "date":
      return "string";
    case "integer":
      return "int";
    case "number":
      return "float";
    case "boolean":
      return "bool";
    case "dateTime":
      return "\\DateTimeInterface|string";
    case "enum":
      return `${type.name}|string`;
    case "list":
      return "array";
    default:
      throw new Error(
        `A request cannot have the type ${type.kind} yet: teach it in operations.ts.`,
      );
  }
}

function phpDocType(type: FieldType): string {
  return type.kind === "list" ? `list<${phpDocType(type.items)}>` : phpType(type);
}
