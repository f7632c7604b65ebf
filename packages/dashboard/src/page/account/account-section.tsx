import { plans } from "@getclickmedia/sms-types";
import { answerOf, type Control, control } from "../api/control.ts";
import { Button } from "../elements/button.tsx";
import { CheckField, SelectField, TextField } from "../elements/fields.tsx";
import { act } from "../elements/notice.tsx";
import { Panel } from "../elements/panel.tsx";
import { useEdits } from "../elements/use-edits.ts";
import { capitalized } from "../messages/status-label.tsx";
import { useAccount } from "../shell/account.ts";

type Account = Control["Account"];

const routes = ["transactional", "promotional"];

const planOptions = Object.values(plans).map(
  ({ name, requestsPerSecond, recipientsPerRequest }) => ({
    value: name,
    label: `${name}: ${requestsPerSecond} requests/s, ${recipientsPerRequest.toLocaleString("en-IN")} recipients`,
  }),
);

/** The account's plan, limits and routes. */
export function AccountSection() {
  const account = useAccount();
  return (
    <>
      <div class="section-head">
        <h1 tabIndex={-1} data-arrival>
          Account
        </h1>
      </div>
      <Panel title={account.name}>
        <Facts account={account} />
      </Panel>
      <Panel title="Change it">
        <AccountForm account={account} />
      </Panel>
    </>
  );
}

function Facts({ account }: { account: Account }) {
  const { accountId, plan, requestsPerSecond, recipientsPerRequest, expiresAt, credits } = account;
  return (
    <dl class="facts">
      <dt>Account id</dt>
      <dd class="code">{accountId}</dd>
      <dt>Plan</dt>
      <dd>{plan}</dd>
      <dt>Limits</dt>
      <dd>
        {requestsPerSecond.toLocaleString("en-IN")} requests a second,{" "}
        {recipientsPerRequest.toLocaleString("en-IN")} recipients a request
      </dd>
      <dt>Credits</dt>
      <dd>
        {credits.toLocaleString("en-IN")}, to be spent until {expiresAt}
      </dd>
      <dt>Routes</dt>
      <dd>{account.routes.map(capitalized).join(", ") || "none"}</dd>
    </dl>
  );
}

function formOf({ name, plan, requestsPerSecond, expiresAt, routes: open }: Account) {
  return { name, plan, limit: String(requestsPerSecond), expiresAt, open };
}

function AccountForm({ account }: { account: Account }) {
  const { accountId } = account;
  const [form, edit] = useEdits(formOf(account));
  const { name, plan, limit, expiresAt, open } = form;
  const known = planOptions.some(({ value }) => value === account.plan);

  function save() {
    const limitIsNew = limit !== String(account.requestsPerSecond);
    return act(
      () =>
        answerOf(
          control.PATCH("/accounts/{accountId}", {
            params: { path: { accountId } },
            body: {
              name: name.trim(),
              plan,
              expiresAt,
              routes: open,
              ...(limitIsNew && { requestsPerSecond: limit === "" ? null : Number(limit) }),
            },
          }),
        ),
      "The account is changed.",
    );
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <div class="columns">
        <TextField
          label="Name"
          required
          maxLength={64}
          value={name}
          onChange={(value) => edit({ name: value })}
        />
        <SelectField
          label="Plan"
          value={plan}
          options={known ? planOptions : [{ value: plan, label: plan }, ...planOptions]}
          onChange={(value) => edit({ plan: value })}
        />
        <TextField
          label="Requests a second"
          type="number"
          min="1"
          max="1000000"
          value={limit}
          onChange={(value) => edit({ limit: value })}
          hint="Empty: as the plan has it."
        />
        <TextField
          label="Last day of the credits"
          type="date"
          required
          value={expiresAt}
          onChange={(value) => edit({ expiresAt: value })}
        />
      </div>
      <fieldset class="group">
        <legend>Routes</legend>
        {routes.map((each) => (
          <CheckField
            key={each}
            label={capitalized(each)}
            checked={open.includes(each)}
            onChange={(checked) =>
              edit({ open: checked ? [...open, each] : open.filter((other) => other !== each) })
            }
          />
        ))}
      </fieldset>
      <div class="actions">
        <Button type="submit" kind="main">
          Save
        </Button>
      </div>
    </form>
  );
}
