/** Text as the parts of a workbook write it. */

export const XML_START = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Signs that XML cannot hold are written as Excel writes them, `_x0007_`, and such a text itself is escaped. */
export function xmlText(text: string): string {
  return text
    .replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[\0-\x08\x0b-\x1f\ufffe\uffff]/g, (sign) => `_x${hex4(sign)}_`)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');
}

export function xmlAttribute(text: string): string {
  return xmlText(text)
    .replace(/"/g, '&quot;')
    .replace(/[\t\n]/g, (sign) => `_x${hex4(sign)}_`);
}

/** For the drawing parts, which know no `_x0007_`: what XML cannot hold is left out. */
export function drawingText(text: string): string {
  return xmlAttribute(text.replace(/[\0-\x1f\ufffe\uffff]/g, ' ')).replaceAll('_x005F_', '_');
}

function hex4(sign: string): string {
  return sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
}

/** An element with its entries and their count. */
export function counted(element: string, entries: readonly string[]): string {
  return `<${element} count="${String(entries.length)}">${entries.join('')}</${element}>`;
}

/** An attribute, or nothing where it is not set. */
export function when(isSet: boolean, attribute: string): string {
  return isSet ? ` ${attribute}` : '';
}

/** An attribute with a text, or nothing where there is none. */
export function given(name: string, text: string | null | undefined): string {
  return text === null || text === undefined ? '' : ` ${name}="${xmlAttribute(text)}"`;
}

export function one(isOn: boolean): '1' | '0' {
  return isOn ? '1' : '0';
}
