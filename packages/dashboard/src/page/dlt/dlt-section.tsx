import { SenderHeaders } from "./sender-headers.tsx";
import { Templates } from "./templates.tsx";

/** What is registered with DLT: who may send, and which texts. */
export function DltSection() {
  return (
    <>
      <div class="section-head">
        <h1 tabIndex={-1} data-arrival>
          DLT
        </h1>
      </div>
      <SenderHeaders />
      <Templates />
    </>
  );
}
