/** Where the page shows an operation or a webhook, behind the `#`. */
export function routeOf({ tags, operationId }: { tags: string[]; operationId: string }): string {
  const tag = (tags[0] ?? "").toLowerCase().replaceAll(" ", "-");
  return `/${tag}/${operationId.toLowerCase()}`;
}
