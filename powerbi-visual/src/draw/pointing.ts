/**
 * What a person does with the marks of a picture, by mouse, touch or keyboard. One set of listeners for all marks,
 * however many. One mark at a time can be reached by tab; arrows go from mark to mark, and past the last one in sight
 * the picture scrolls.
 */
import { markOfNode } from './draw-picture.ts';
import type { Mark } from 'isu-charts';

/** In pixels of the window, as hosts take it. */
export interface ScreenPoint {
  readonly x: number;
  readonly y: number;
}

export interface MarkHandlers {
  /** @param adds with Ctrl or Cmd: to what is selected already */
  readonly select: (mark: Mark, adds: boolean) => void;
  /** Escape, or a click beside every mark. */
  readonly clear: () => void;
  /** @param mark null beside every mark */
  readonly menu: (mark: Mark | null, at: ScreenPoint) => void;
  /** Null when nothing is pointed at any longer. @param byTouch or by keyboard: there is no pointer to move away */
  readonly point: (mark: Mark | null, at: ScreenPoint, byTouch: boolean) => void;
}

const TOWARDS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
};

export class Pointing {
  private readonly picture: SVGElement;
  private readonly handlers: MarkHandlers;
  /** Scrolls by steps; false where there is no further. */
  private readonly scroll: (steps: number) => boolean;
  /** The mark that tab goes to, by its place among the marks. */
  private current = 0;
  private marks: readonly SVGElement[] = [];

  /** @param around listens: a picture that listened for the focus itself would be reached by tab */
  constructor(
    around: HTMLElement,
    picture: SVGElement,
    handlers: MarkHandlers,
    scroll: (steps: number) => boolean,
  ) {
    this.picture = picture;
    this.handlers = handlers;
    this.scroll = scroll;
    around.addEventListener('click', (event) => {
      const mark = this.markAt(event);
      if (mark) handlers.select(mark, event.ctrlKey || event.metaKey);
      else handlers.clear();
    });
    around.addEventListener('contextmenu', (event) => {
      event.preventDefault();
      event.stopPropagation();
      handlers.menu(this.markAt(event), { x: event.clientX, y: event.clientY });
    });
    around.addEventListener('pointermove', (event) =>
      handlers.point(
        this.markAt(event),
        { x: event.clientX, y: event.clientY },
        event.pointerType === 'touch',
      ),
    );
    around.addEventListener('pointerleave', (event) =>
      handlers.point(null, { x: event.clientX, y: event.clientY }, event.pointerType === 'touch'),
    );
    around.addEventListener('keydown', (event) => this.key(event));
    around.addEventListener('focusin', (event) => {
      const at = this.marks.indexOf(event.target as SVGElement);
      if (at === -1) return;
      this.moveTab(at);
      handlers.point(markOfNode(this.marks[at]!), middleOf(this.marks[at]!), true);
    });
    around.addEventListener('focusout', (event) =>
      handlers.point(null, middleOf(event.target as Element), true),
    );
  }

  /** After each drawing: what the marks are now, how they are read, and the focus where it was or next to it. */
  refresh(isSelected: (mark: Mark) => boolean): void {
    const hadFocus = this.marks.findIndex((node) => node === this.focused());
    this.marks = [...this.picture.querySelectorAll<SVGElement>('.isu-mark')].filter((node) =>
      markOfNode(node),
    );
    const marks = this.marks.map((node) => markOfNode(node)!);
    const canSelect = marks.some(isSelectable);
    setAll(this.picture, {
      role: marks.length === 0 ? 'img' : canSelect ? 'listbox' : 'group',
      'aria-multiselectable': canSelect ? 'true' : null,
    });
    for (const [at, node] of this.marks.entries()) {
      const mark = marks[at]!;
      setAll(node, {
        role: canSelect ? 'option' : 'img',
        'aria-label': mark.name,
        'aria-selected': canSelect ? String(isSelected(mark)) : null,
        'aria-disabled': canSelect && !isSelectable(mark) ? 'true' : null,
      });
    }
    if (hadFocus !== -1 && !this.marks.includes(this.focused()!)) this.focusOn(hadFocus);
    else
      this.moveTab(
        this.marks.indexOf(this.focused()!) === -1 ? this.current : this.marks.indexOf(this.focused()!),
      );
  }

