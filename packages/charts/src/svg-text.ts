/** A picture as SVG text, for files, reports and tests. */
import type { PictureElement } from './picture-element.ts';

export function svgText(picture: PictureElement): string {
  const attributes = Object.entries(picture.attributes)
    .map(([name, value]) => ` ${name}="${escaped(value)}"`)
    .join('');
  const children = picture.children
    .map((child) => (typeof child === 'string' ? escaped(child) : svgText(child)))
    .join('');
  return children === ''
    ? `<${picture.name}${attributes}/>`
    : `<${picture.name}${attributes}>${children}</${picture.name}>`;
}

/** Control characters that XML 1.0 has no way to write are left out. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}
