import type { FieldModel, ObjectModel, SdkModel } from "@getclickmedia/sms-sdk-model";
import { property } from "./answer-field.ts";
import { docComment, flowing } from "./doc-comment.ts";
import { phpFile } from "./header.ts";
import { checkNames } from "./names.ts";

/** Writes the class of everything that an operation answers. */
export function models({ operations, objects, enums }: SdkModel): Record<string, string> {
  const answers = new Set(operations.map(({ response }) => response));
  const classes = objects.filter(({ name }) => answers.has(name));
  for (const { name, fields } of classes)
    checkNames(name, fields, ["raw", "httpStatus", "httpHeaders"]);
  return Object.fromEntries(
    classes.map((object) => [
      `src/Model/${object.name}.php`,
      phpFile(
        "Model",
        ["ApiResponse", "Internal\\Field", ...propertiesOf(object.fields).uses],
        `${docComment(flowing(object.description))}
final readonly class ${object.name} extends ApiResponse
{
${propertiesOf(object.fields).declarations}

    /**
     * @param array<array-key, mixed> $raw The decoded JSON.
     * @param array<string, string> $httpHeaders By their names in lower case.
     */
    public function __construct(array $raw, int $httpStatus = 200, array $httpHeaders = [])
    {
        parent::__construct($raw, $httpStatus, $httpHeaders);
${propertiesOf(object.fields).assignments}
    }
}
`,
      ),
    ]),
  );

  function propertiesOf(fields: FieldModel[]) {
    return joined(fields.map((field) => property(field, enums)));
  }
}

/** Writes the class of every event that a webhook may carry. Its name is a property of the base class. */
export function events({ events, objects, enums }: SdkModel): Record<string, string> {
  return Object.fromEntries(
    events.map(({ name, description, object }) => {
      const model = objects.find((each) => each.name === object) as ObjectModel;
      const fields = model.fields.filter((field) => field.name !== "event");
      checkNames(object, fields, ["raw"]);
      const { declarations, assignments, uses } = joined(
        fields.map((field) => property(field, enums)),
      );
      const text = phpFile(
        "Event",
        ["Internal\\Field", "Webhook\\WebhookEvent", ...uses],
        `${docComment(flowing(`\`${name}\`: ${description}`))}
final readonly class ${object} extends WebhookEvent
{
${declarations}

    /**
     * @param array<array-key, mixed> $raw The decoded JSON.
     */
    public function __construct(array $raw)
    {
        parent::__construct($raw);
${assignments}
    }
}
`,
      );
      return [`src/Event/${object}.php`, text];
    }),
  );
}

function joined(properties: ReturnType<typeof property>[]) {
  return {
    declarations: properties.map(({ declaration }) => declaration).join("\n\n"),
    assignments: properties.map(({ assignment }) => assignment).join("\n"),
    uses: properties.flatMap(({ uses }) => uses),
  };
}
