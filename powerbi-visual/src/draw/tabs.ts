/** Small tabs to change view: all by their pictures, the chosen one by name too, and where there is room every one. */
import { element, widthOf, type PictureElement } from 'isu-charts';
import { VIEWS, type ViewName } from '../views/view.ts';
import type { ViewWords } from '../words/view-words.ts';
import { pictureNode } from './draw-picture.ts';
import { made } from './made.ts';

export const TABS_HEIGHT = 32;
const LETTERS = 12;
const AROUND = 16;
const SIGN = 16;

/** What each view looks like, in 16 × 16. */
const SIGNS: Readonly<Record<ViewName, string>> = {
  groups: 'M7 2.5H1M7 6.2H3.5M7 9.9H4.5M7 13.5H5.5M9 2.5H10.5M9 6.2H11M9 9.9H12.5M9 13.5H15',
  profile: 'M1.5 2.5H14.5V13.5H1.5ZM1.5 6.2H14.5M1.5 9.9H14.5M6 2.5V13.5',
  concentration: 'M1.5 1.5V14.5H14.5M1.5 14.5L14 2M1.5 14.5C9 13.8 13 9 14 2',
  timelines:
    'M1 3.5H15M1 8H15M1 12.5H15M4 2.4V4.6M9.5 2.4V4.6M6 6.9V9.1M12 6.9V9.1M3 11.4V13.6M8 11.4V13.6M13 11.4V13.6',
  returns: 'M1.5 1.5V14.5H14.5M2 13H4.5V9.5H8V6H11.5V4H14.5',
  years: 'M2.5 14V8M6.5 14V4M10.5 14V6M14 14V2',
};

export class Tabs {
  readonly element: HTMLElement;
  private readonly buttons: Readonly<Record<ViewName, HTMLButtonElement>>;

  /** @param panel id of what the tabs change */
  constructor(page: Document, panel: string, choose: (view: ViewName) => void) {
    const button = (view: ViewName) =>
      made(page, 'button', {
        class: 'isu-tab',
        attributes: { type: 'button', role: 'tab', id: `${panel}-${view}`, 'aria-controls': panel },
        children: [pictureNode(sign(view), page), made(page, 'span')],
      });
    this.buttons = Object.fromEntries(VIEWS.map((view) => [view, button(view)])) as Record<
      ViewName,
      HTMLButtonElement
    >;
    for (const view of VIEWS) this.buttons[view].addEventListener('click', () => choose(view));
    this.element = made(page, 'div', {
      class: 'isu-tabs',
      attributes: { role: 'tablist' },
      children: VIEWS.map((view) => this.buttons[view]),
    });
    this.element.addEventListener('keydown', (event) => {
      const at = VIEWS.findIndex((view) => this.buttons[view] === page.activeElement);
      const to = reached(event.key, at);
      if (at === -1 || to === null) return;
      event.preventDefault();
      event.stopPropagation();
      choose(VIEWS[to]!);
      this.buttons[VIEWS[to]!].focus();
    });
  }

  show(chosen: ViewName, words: ViewWords, width: number): void {
    this.element.setAttribute('aria-label', words.chooseView);
    const names = VIEWS.map((view) => SIGN + 6 + widthOf(words.views[view], LETTERS, true) + AROUND);
    const hasNames = names.reduce((sum, one) => sum + one, 0) < width - 8;
    for (const view of VIEWS) {
      const button = this.buttons[view];
      const isChosen = view === chosen;
      const name = words.views[view];
      button.setAttribute('aria-selected', String(isChosen));
      button.tabIndex = isChosen ? 0 : -1;
      button.setAttribute('aria-label', name);
      button.title = hasNames || isChosen ? '' : name;
      const text = hasNames || isChosen ? name : '';
      const label = button.lastElementChild!;
      if (label.textContent !== text) label.textContent = text;
    }
  }
}

function reached(key: string, at: number): number | null {
  const count = VIEWS.length;
  switch (key) {
    case 'ArrowRight':
      return (at + 1) % count;
    case 'ArrowLeft':
      return (at + count - 1) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

function sign(view: ViewName): PictureElement {
  const path = element('path', {
    d: SIGNS[view],
    fill: 'none',
    stroke: 'currentColor',
    'stroke-width': view === 'groups' || view === 'years' ? 2 : 1.4,
  });
  return element(
    'svg',
    { class: 'isu-sign', width: SIGN, height: SIGN, viewBox: '0 0 16 16', 'aria-hidden': 'true' },
    [path],
  );
}
