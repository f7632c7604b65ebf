/** What keeps a release from being made. Its message is for the maintainer, and needs no stack. */
export class ReleaseFault extends Error {
  override name = "ReleaseFault";
}
