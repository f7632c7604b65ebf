import { useState } from "preact/hooks";
import { answerOf, type Control, control } from "../api/control.ts";
import { Button } from "../elements/button.tsx";
import { Dialog } from "../elements/dialog.tsx";
import { CheckField, SelectField, TextArea, TextField } from "../elements/fields.tsx";
import { act } from "../elements/notice.tsx";

type Template = Control["Template"];

const types = [
  { value: "transactional", label: "Transactional" },
  { value: "promotional", label: "Promotional" },
];

const blank: Template = {
  templateId: "",
  senderId: "GCMDIA",
  type: "transactional",
  text: "",
  approved: true,
};

/** Registers a template, or changes one. */
export function TemplateDialog({
  accountId,
  template,
  onClose,
}: {
  accountId: string;
  template: Template | undefined;
  onClose: () => void;
}) {
  const [form, setForm] = useState(template ?? blank);
  const change = (part: Partial<Template>) => setForm({ ...form, ...part });
  return (
    <Dialog title={template ? "Change the template" : "Add a template"} onClose={onClose}>
      <form
        onSubmit={async (event) => {
          event.preventDefault();
          if (await putTemplate(accountId, form)) onClose();
        }}
      >
        {template ? (
          <p>
            Template <code class="breakable">{template.templateId}</code>
          </p>
        ) : (
          <TextField
            label="Template id"
            code
            required
            maxLength={64}
            value={form.templateId}
            onChange={(templateId) => change({ templateId: templateId.trim() })}
            hint="The number that DLT gave it, 19 digits in real life."
          />
        )}
        <div class="columns">
          <TextField
            label="Sender header"
            code
            required
            maxLength={6}
            value={form.senderId}
            onChange={(senderId) => change({ senderId: senderId.trim() })}
          />
          <SelectField
            label="Type"
            value={form.type}
            options={types}
            onChange={(type) => change({ type })}
          />
        </div>
        <TextArea
          label="Text"
          required
          rows={6}
          maxLength={2000}
          value={form.text}
          onChange={(text) => change({ text })}
          hint={
            <>
              With <code>{"{#var#}"}</code> where each send has words of its own.
            </>
          }
        />
        <CheckField
          label="Approved by DLT"
          checked={form.approved}
          onChange={(approved) => change({ approved })}
        />
        <div class="actions actions-end">
          <Button onPress={onClose}>Cancel</Button>
          <Button type="submit" kind="main">
            {template ? "Save" : "Add"}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** @returns whether the sandbox took it. */
export function putTemplate(
  accountId: string,
  { templateId, ...body }: Template,
): Promise<boolean> {
  return act(
    () =>
      answerOf(
        control.PUT("/accounts/{accountId}/templates/{templateId}", {
          params: { path: { accountId, templateId } },
          body,
        }),
      ),
    `The template is registered, ${body.approved ? "and approved" : "but not approved"}.`,
  );
}
