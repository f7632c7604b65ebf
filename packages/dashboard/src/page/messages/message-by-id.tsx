import { useEffect } from "preact/hooks";
import { answerOf, control } from "../api/control.ts";
import { Loaded } from "../elements/loaded.tsx";
import { useResource } from "../live/use-resource.ts";
import { useAccount } from "../shell/account.ts";
import { linkTo } from "../shell/route.ts";

/** The place of a message is in the conversation with its mobile. This leads there from its id alone. */
export function MessageById({ messageId }: { messageId: string }) {
  const { accountId } = useAccount();
  const message = useResource([], messageId, () =>
    answerOf(
      control.GET("/accounts/{accountId}/messages/{messageId}", {
        params: { path: { accountId, messageId } },
      }),
    ),
  );
  const to = message.data?.to;
  useEffect(() => {
    if (to) location.replace(linkTo(["messages", to, messageId]));
  }, [to, messageId]);
  return (
    <div class="message-by-id">
      <h1 tabIndex={-1} data-arrival>
        Message
      </h1>
      <Loaded resource={message}>{() => null}</Loaded>
    </div>
  );
}

/** A link to a message by its id. */
export function MessageLink({ messageId }: { messageId: string }) {
  return (
    <a class="code breakable" href={linkTo(["messages", "id", messageId])}>
      {messageId}
    </a>
  );
}
