import { LabIcon } from "@jupyterlab/ui-components";

/** Steps that go up. */
export const progressIcon = new LabIcon({
  name: "daylab:progress",
  svgstr:
    '<svg xmlns="http://www.w3.org/2000/svg" width="16" viewBox="0 0 24 24"><path class="jp-icon3" fill="#616161" d="M3 20v-5h4v-4h4V7h4V3h6v17z"/></svg>',
});
