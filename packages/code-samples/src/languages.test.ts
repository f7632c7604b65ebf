import { expect, test } from "vitest";
import { sampleLanguages } from "./languages.ts";
import { keyVariable } from "./request.ts";

const url = "https://api.example.com/v1/things";

test.each(sampleLanguages)(
  "$label calls the address with the key of the environment",
  ({ emit }) => {
    const source = emit({ method: "GET", url, keyHeader: "x-api-key" });
    expect(source).toContain(url);
    expect(source).toContain(keyVariable);
  },
);
