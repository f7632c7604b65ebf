import { useEffect, useRef, useState } from "preact/hooks";
import { AccountSection } from "../account/account-section.tsx";
import { answerOf, control } from "../api/control.ts";
import { BatchesSection } from "../batches/batches-section.tsx";
import { ClockBar } from "../clock/clock-bar.tsx";
import { CreditsSection } from "../credits/credits-section.tsx";
import { DltSection } from "../dlt/dlt-section.tsx";
import { ConfirmDialog } from "../elements/confirm.tsx";
import { openDialogs } from "../elements/dialog.tsx";
import { Empty, Loaded } from "../elements/loaded.tsx";
import { Notices } from "../elements/notice.tsx";
import { SecretDialog } from "../elements/secret.tsx";
import { FaultsSection } from "../faults/faults-section.tsx";
import { KeysSection } from "../keys/keys-section.tsx";
import { connection } from "../live/connection.ts";
import { useResource } from "../live/use-resource.ts";
import { MessagesSection } from "../messages/messages-section.tsx";
import { SendSection } from "../send/send-section.tsx";
import { SettingsSection } from "../settings/settings-section.tsx";
import { WebhooksSection } from "../webhooks/webhooks-section.tsx";
import { AccountProvider, chosenAccount } from "./account.ts";
import { Menu } from "./menu.tsx";
import { route, sectionOf, titleOf } from "./route.ts";

const views = {
  messages: MessagesSection,
  send: SendSection,
  batches: BatchesSection,
  webhooks: WebhooksSection,
  credits: CreditsSection,
  dlt: DltSection,
  keys: KeysSection,
  faults: FaultsSection,
  account: AccountSection,
  settings: SettingsSection,
};

export function App() {
  const main = useRef<HTMLElement>(null);
  const accounts = useResource(["accounts", "ledger"], "accounts", () =>
    answerOf(control.GET("/accounts")),
  );
  const { id, label } = sectionOf(route.value);
  const place = route.value.path.join("/");
  const [arrivedAt, setArrivedAt] = useState(place);

  useEffect(() => {
    document.title = titleOf(route.value);
    if (arrivedAt === place) return;
    setArrivedAt(place);
    // As after any link: who listens or uses the keyboard goes on where the new part begins.
    const headings = main.current?.querySelectorAll<HTMLElement>("[data-arrival]") ?? [];
    const heading = [...headings].at(-1);
    heading?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [place, arrivedAt]);

  const View = views[id];
  return (
    <div class="app">
      <button type="button" class="skip" onClick={() => main.current?.focus()}>
        Skip to the content
      </button>
      <Menu accounts={accounts.data?.accounts ?? []} current={id} />
      <div class="column">
        <ClockBar />
        <Banner />
        <main id="main" ref={main} tabIndex={-1} aria-label={label}>
          <Loaded resource={accounts}>
            {({ accounts: all }) => {
              const account = all.find((each) => each.accountId === chosenAccount.value) ?? all[0];
              if (!account) return <NoAccount />;
              return (
                <AccountProvider value={account}>
                  <View key={account.accountId} />
                </AccountProvider>
              );
            }}
          </Loaded>
        </main>
      </div>
      {openDialogs.value === 0 && <Notices />}
      <ConfirmDialog />
      <SecretDialog />
    </div>
  );
}

function Banner() {
  return (
    <div role="status">
      {connection.value === "lost" && (
        <p class="banner">
          <span class="spinner" aria-hidden="true" />
          The sandbox does not answer. What you see is what it said last; the page goes on by itself
          when it is back.
        </p>
      )}
    </div>
  );
}

function NoAccount() {
  return (
    <Empty title="There is no account">
      Add one with <code>POST /_sandbox/seed</code>, or restart the sandbox.
    </Empty>
  );
}
