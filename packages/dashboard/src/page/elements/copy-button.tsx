import { useState } from "preact/hooks";
import { Button } from "./button.tsx";

/** Puts a text on the clipboard, and says so where it stands. */
export function CopyButton({ what, text }: { what: string; text: string }) {
  const [outcome, setOutcome] = useState("");
  async function copy() {
    setOutcome((await copied(text)) ? "Copied" : "Not copied: select it and copy it by hand");
    setTimeout(() => setOutcome(""), 3000);
  }
  return (
    <span class="copy">
      <Button icon={outcome === "Copied" ? "tick" : "copy"} label={`Copy ${what}`} onPress={copy}>
        Copy
      </Button>
      <span role="status" class="copy-outcome">
        {outcome}
      </span>
    </span>
  );
}

async function copied(text: string): Promise<boolean> {
  try {
    // There is no clipboard on a page that came over plain HTTP from another machine.
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
