import { useEffect, useState } from "preact/hooks";

/**
 * What a form shows of something that is stored: the stored values, and in their place what has been edited.
 * An edit ends when it is stored; one that is not yet stored outlives changes from elsewhere.
 */
export function useEdits<T extends object>(stored: T): [form: T, edit: (part: Partial<T>) => void] {
  const [edits, setEdits] = useState<Partial<T>>({});
  const version = JSON.stringify(stored);
  useEffect(() => {
    setEdits((before) => stillOpen(before, JSON.parse(version)));
  }, [version]);
  return [{ ...stored, ...edits }, (part) => setEdits((before) => ({ ...before, ...part }))];
}

/** The edits that differ from what is stored. */
export function stillOpen<T extends object>(edits: Partial<T>, stored: T): Partial<T> {
  const text = (value: unknown) => JSON.stringify(value);
  const open = Object.entries(edits).filter(
    ([name, value]) => text(value) !== text(Reflect.get(stored, name)),
  );
  return Object.fromEntries(open) as Partial<T>;
}
