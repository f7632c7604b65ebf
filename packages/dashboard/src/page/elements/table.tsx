import type { ComponentChildren } from "preact";

/**
 * A table that becomes a list of cards where there is no room for its columns. Each cell carries the name of
 * its column for that.
 */
export function Table<T>({
  caption,
  columns,
  rows,
  keyOf,
}: {
  caption: string;
  columns: readonly { title: string; cell: (row: T) => ComponentChildren; number?: boolean }[];
  rows: readonly T[];
  keyOf: (row: T) => string;
}) {
  return (
    // The roles are said again because `display: block`, as on a telephone, takes them away.
    // biome-ignore-start lint/a11y/noRedundantRoles: see above
    <table role="table" class="table">
      <caption class="visually-hidden">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(({ title, number }) => (
            <th key={title} role="columnheader" scope="col" class={number ? "number" : undefined}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr role="row" key={keyOf(row)}>
            {columns.map(({ title, cell, number }) => (
              <td key={title} role="cell" data-title={title} class={number ? "number" : undefined}>
                <div class="cell">{cell(row)}</div>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
    // biome-ignore-end lint/a11y/noRedundantRoles: see above
  );
}
