import { list, object, oneOf, string, variant, type Kind } from "./kinds.ts";

/** What a reply, the `error` message and a failed user expression say of an error. */
export const errorFields = { ename: string, evalue: string, traceback: list(string) } as const;

type Fields = Readonly<Record<string, Kind<unknown>>>;

/**
 * The content of a reply: with the fields of a success, or with those of an error and nothing of the
 * success, or `aborted` and nothing more.
 *
 * @param always fields that an error has, too, and an aborted request may have
 */
export function reply(ok: Fields, optional: Fields = {}, always: Fields = {}): Kind<object> {
  const byStatus: Readonly<Record<string, Kind<object>>> = {
    ok: object({ status: oneOf("ok"), ...ok, ...always }, optional),
    error: object({ status: oneOf("error"), ...errorFields, ...always }),
    aborted: object({ status: oneOf("aborted") }, always),
  };
  const known = oneOf(...Object.keys(byStatus));
  const unknown = object({ status: known }, {}, { open: true });
  return variant(({ status }) => byStatus[String(status)] ?? unknown);
}
