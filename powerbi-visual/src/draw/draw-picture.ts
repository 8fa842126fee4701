/**
 * A picture as SVG in the page, made of nodes and never of markup. Drawn again, what has the same key keeps its node:
 * the focus stays where it was, and only what has changed is touched.
 */
import type { Mark, PictureElement } from 'isu-charts';

const SVG = 'http://www.w3.org/2000/svg';

/** What each node was last drawn from. */
const drawn = new WeakMap<Element, PictureElement>();

export function pictureNode(picture: PictureElement, page: Document): SVGElement {
  const node = page.createElementNS(SVG, picture.name);
  drawPicture(node, picture);
  return node;
}

export function drawPicture(node: Element, picture: PictureElement): void {
  const before = drawn.get(node);
  if (before === picture) return;
  drawn.set(node, picture);
  drawAttributes(node, before?.attributes ?? {}, picture.attributes);
  drawChildren(node, picture.children);
}

/** What a node stands for; null where it stands for nothing that can be pointed at. */
export function markOfNode(node: Element): Mark | null {
  return drawn.get(node)?.mark ?? null;
}

function drawAttributes(
  node: Element,
  before: PictureElement['attributes'],
  now: PictureElement['attributes'],
): void {
  for (const name of Object.keys(before)) if (!(name in now)) node.removeAttribute(name);
  for (const [name, value] of Object.entries(now))
    if (before[name] !== value && name !== 'xmlns') node.setAttribute(name, value);
}

function drawChildren(node: Element, children: PictureElement['children']): void {
  if (children.every((child) => typeof child === 'string')) {
    const text = children.join('');
    if (node.childElementCount > 0 || node.textContent !== text) node.textContent = text;
    return;
  }
  const old = new Map<string, Element>();
  for (const [at, child] of [...node.children].entries()) {
    const picture = drawn.get(child);
    if (picture) old.set(identity(picture, at), child);
  }
  let next = node.firstChild;
  for (const [at, child] of children.entries()) {
    if (typeof child === 'string') continue;
    const own = identity(child, at);
    const kept = old.get(own);
    if (kept) {
      old.delete(own);
      drawPicture(kept, child);
    }
    const wanted = kept ?? pictureNode(child, node.ownerDocument);
    if (wanted === next) next = next.nextSibling;
    else node.insertBefore(wanted, next);
  }
  for (const gone of old.values()) gone.remove();
  while (next) {
    const after: ChildNode | null = next.nextSibling;
    next.remove();
    next = after;
  }
}

/** Without a key, a thing of the same name at the same place is taken for the same. */
function identity({ key, name }: PictureElement, at: number): string {
  return key === undefined ? `${String(at)} ${name}` : `${name} ${key}`;
}
