/**
 * What the task pane's request for office.js is answered with: the objects of the Excel that runs in the page around it.
 */
const around = window.parent as unknown as Record<string, unknown>;
for (const name of ['Office', 'Excel', 'OfficeExtension', 'CustomFunctions']) {
  Object.defineProperty(window, name, { value: around[name], configurable: true, writable: true });
}
