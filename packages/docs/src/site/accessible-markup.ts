/** A page whose tables, which can be scrolled on a narrow screen, can be reached with the Tab key to do so. */
export function withAccessibleMarkup(html: string): string {
  return html.replaceAll("<table>", '<table tabindex="0">');
}
