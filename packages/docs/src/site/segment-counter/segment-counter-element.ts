import { countSegments } from "@getclickmedia/sms-segments";

/** Counts the segments of a text while it is written. The text stays in the page. */
class SegmentCounter extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener("input", () => this.#count());
    this.#count();
  }

  #count(): void {
    const text = this.querySelector("textarea")?.value ?? "";
    const unicode = this.querySelector("input")?.checked ?? false;
    const count = countSegments(text, { unicode });
    for (const field of this.querySelectorAll<HTMLElement>("[data-count]")) {
      field.textContent = String(count[field.dataset.count as keyof typeof count]);
    }
    const note = this.querySelector<HTMLElement>(".note");
    if (!note) return;
    note.hidden = count.unsupported.length === 0;
    note.textContent = note.hidden
      ? ""
      : `Needs unicode: true, because of ${count.unsupported.join(" ")}`;
  }
}

customElements.define("segment-counter", SegmentCounter);
