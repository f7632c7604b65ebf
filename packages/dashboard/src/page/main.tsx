import { render } from "preact";
import { listenForChanges } from "./live/connection.ts";
import { App } from "./shell/app.tsx";
import { keepFocus } from "./shell/keep-focus.ts";
import { followAddress } from "./shell/route.ts";

const root = document.getElementById("app");
if (root) {
  followAddress();
  listenForChanges();
  keepFocus(root);
  render(<App />, root);
}
