import { randomUUID } from "node:crypto";
import { host, type Comm, type CommMessage } from "../../host/index.ts";
import { shown, wireName, type Traits } from "../traits/trait.ts";
import { joinBuffers, splitBuffers } from "./buffers.ts";
import { Observers, type Change } from "./observers.ts";
import { identityState, modelTarget, protocolVersion, type Identity } from "./protocol.ts";
import { register, unregister } from "./registry.ts";
import { same } from "./same.ts";

type State = Record<string, unknown>;

/** What a class of models is made of. */
export interface ModelSpec {
  readonly name: string;
  readonly identity: Identity;
  readonly traits: Traits;
}

/**
 * An object with the same values here and in the front end. A value set here reaches the front end;
 * one changed there arrives here, is echoed and told to observers before the front end hears that its
 * message was dealt with.
 */
export abstract class Model<Values extends object = State, Given extends object = Partial<Values>> {
  readonly id = randomUUID().replaceAll("-", "");
  readonly #spec: ModelSpec;
  readonly #observers = new Observers();
  readonly #customHandlers = new Set<
    (content: unknown, buffers: readonly Uint8Array[]) => unknown
  >();
  readonly #comm: Comm;
  #values: State;

  /** @throws TypeError for an unknown name, TypeError or RangeError for a value that does not fit */
  constructor(spec: ModelSpec, options: Given) {
    this.#spec = spec;
    const given = this.#checked(options);
    const all = Object.entries(spec.traits).map(([name, trait]) => {
      return [name, name in given ? given[name] : trait.initial()];
    });
    const values = Object.fromEntries(all) as Values;
    this.#values = this.fit(values, given as Partial<Values>) as State;
    const { state, buffer_paths, buffers } = splitBuffers(this.wireState());
    this.#comm = host().openComm(modelTarget, {
      ...{ id: this.id, data: { state, buffer_paths }, buffers },
      metadata: { version: protocolVersion },
    });
    this.#comm.onMessage((message) => this.#receive(message));
    this.#comm.onClose(() => this.#gone());
    register(this);
  }

  /** False until `close`, here or in the front end. */
  get closed(): boolean {
    return this.#comm.closed;
  }

  /**
   * Sets several values as one change, so that none is checked against the old one of another.
   *
   * @example
   * const slider = new IntSlider({ value: 5, max: 10 });
   * slider.set({ min: 50, max: 60, value: 55 });
   * slider.value; // 55
   */
  set(values: Given): void {
    void this.#change(this.#checked(values));
  }

  /**
   * Calls `observer` after each change of a value, from either side, with the old and the new one.
   *
   * @param names One name or several; default `"value"`.
   * @returns what ends it
   * @example
   * const slider = new IntSlider();
   * const seen = [];
   * const stop = slider.observe((change) => seen.push(change.new));
   * slider.value = 3;
   * stop();
   * slider.value = 4;
   * seen; // [3]
   */
  observe<Name extends keyof Values & string = Extract<"value", keyof Values>>(
    observer: (change: Change<Values[Name], Name, this>) => unknown,
    names: Name | readonly Name[] = "value" as Name,
  ): () => void {
    const list = typeof names === "string" ? [names] : names;
    for (const name of list) this.#trait(name);
    return this.#observers.add(observer as never, list);
  }

  /** Calls `handler` for messages that are no change of state. @returns what ends it */
  onCustomMessage(
    handler: (content: unknown, buffers: readonly Uint8Array[]) => unknown,
  ): () => void {
    this.#customHandlers.add(handler);
    return () => void this.#customHandlers.delete(handler);
  }

  /** Sends a message that is no change of state. */
  sendCustom(content: object, buffers: readonly Uint8Array[] = []): void {
    this.#comm.send({ method: "custom", content }, { buffers });
  }

  /** Removes it from the front end and from memory. It keeps its values, and nobody hears of changes. */
  close(): void {
    this.#comm.close();
    this.#gone();
  }

  /** The state as messages carry it, bytes included. */
  wireState(): State {
    return { ...identityState(this.#spec.identity), ...this.#wire(Object.keys(this.#values)) };
  }

  /** @internal The value of a trait. */
  read(name: string): unknown {
    return this.#values[name];
  }

  /**
   * Where values depend on each other: returns `next` as it can be, or throws.
   *
   * @param given the values among them that were set now
   */
  protected fit(...[next]: [next: Values, given: Partial<Values>]): Values {
    return next;
  }

  #trait(name: string) {
    const { traits, name: ours } = this.#spec;
    if (Object.hasOwn(traits, name)) return traits[name];
    throw new TypeError(`${ours} has no ${shown(name)}; it has ${Object.keys(traits).join(", ")}`);
  }

  #checked(values: object): State {
    const checked = Object.entries(values)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => {
        return [name, this.#trait(name).check(value, `${this.#spec.name}.${name}`)];
      });
    return Object.fromEntries(checked) as State;
  }

  #wire(names: readonly string[]): State {
    const state: State = {};
    for (const name of names) {
      const trait = this.#spec.traits[name];
      const key = wireName(name, trait);
      const value = this.#values[name];
      if (key !== null) state[key] = trait.toWire ? trait.toWire(value) : value;
    }
    return state;
  }

  /** `known` is what the front end has sent, and need not be told. */
  #change(given: State, known: State = {}): Promise<unknown> | undefined {
    const before = this.#values;
    const next = this.fit({ ...before, ...given } as Values, given as Partial<Values>) as State;
    this.#values = next;
    const changed = Object.keys(next).filter((name) => !same(before[name], next[name]));
    const wire = this.#wire([...new Set([...changed, ...Object.keys(given)])]);
    const news = Object.entries(wire).filter(([key, value]) => {
      if (key in known) return !same(known[key], value);
      return changed.some((name) => wireName(name, this.#spec.traits[name]) === key);
    });
    this.#send("update", Object.fromEntries(news));
    return this.#observers.tell(
      changed.map((name) => ({ name, old: before[name], new: next[name], owner: this })),
    );
  }

  #send(method: "update" | "echo_update", full: State): void {
    if (Object.keys(full).length === 0) return;
    const { state, buffer_paths, buffers } = splitBuffers(full);
    this.#comm.send({ method, state, buffer_paths }, { buffers });
  }

  #receive({ data, buffers }: CommMessage): unknown {
    const { method, state, buffer_paths, content } = Object(data) as State;
    if (method === "request_state") return this.#send("update", this.wireState());
    if (method === "custom") {
      return Promise.all([...this.#customHandlers].map((handler) => handler(content, buffers)));
    }
    if (method !== "update") {
      throw new Error(`${this.#spec.name} was sent the unknown method ${shown(method)}`);
    }
    return this.#update(joinBuffers(Object(state) as State, (buffer_paths ?? []) as [], buffers));
  }

  /** All front ends that show the model hear at once what one of them did; then it takes effect. */
  #update(state: State): unknown {
    const own = Object.entries(this.#spec.traits).flatMap(([name, trait]) => {
      const key = wireName(name, trait);
      return key !== null && key in state ? [{ name, key, trait, value: state[key] }] : [];
    });
    const known = Object.fromEntries(own.map(({ key, value }) => [key, value]));
    this.#send("echo_update", known);
    let given: State;
    try {
      given = this.#checked(
        Object.fromEntries(
          own.map(({ name, trait, value }) => [name, trait.fromWire?.(value) ?? value]),
        ),
      );
      this.fit({ ...this.#values, ...given } as Values, given as Partial<Values>);
    } catch (error) {
      // What cannot be is taken back in the front end too.
      this.#send("update", this.#wire(own.map(({ name }) => name)));
      throw error;
    }
    return this.#change(given, known);
  }

  #gone(): void {
    unregister(this);
    this.#observers.clear();
    this.#customHandlers.clear();
  }
}
