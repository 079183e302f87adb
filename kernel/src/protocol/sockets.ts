import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { Router } from "zeromq";
import { endpoint, type Channel, type Connection } from "./connection.ts";
import { curveOptions } from "./curve.ts";
import { whenHeard, type Receive } from "./first-listener.ts";
import { log } from "./log.ts";
import { Publisher } from "./publisher.ts";
import { whenReachable } from "./reachable.ts";
import { Wire, type Header, type Message, type Outgoing } from "./wire.ts";

const protocolVersion = "5.4";

/**
 * Every send completes at once: with no high-water mark and no timeout libzmq queues whatever it is
 * given. With the defaults some sends are asynchronous, and the next one is refused meanwhile.
 * IOPub, where the amounts are, has a high-water mark of its own; see `Publisher`.
 */
const options = { sendTimeout: 0, sendHighWaterMark: 0, receiveHighWaterMark: 0, linger: 1000 };

/** The parts of a message on the wire. */
type Frames = ReturnType<Wire["serialize"]>;

export type RequestChannel = Exclude<Channel, "iopub" | "hb">;

/** What a message may carry besides its content. */
export type Attachment = Pick<Outgoing, "metadata" | "buffers">;

/** The five channels of one kernel. */
export class Sockets {
  readonly #session = randomUUID();
  readonly #wire: Wire;
  readonly #iopub: Publisher;
  readonly #routers: Readonly<Record<RequestChannel, Router>>;
  /** Echoes what it is sent. A reply socket would fail where a peer does not keep to its turns. */
  readonly #heartbeat: Router;

  constructor(connection: Connection) {
    this.#wire = new Wire(connection.key, connection.hash);
    const curve = curveOptions(connection.curve);
    const router = () => new Router({ ...options, ...curve });
    // A question that has nobody to go to is an error; an answer may be dropped.
    const asking = new Router({ ...options, ...curve, mandatory: true });
    this.#routers = { shell: router(), control: router(), stdin: asking };
    this.#iopub = new Publisher({ ...options, ...curve });
    this.#heartbeat = router();
  }

  /** Binds all channels. What arrives waits until `listen`. */
  async bind(connection: Connection): Promise<void> {
    const at = (channel: Channel) => endpoint(connection, channel);
    await Promise.all([
      this.#iopub.bind(at("iopub")),
      this.#routers.shell.bind(at("shell")),
      this.#routers.control.bind(at("control")),
      this.#routers.stdin.bind(at("stdin")),
      this.#heartbeat.bind(at("hb")),
    ]);
  }

  /** Hands every well-formed message to `receive` until `close`. */
  listen(receive: Receive): void {
    const subscribed = new Promise<void>((resolve) => {
      void this.#iopub.serve((subscription) => {
        this.publish("iopub_welcome", { subscription });
        resolve();
      });
    });
    void this.#listen("control", receive);
    void this.#listen("stdin", receive);
    void this.#listen("shell", whenHeard(subscribed, receive));
    void this.#beat();
  }

  /** Answers on the channel the request came from; returns the id of the message. */
  reply(channel: RequestChannel, request: Message, type: string, content: object): string {
    return this.#send(this.#routers[channel], request.identities, type, content, request.header);
  }

  /**
   * Asks the sender of a request on the stdin channel; returns the id of the message. A client connects
   * its channels one by one: until its stdin channel is there the question waits, for a few seconds.
   *
   * @param lost is called when it could not be asked
   */
  ask(request: Message, content: object, lost: () => void): string {
    const { stdin } = this.#routers;
    const send = (frames: Frames) => whenReachable(stdin, frames, lost);
    return this.#write(send, request.identities, "input_request", content, request.header);
  }

  /** Tells all clients. */
  publish(type: string, content: object, parent?: Header, attachment?: Attachment): void {
    this.#send(this.#iopub, [type], type, content, parent, attachment);
  }

  /** False where so much waits for slow clients that no more output should be made. */
  get hasRoom(): boolean {
    return this.#iopub.hasRoom;
  }

  /** Calls `action` once there is room. */
  whenRoom(action: () => void): void {
    this.#iopub.whenRoom(action);
  }

  /** Closes all channels once what was published is on its way, or after a second. */
  async close(): Promise<void> {
    await Promise.race([this.#iopub.emptied(), sleep(options.linger)]);
    for (const socket of [...Object.values(this.#routers), this.#iopub, this.#heartbeat]) {
      socket.close();
    }
  }

  #send(
    socket: Router | Publisher,
    identities: readonly (Uint8Array | string)[],
    type: string,
    content: object,
    parent: Header | undefined,
    attachment: Attachment = {},
  ): string {
    const send = async (frames: Frames): Promise<void> => {
      if (socket.closed) return;
      if (socket instanceof Publisher) socket.publish(frames);
      else await socket.send(frames);
    };
    return this.#write(send, identities, type, content, parent, attachment);
  }

  #write(
    send: (frames: Frames) => Promise<void>,
    identities: readonly (Uint8Array | string)[],
    type: string,
    content: object,
    parent: Header | undefined,
    attachment: Attachment = {},
  ): string {
    const header = {
      msg_id: randomUUID(),
      msg_type: type,
      session: this.#session,
      username: "daylab",
      date: new Date().toISOString(),
      version: protocolVersion,
    };
    const lost = (error: unknown) => log(`${type} was not sent: ${String(error)}`);
    try {
      const frames = this.#wire.serialize({
        identities,
        header,
        content,
        ...(parent && { parent }),
        ...attachment,
      });
      send(frames).catch(lost);
    } catch (error) {
      lost(error);
    }
    return header.msg_id;
  }

  async #listen(channel: RequestChannel, receive: Receive): Promise<void> {
    for await (const frames of this.#routers[channel]) {
      try {
        receive(channel, this.#wire.parse(frames));
      } catch (error) {
        log(`message on ${channel} dropped: ${(error as Error).message}`);
      }
    }
  }

  async #beat(): Promise<void> {
    for await (const frames of this.#heartbeat) {
      await this.#heartbeat.send(frames).catch((error: unknown) => {
        log(`heartbeat not echoed: ${String(error)}`);
      });
    }
  }
}

export { protocolVersion };
