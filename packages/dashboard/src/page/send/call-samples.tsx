import { keyVariable, sampleLanguages } from "@getclickmedia/sms-code-samples";
import { CopyButton } from "../elements/copy-button.tsx";
import { Panel } from "../elements/panel.tsx";
import { Source } from "../elements/source.tsx";
import { Tabs } from "../elements/tabs.tsx";
import type { SendCall } from "./draft.ts";

/** The call that the form would make, as programs. */
export function CallSamples({ call, apiKey }: { call: SendCall; apiKey: string }) {
  const request = {
    method: "POST",
    url: `${location.origin}/v1${call.path}`,
    keyHeader: "x-api-key",
    body: { mediaType: "application/json", value: { ...call.body } },
  };
  const environment = `export ${keyVariable}='${apiKey.replaceAll("'", "'\\''")}'`;
  return (
    <Panel title="The same call as code">
      <p class="copy-line">
        <code class="breakable">{environment}</code>
        <CopyButton what="the key's variable" text={environment} />
      </p>
      <Tabs
        label="Languages"
        tabs={sampleLanguages.map(({ label, emit }) => ({
          title: label,
          body: () => {
            const source = emit(request);
            return (
              <>
                <div class="source-head">
                  <CopyButton what={`the ${label} code`} text={source} />
                </div>
                <Source label={`${label} code`} text={source} />
              </>
            );
          },
        }))}
      />
    </Panel>
  );
}
