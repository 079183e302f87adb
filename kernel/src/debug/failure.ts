/** A request that cannot be done; the message is for the user. */
export class DebugFailure extends Error {
  override readonly name = "DebugFailure";
}
