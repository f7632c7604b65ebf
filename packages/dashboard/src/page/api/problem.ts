/** Why a call was not answered as it should be, in words for the person at the page. */
export interface Problem {
  /** A code of the API's catalogue, or `undefined` where no answer came at all. */
  code?: string;
  message: string;
  requestId?: string;
  /** The HTTP status, or `undefined` where no answer came at all. */
  status?: number;
}

/** What a call throws that was refused or not answered. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.message);
    this.name = "ProblemError";
    this.problem = problem;
  }
}

/** The problem behind anything that was thrown. */
export function problemOf(thrown: unknown): Problem {
  if (thrown instanceof ProblemError) return thrown.problem;
  // `fetch` throws a TypeError with a wording that differs from browser to browser.
  if (thrown instanceof TypeError) return { message: "The sandbox gave no answer." };
  return { message: thrown instanceof Error ? thrown.message : String(thrown) };
}

/** The problem that the body of an answer tells of. */
export function problemOfBody(body: unknown, status: number): Problem {
  const error = field(body, "error");
  const code = field(error, "code");
  const message = field(error, "message");
  const requestId = field(error, "requestId");
  return {
    message: typeof message === "string" ? message : `The sandbox answered with status ${status}.`,
    status,
    ...(typeof code === "string" && { code }),
    ...(typeof requestId === "string" && { requestId }),
  };
}

function field(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}
