import { Icon } from "../elements/icons.tsx";
import { ProblemBox } from "../elements/problem.tsx";
import { Source } from "../elements/source.tsx";
import { linkTo } from "../shell/route.ts";
import type { SendAnswer } from "./send-call.ts";

/** What the API answered, in words and as it came. */
export function Answer({ answer }: { answer: SendAnswer | undefined }) {
  return (
    <section class="answer" aria-label="Answer" role="status">
      {answer && (answer.accepted ? <Accepted answer={answer} /> : <Refused answer={answer} />)}
    </section>
  );
}

function Accepted({ answer }: { answer: SendAnswer & { accepted: true } }) {
  const { status, body, messageId, batchId, to } = answer;
  return (
    <>
      <p class="answer-head">
        <Icon name="tick" />
        <strong>Accepted</strong> with status {status}.{" "}
        {messageId && to && <a href={linkTo(["messages", to, messageId])}>See the message</a>}
        {batchId && <a href={linkTo(["batches"])}>See the batch</a>}
      </p>
      <Source label="Body of the answer" text={JSON.stringify(body, null, 2)} />
    </>
  );
}

function Refused({ answer }: { answer: SendAnswer & { accepted: false } }) {
  const { problem, advice, retryAfter } = answer;
  return (
    <>
      <p class="answer-head answer-refused">
        <Icon name="cross" />
        <strong>{problem.status ? "Refused" : "No answer"}</strong>
        {problem.status && ` with status ${problem.status}`}
        {retryAfter && `, to be repeated after ${retryAfter} s`}
      </p>
      <ProblemBox problem={problem} />
      {advice && <p class="muted">{advice}</p>}
    </>
  );
}
