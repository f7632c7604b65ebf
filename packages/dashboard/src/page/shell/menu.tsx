import { useState } from "preact/hooks";
import type { Control } from "../api/control.ts";
import { SelectField } from "../elements/fields.tsx";
import { Icon } from "../elements/icons.tsx";
import { chooseAccount, chosenAccount } from "./account.ts";
import { linkTo, type SectionId, sections } from "./route.ts";

/** Where the page's parts are, and whose they are. */
export function Menu({
  accounts,
  current,
}: {
  accounts: readonly Control["Account"][];
  current: SectionId;
}) {
  const [open, setOpen] = useState(false);
  const [first] = accounts;
  const chosen = accounts.find(({ accountId }) => accountId === chosenAccount.value) ?? first;
  return (
    <header class="side">
      <div class="brand">
        <Logo />
        <p>
          SMS sandbox
          <small>Nothing is delivered</small>
        </p>
        <span class="menu-button">
          <button
            type="button"
            class="button button-quiet"
            aria-expanded={open}
            aria-controls="menu"
            onClick={() => setOpen(!open)}
          >
            Menu
          </button>
        </span>
      </div>
      <div id="menu" class="menu" data-open={open}>
        <nav aria-label="Sandbox">
          <ul>
            {sections.map(({ id, label }) => (
              <li key={id}>
                <a
                  href={linkTo([id])}
                  aria-current={id === current ? "page" : undefined}
                  onClick={() => setOpen(false)}
                >
                  <Icon name={id} />
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        {chosen && (
          <div class="account-box">
            {accounts.length > 1 ? (
              <SelectField
                label="Account"
                value={chosen.accountId}
                options={accounts.map(({ accountId, name }) => ({
                  value: accountId,
                  label: name === accountId ? name : `${name} (${accountId})`,
                }))}
                onChange={chooseAccount}
              />
            ) : (
              <p class="account-name">{chosen.name}</p>
            )}
            <p class="account-credits">
              {chosen.credits.toLocaleString("en-IN")} credits · {chosen.plan}
            </p>
          </div>
        )}
      </div>
    </header>
  );
}

function Logo() {
  return (
    <svg class="logo" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="8" />
      <path
        class="logo-bubble"
        d="M8 9.5A2.5 2.5 0 0 1 10.5 7h11A2.5 2.5 0 0 1 24 9.5v8a2.5 2.5 0 0 1-2.5 2.5H15l-4.6 4.2c-.5.5-1.4.1-1.4-.6V20A2.5 2.5 0 0 1 8 17.5z"
      />
      <path class="logo-tick" d="m12 13.5 2.6 2.6L20 10.8" />
    </svg>
  );
}
