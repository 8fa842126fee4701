/** Under a table of which only some rows are shown: which they are, and the way to those before and after. */
import { formatNumber, type Language } from 'isu-core';
import type { ViewWords } from '../words/view-words.ts';
import { made } from './made.ts';

export interface ShownRows {
  readonly from: number;
  readonly count: number;
  readonly of: number;
}

export class Pager {
  readonly element: HTMLElement;
  private readonly before: HTMLButtonElement;
  private readonly after: HTMLButtonElement;
  private readonly rows: HTMLElement;
  private count = 0;

  /** @param turn by so many rows, back where it is below zero */
  constructor(page: Document, turn: (rows: number) => void) {
    this.before = made(page, 'button', { attributes: { type: 'button' } });
    this.after = made(page, 'button', { attributes: { type: 'button' } });
    this.rows = made(page, 'span', { attributes: { role: 'status' } });
    this.before.addEventListener('click', () => turn(-this.count));
    this.after.addEventListener('click', () => turn(this.count));
    this.element = made(page, 'div', { class: 'isu-pager', children: [this.before, this.rows, this.after] });
  }

  show({ from, count, of }: ShownRows, { pager }: ViewWords, language: Language): void {
    const n = (value: number) => formatNumber(value, 'integer', language);
    this.count = count;
    this.before.textContent = pager.before;
    this.after.textContent = pager.after;
    // Not disabled: a button that goes dead takes the focus with it.
    this.before.setAttribute('aria-disabled', String(from === 0));
    this.after.setAttribute('aria-disabled', String(from + count >= of));
    this.rows.textContent = pager.rows(n(from + 1), n(from + count), n(of));
  }
}