  private focused(): SVGElement | null {
    return this.picture.ownerDocument.activeElement as SVGElement | null;
  }

  private moveTab(to: number): void {
    this.current = Math.max(0, Math.min(to, this.marks.length - 1));
    for (const [at, node] of this.marks.entries())
      setAll(node, { tabindex: at === this.current ? '0' : '-1' });
  }

  private focusOn(at: number): void {
    this.moveTab(at);
    this.marks[this.current]?.focus({ preventScroll: true });
  }

  private markAt(event: Event): Mark | null {
    const node = event.target instanceof Element ? event.target.closest('.isu-mark') : null;
    return node && this.picture.contains(node) ? markOfNode(node) : null;
  }

  private key(event: KeyboardEvent): void {
    const at = this.marks.indexOf(event.target as SVGElement);
    const node = this.marks[at];
    const mark = node && markOfNode(node);
    if (!mark) return;
    const isMenu = event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey);
    if (event.key === 'Enter' || event.key === ' ')
      this.handlers.select(mark, event.ctrlKey || event.metaKey);
    else if (event.key === 'Escape') this.handlers.clear();
    else if (isMenu) this.handlers.menu(mark, middleOf(node));
    else if (!this.move(event.key, at)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  private move(key: string, at: number): boolean {
    const towards = TOWARDS[key];
    if (key === 'Home' || key === 'End') {
      this.scroll(key === 'Home' ? -Infinity : Infinity);
      this.focusOn(key === 'Home' ? 0 : this.marks.length - 1);
      return true;
    }
    if (!towards) return false;
    const next = this.neighbour(at, towards);
    if (next !== null) {
      this.focusOn(next);
      return true;
    }
    if (towards[1] === 0) return true;
    const node = this.marks[at];
    if (!this.scroll(towards[1])) return true;
    const moved = this.marks.indexOf(node!);
    if (moved !== -1) this.focusOn(this.neighbour(moved, towards) ?? moved);
    return true;
  }

  /** The nearest mark that way, as the eye sees it; where all stand in one row or column, the next in order. */
  private neighbour(at: number, [x, y]: readonly [number, number]): number | null {
    const places = this.marks.map(middleOf);
    const own = places[at]!;
    let best: number | null = null;
    let least = Infinity;
    for (const [other, place] of places.entries()) {
      const along = (place.x - own.x) * x + (place.y - own.y) * y;
      if (other === at || along < 2) continue;
      const across = Math.abs((place.x - own.x) * y) + Math.abs((place.y - own.y) * x);
      const distance = along + 4 * across;
      if (distance < least) [best, least] = [other, distance];
    }
    if (best !== null) return best;
    const isLine =
      places.every((place) => Math.abs(place.x - own.x) < 2) ||
      places.every((place) => Math.abs(place.y - own.y) < 2);
    const next = at + x + y;
    return isLine && next >= 0 && next < places.length ? next : null;
  }
}

/** All together, and the most frequent so many in a hundred, are no group of persons that can be pointed out. */
export function isSelectable({ kind, key }: Mark): boolean {
  return kind !== 'share' && key !== 'total';
}

function setAll(node: Element, attributes: Readonly<Record<string, string | null>>): void {
  for (const [name, value] of Object.entries(attributes))
    if (value === null) node.removeAttribute(name);
    else if (node.getAttribute(name) !== value) node.setAttribute(name, value);
}

function middleOf(node: Element): ScreenPoint {
  const { left, top, width, height } = node.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}
