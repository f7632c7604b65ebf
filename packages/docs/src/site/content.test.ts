import { expect, test } from "vitest";
import { basePlaceholder } from "./config.ts";
import { siteAddresses } from "./content.ts";

test("the addresses of the site end with a slash where a page is, and begin with its base", () => {
  expect([
    siteAddresses.guide("bulk", ""),
    siteAddresses.guide("bulk", "#limits"),
    siteAddresses.guide("index", ""),
    siteAddresses.guide("index", "#send"),
    siteAddresses.operation("/messages/send"),
    siteAddresses.file("openapi.json"),
  ]).toEqual(
    ["/bulk/", "/bulk/#limits", "/", "/#send", "/reference/#/messages/send", "/openapi.json"].map(
      (path) => basePlaceholder + path,
    ),
  );
});
