type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;
type Child = Node | string | undefined;

/**
 * An element with attributes and children. A text child is text, never HTML: what a file or a kernel
 * says cannot become markup. `true` is an attribute without a value; `false` and undefined leave it out.
 */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    made.setAttribute(key, value === true ? "" : String(value));
  }
  made.append(...children.filter((child) => child !== undefined));
  return made;
}

/** A button of JupyterLab's look that does one thing. */
export function button(
  label: string,
  onClick: () => void,
  attributes: Attributes = {},
): HTMLButtonElement {
  const made = element("button", { type: "button", class: "daylab-Button", ...attributes }, label);
  made.addEventListener("click", onClick);
  return made;
}

let fields = 0;

/** A field with its label above it. */
export function labelled(label: string, field: HTMLElement): HTMLElement {
  field.id ||= `daylab-field-${++fields}`;
  return element(
    "div",
    { class: "daylab-Field" },
    element("label", { for: field.id }, label),
    field,
  );
}

/** A choice among values with their words. */
export function choice<Value extends string>(
  options: readonly (readonly [value: Value, words: string])[],
  chosen: Value,
  attributes: Attributes = {},
): HTMLSelectElement {
  const made = element(
    "select",
    attributes,
    ...options.map(([value, words]) => element("option", { value }, words)),
  );
  made.value = chosen;
  return made;
}
