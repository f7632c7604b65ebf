import type { ComponentChildren } from "preact";
import type { Resource } from "../live/use-resource.ts";
import { ProblemBox } from "./problem.tsx";

/** Shows what was read, or that it is not there yet, or why it cannot be. */
export function Loaded<T>({
  resource: { data, problem },
  children,
}: {
  resource: Resource<T>;
  children: (data: T) => ComponentChildren;
}) {
  if (data !== undefined) return children(data);
  if (problem) return <ProblemBox problem={problem} />;
  return <p class="loading">Loading …</p>;
}

/** Says that a list has nothing in it, and what would put something there. */
export function Empty({ title, children }: { title: string; children?: ComponentChildren }) {
  return (
    <div class="empty">
      <p class="empty-title">{title}</p>
      {children && <p>{children}</p>}
    </div>
  );
}
