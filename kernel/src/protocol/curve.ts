import { capability } from "zeromq";
import type { WrongField } from "./connection.ts";

/** A CurveZMQ key pair, each key in Z85: 40 characters. Jupyter makes one for a kernel and its clients. */
export interface CurveKeys {
  readonly publicKey: string;
  readonly secretKey: string;
}

const z85 = /^[0-9a-zA-Z.\-:+=^!/*?&<>()[\]{}@%$#]{40}$/;

/**
 * The keys by which a connection file asks for encryption, if it does.
 *
 * @throws Error by `wrong` where a key is missing or is none: to go on without encryption would be
 * what nobody asked for.
 */
export function curveKeys(
  fields: Readonly<Record<string, unknown>>,
  wrong: WrongField,
): CurveKeys | undefined {
  const { curve_publickey: publicKey, curve_secretkey: secretKey } = fields;
  if ((publicKey ?? secretKey ?? null) === null) return undefined;
  const isKey = (key: unknown): key is string => typeof key === "string" && z85.test(key);
  if (!isKey(publicKey)) return wrong("curve_publickey", "a key of 40 characters in Z85");
  if (!isKey(secretKey)) return wrong("curve_secretkey", "a key of 40 characters in Z85");
  if (!capability.curve) return wrong("curve_publickey", "absent: this ZeroMQ has no CurveZMQ");
  return { publicKey, secretKey };
}

/** Makes a socket a CurveZMQ server: who has not the kernel's public key cannot talk to it. */
export function curveOptions(keys: CurveKeys | undefined) {
  if (!keys) return {};
  return { curveServer: true, curvePublicKey: keys.publicKey, curveSecretKey: keys.secretKey };
}
