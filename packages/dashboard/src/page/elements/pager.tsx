import { useState } from "preact/hooks";
import { Button } from "./button.tsx";

/** Which page of a list is shown, newest first. */
export interface Paging {
  /** The value for `before`; `undefined` on the newest page. */
  before: string | undefined;
  older(before: string): void;
  newer(): void;
}

/** @param of what is listed: of another list, the newest page is shown first. */
export function usePaging(of: string): Paging {
  const [state, setState] = useState<{ of: string; befores: string[] }>({ of, befores: [] });
  const befores = state.of === of ? state.befores : [];
  return {
    before: befores.at(-1),
    older: (before) => setState({ of, befores: [...befores, before] }),
    newer: () => setState({ of, befores: befores.slice(0, -1) }),
  };
}

export function Pager({
  paging: { before, older, newer },
  next,
  what,
}: {
  paging: Paging;
  next: string | null | undefined;
  what: string;
}) {
  if (!before && !next) return null;
  return (
    <nav class="pager" aria-label={`Pages of ${what}`}>
      <Button inert={!before} onPress={newer}>
        Newer
      </Button>
      <Button inert={!next} onPress={() => next && older(next)}>
        Older
      </Button>
    </nav>
  );
}
