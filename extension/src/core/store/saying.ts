import type { Message } from "../messages/messages.ts";
import type { Trouble } from "./trouble.ts";

export function messageOf(path: string, { failure, text }: Trouble): Message {
  switch (failure) {
    case "offline":
      return { key: "offline", path };
    case "full":
      return { key: "disk-full", path };
    case "forbidden":
      return { key: "read-only", path };
    default:
      return { key: "server-error", path, text };
  }
}
