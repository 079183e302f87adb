import type { DisplayData } from "../display/types.ts";

/** The pages that a running cell asked to be shown. Front ends look at one per reply: they become one. */
export class Pages {
  #pages: DisplayData[] = [];

  add(page: DisplayData): void {
    this.#pages.push(page);
  }

  /** All pages as one, which are forgotten then; undefined where there are none. */
  take(): DisplayData | undefined {
    const pages = this.#pages;
    this.#pages = [];
    if (pages.length <= 1) return pages[0];
    const forms = (type: string) =>
      pages.map(({ data }) => String(data[type] ?? data["text/plain"]));
    return {
      data: {
        "text/plain": forms("text/plain").join(`\n\n${"─".repeat(40)}\n\n`),
        "text/markdown": forms("text/markdown").join("\n\n---\n\n"),
      },
      metadata: {},
    };
  }
}

/** What makes a front end open its pager. */
export function pagePayload({ data }: DisplayData): object {
  return { source: "page", data, start: 0 };
}
