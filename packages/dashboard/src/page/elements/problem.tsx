import type { Problem } from "../api/problem.ts";

/** What went wrong, in the sandbox's words and with its code. */
export function ProblemText({ problem: { code, message, requestId } }: { problem: Problem }) {
  return (
    <p class="problem-text">
      {code && <strong class="code">{code}</strong>} {message}
      {requestId && <span class="problem-request"> Request {requestId}</span>}
    </p>
  );
}

/** The same where something should have been. */
export function ProblemBox({ problem }: { problem: Problem }) {
  return (
    <div class="problem-box">
      <ProblemText problem={problem} />
    </div>
  );
}
