/** A picture as DOM nodes, made without any markup text. */
import type { PictureElement } from './picture-element.ts';

const SVG = 'http://www.w3.org/2000/svg';

export function svgNode(picture: PictureElement, page: Document): SVGElement {
  const node = page.createElementNS(SVG, picture.name);
  for (const [name, value] of Object.entries(picture.attributes)) {
    if (name !== 'xmlns') node.setAttribute(name, value);
  }
  for (const child of picture.children) {
    node.append(typeof child === 'string' ? child : svgNode(child, page));
  }
  return node;
}
