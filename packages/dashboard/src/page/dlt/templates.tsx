import { useState } from "preact/hooks";
import { answerOf, type Control, control } from "../api/control.ts";
import { Button } from "../elements/button.tsx";
import { confirmed } from "../elements/confirm.tsx";
import { Empty, Loaded } from "../elements/loaded.tsx";
import { act } from "../elements/notice.tsx";
import { Panel } from "../elements/panel.tsx";
import { Switch } from "../elements/switch.tsx";
import { useResource } from "../live/use-resource.ts";
import { BubbleText } from "../messages/conversation-view.tsx";
import { capitalized } from "../messages/status-label.tsx";
import { useAccount } from "../shell/account.ts";
import { putTemplate, TemplateDialog } from "./template-dialog.tsx";

type Template = Control["Template"];

/** The texts that may be sent. */
export function Templates() {
  const { accountId } = useAccount();
  const [edited, setEdited] = useState<Template | "new">();
  const templates = useResource(["templates"], accountId, () =>
    answerOf(control.GET("/accounts/{accountId}/templates", { params: { path: { accountId } } })),
  );
  return (
    <Panel
      title="Templates"
      aside={
        <Button kind="main" onPress={() => setEdited("new")}>
          Add a template
        </Button>
      }
    >
      <Loaded resource={templates}>
        {({ templates: found }) =>
          found.length === 0 ? (
            <Empty title="No templates">Without one, every send is refused.</Empty>
          ) : (
            <ul class="cards">
              {found.map((template) => (
                <li key={template.templateId}>
                  <TemplateCard
                    accountId={accountId}
                    template={template}
                    onEdit={() => setEdited(template)}
                  />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      {edited && (
        <TemplateDialog
          accountId={accountId}
          template={edited === "new" ? undefined : edited}
          onClose={() => setEdited(undefined)}
        />
      )}
    </Panel>
  );
}

function TemplateCard({
  accountId,
  template,
  onEdit,
}: {
  accountId: string;
  template: Template;
  onEdit: () => void;
}) {
  const { templateId, senderId, type, text, approved } = template;
  const titleId = `template-${templateId}`;
  return (
    <section class="card" aria-labelledby={titleId}>
      <div class="card-head">
        <h3 id={titleId} class="code breakable" tabIndex={-1}>
          {templateId}
        </h3>
        <Switch
          label={`${templateId} is approved`}
          on={approved}
          words={["Approved", "Not approved"]}
          onChange={(on) => putTemplate(accountId, { ...template, approved: on })}
        />
      </div>
      <BubbleText text={text} />
      <p class="muted">
        {senderId} · {capitalized(type)}
      </p>
      <div class="actions">
        <Button label={`Change ${templateId}`} onPress={onEdit}>
          Change
        </Button>
        <Button
          kind="danger"
          label={`Remove ${templateId}`}
          onPress={() => remove(accountId, templateId)}
        >
          Remove
        </Button>
      </div>
    </section>
  );
}

async function remove(accountId: string, templateId: string): Promise<void> {
  const yes = await confirmed({
    title: "Remove this template?",
    body: `Sends with ${templateId} are then refused.`,
    action: "Remove",
  });
  if (!yes) return;
  await act(
    () =>
      answerOf(
        control.DELETE("/accounts/{accountId}/templates/{templateId}", {
          params: { path: { accountId, templateId } },
        }),
      ),
    "The template is removed.",
  );
}
