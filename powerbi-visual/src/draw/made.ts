/** HTML elements, made without markup. */
export interface Making {
  readonly class?: string;
  readonly text?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly children?: readonly Node[];
}

export function made<Name extends keyof HTMLElementTagNameMap>(
  page: Document,
  name: Name,
  { class: className, text, attributes = {}, children = [] }: Making = {},
): HTMLElementTagNameMap[Name] {
  const element = page.createElement(name);
  if (className !== undefined) element.className = className;
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  if (text !== undefined) element.textContent = text;
  element.append(...children);
  return element;
}
