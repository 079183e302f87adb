import { isLocalDate } from "../core/index.ts";
import type { DayCount, Translator } from "../core/index.ts";
import { button, element, labelled } from "../ui/element.ts";

/** How many days, from when: what "Day N of 100" counts by. */
export function goalForm(
  { of, start }: DayCount,
  today: string,
  trans: Translator,
  setGoal: (days: number, start: string) => void,
): HTMLElement {
  const days = element("input", { type: "number", min: 1, step: 1, required: true });
  const from = element("input", { type: "date", required: true });
  days.value = String(of);
  from.value = start ?? today;
  const save = button(trans.__("Set the goal"), () => {
    if (days.reportValidity() && from.reportValidity() && isLocalDate(from.value))
      setGoal(days.valueAsNumber, from.value);
  });
  return element(
    "details",
    { class: "daylab-Goal" },
    element("summary", {}, trans.__("Goal")),
    element(
      "div",
      { class: "daylab-Row" },
      labelled(trans.__("Days"), days),
      labelled(trans.__("First day"), from),
      save,
    ),
  );
}
