/**
 * The visual's own element: tabs, the chosen view with its table for reading aloud, what the reader should know of the
 * data, or what stands in place of a view. It holds no figure and asks nothing: it shows what it is given.
 */
import type { Mark } from 'isu-charts';
import type { Language } from 'isu-core';
import type { Report, Situation } from '../analysis/report.ts';
import { drawingOf } from '../views/picture.ts';
import { viewColours, type ColourKey, type HostPalette, type ViewColours } from '../views/view-colours.ts';
import { markId, type ReadTable, type Size, type ViewName, type ViewSetting } from '../views/view.ts';
import { viewWords } from '../words/view-words.ts';
import { drawPicture, pictureNode } from './draw-picture.ts';
import { inPlace, sentences } from './in-place.ts';
import { made } from './made.ts';
import { Pager } from './pager.ts';
import { Pointing, type MarkHandlers } from './pointing.ts';
import { tableForm, tableNotes } from './table-form.ts';
import { SAVE_WIDTH, saveButton } from './save-button.ts';
import { Tabs, TABS_HEIGHT } from './tabs.ts';

/** How it is to be shown: all that is not a figure. */
export interface Look {
  readonly size: Size;
  readonly view: ViewName;
  readonly tabs: boolean;
  readonly asTable: boolean;
  readonly language: Language;
  readonly palette: HostPalette;
  /** What is selected, by `markId`. */
  readonly selected?: ReadonlySet<string>;
  /** Figures at the marks, unless they are turned off. */
  readonly labels?: boolean;
  /** Colours chosen in the format pane. */
  readonly colours?: Readonly<Partial<Record<ColourKey, string>>>;
  /** What the button is called that saves the shown table; without it there is none. */
  readonly saveLabel?: string | null;
}

/** What a person does with what is shown. */
export interface Handlers extends Partial<MarkHandlers> {
  readonly chooseView: (view: ViewName) => void;
  readonly saveTable?: () => void;
}

/** Below these a tile has room for its view alone. */
const TABS_LEAST: Size = { width: 240, height: 160 };
const FOOT_LEAST: Size = { width: 300, height: 200 };
const FOOT_HEIGHT = 20;
/** What stands in place of a view says less in a tile, and not everything in a low one. */
const TILE: Size = { width: 220, height: 170 };
const LOW = 300;

const NONE: ReadonlySet<string> = new Set();
let stages = 0;

export class Stage {
  private readonly root: HTMLElement;
  private readonly page: Document;
  private readonly head: HTMLElement;
  private readonly tabs: Tabs;
  private readonly save: HTMLButtonElement;
  private readonly panel: HTMLElement;
  private readonly scroller: HTMLElement;
  private readonly spacer: HTMLElement;
  private readonly svg: SVGElement;
  private readonly read: HTMLElement;
  private readonly pager: Pager;
  private readonly place: HTMLElement;
  private readonly foot: HTMLElement;
  private readonly pointing: Pointing;
  private shown: { readonly report: Report; readonly look: Look } | null = null;
  /** What is read aloud, so that it is not made again where only the picture changes. */
  private told: {
    readonly tables: readonly ReadTable[];
    readonly language: Language;
    readonly asTable: boolean;
  } | null = null;
  private footOf: Report | null = null;
  private step = 0;
  private frame = 0;

  constructor(element: HTMLElement, handlers: Handlers) {
    this.page = element.ownerDocument;
    const { page } = this;
    const id = `isu-panel-${String(++stages)}`;
    this.tabs = new Tabs(page, id, (view) => {
      if (this.shown) this.show({ kind: 'report', report: this.shown.report }, { ...this.shown.look, view });
      handlers.chooseView(view);
    });
    this.save = saveButton(page);
    this.save.addEventListener('click', () => handlers.saveTable?.());
    this.head = made(page, 'div', { class: 'isu-head', children: [this.tabs.element, this.save] });
    this.svg = pictureNode({ name: 'svg', attributes: {}, children: [] }, page);
    this.spacer = made(page, 'div', { class: 'isu-spacer' });
    this.scroller = made(page, 'div', { class: 'isu-scroller', children: [this.svg, this.spacer] });
    this.read = made(page, 'div', { class: 'isu-read' });
    this.pager = new Pager(page, (rows) => this.scrollBy(rows));
    this.panel = made(page, 'div', {
      class: 'isu-panel',
      attributes: { id },
      children: [this.scroller, this.read, this.pager.element],
    });
    this.place = made(page, 'div', { class: 'isu-in-place' });
    this.foot = made(page, 'div', { class: 'isu-foot' });
    this.root = made(page, 'div', {
      class: 'isu-stage',
      attributes: { role: 'region' },
      children: [this.head, this.panel, this.place, this.foot],
    });
    this.pointing = new Pointing(
      this.scroller,
      this.svg,
      {
        select: (mark, adds) => handlers.select?.(mark, adds),
        clear: () => handlers.clear?.(),
        menu: (mark, at) => handlers.menu?.(mark, at),
        point: (mark, at, byTouch) => handlers.point?.(mark, at, byTouch),
      },
      (steps) => this.scrollBy(steps),
    );
    this.scroller.addEventListener('scroll', () => this.scrolled());
    element.replaceChildren(this.root);
  }

  show(situation: Situation, look: Look): void {
    const colours = viewColours(look.palette, look.colours);
    const words = viewWords(look.language);
    this.root.lang = look.language;
    const name = words.situations.landingTitle;
    const isReport = situation.kind === 'report';
    this.root.setAttribute('aria-label', isReport ? `${name}: ${words.views[look.view]}` : name);
    this.paint(colours);
    this.root.classList.toggle('isu-tile', !isAtLeast(look.size, TILE));
    this.root.classList.toggle('isu-low', look.size.height < LOW);
    if (situation.kind === 'report' && hasPersons(situation.report))
      this.showReport(situation.report, look, colours);
    else this.showInPlace(situation, look);
  }

  private showReport(report: Report, look: Look, colours: ViewColours): void {
    const changed = this.shown?.look.view !== look.view || this.shown.report !== report;
    this.shown = { report, look };
    const hasTabs = look.tabs && isAtLeast(look.size, TABS_LEAST);
    const isSaying = report.marking !== null || report.notices.length > 0;
    const hasFoot = isSaying && isAtLeast(look.size, FOOT_LEAST);
    this.drawFoot(report);
    this.foot.classList.toggle('isu-sign-only', !hasFoot);
    this.lay(hasTabs, hasFoot || report.notices.length > 0, true);
    if (hasTabs) this.drawHead(look);
    this.labelPanel(hasTabs, look);
    const size = {
      width: Math.max(1, look.size.width),
      height: Math.max(1, look.size.height - (hasTabs ? TABS_HEIGHT : 0) - (hasFoot ? FOOT_HEIGHT : 0)),
    };
    this.scroller.style.setProperty('height', `${String(size.height)}px`);
    if (changed) this.scroller.scrollTop = 0;
    this.draw(report, look, size, colours);
  }

  private drawHead({ view, language, size, saveLabel = null }: Look): void {
    this.save.hidden = saveLabel === null;
    this.save.title = saveLabel ?? '';
    this.save.setAttribute('aria-label', saveLabel ?? '');
    this.tabs.show(view, viewWords(language), size.width - (saveLabel === null ? 0 : SAVE_WIDTH));
  }

  private draw(report: Report, look: Look, size: Size, colours: ViewColours): void {
    const setting: ViewSetting = {
      size,
      colours,
      words: viewWords(look.language),
      language: look.language,
      selected: look.selected ?? NONE,
      labels: look.labels ?? true,
      scrolled: this.scroller.scrollTop,
    };
    const drawing = drawingOf(report, look.view, setting);
    if (!drawing.ok) {
      this.lay(look.tabs && isAtLeast(look.size, TABS_LEAST), false, false);
      this.fillPlace(sentences(this.page, 'status', [drawing.why]));
      return;
    }
    const { picture, scroll, tables } = drawing.value;
    this.step = scroll?.step ?? 0;
    this.spacer.style.setProperty('height', `${String(Math.max(0, (scroll?.height ?? 0) - size.height))}px`);
    this.scroller.classList.toggle('isu-scrolls', scroll !== null);
    drawPicture(this.svg, picture);
    this.pointing.refresh((mark: Mark) => setting.selected.has(markId(mark)));
    this.drawTables(tables, look);
  }

  private drawTables(tables: readonly ReadTable[], look: Look): void {
    const { classList } = this.panel;
    classList.toggle('isu-as-table', look.asTable);
    const long = tables.find(({ table, rows }) => rows && table.rows.length < rows.of);
    const hasPager = look.asTable && long?.rows !== undefined;
    classList.toggle('isu-paged', hasPager);
    this.pager.element.hidden = !hasPager;
    if (long?.rows)
      this.pager.show(
        { ...long.rows, count: long.table.rows.length },
        viewWords(look.language),
        look.language,
      );
    const isAsBefore =
      this.told?.language === look.language &&
      this.told.asTable === look.asTable &&
      this.told.tables.length === tables.length &&
      tables.every(({ table }, at) => table === this.told!.tables[at]!.table);
    if (isAsBefore) return;
    this.told = { tables, language: look.language, asTable: look.asTable };
    const nodes = tables.flatMap((table) => [
      tableForm(this.page, table, look.language),
      ...(look.asTable ? tableNotes(this.page, table) : []),
    ]);
    this.read.replaceChildren(...nodes);
    // Shown and longer than its room it scrolls, and what scrolls must be reached by keyboard.
    if (look.asTable) this.read.tabIndex = 0;
    else this.read.removeAttribute('tabindex');
  }

  private showInPlace(situation: Situation, { language }: Look): void {
    this.shown = null;
    this.lay(false, false, false);
    this.fillPlace(
      situation.kind === 'report'
        ? sentences(this.page, 'status', [situation.report.headline, ...situation.report.notices])
        : inPlace(this.page, situation, viewWords(language), language),
    );
  }

  /** What is longer than its room scrolls, and can be reached by keyboard then. */
  private fillPlace(content: HTMLElement): void {
    const { place } = this;
    place.replaceChildren(content);
    if (place.scrollHeight > place.clientHeight + 1) place.tabIndex = 0;
    else place.removeAttribute('tabindex');
  }

  private lay(hasTabs: boolean, hasFoot: boolean, hasPanel: boolean): void {
    this.head.hidden = !hasTabs;
    this.foot.hidden = !hasFoot;
    this.panel.hidden = !hasPanel;
    this.place.hidden = hasPanel;
    if (hasPanel) this.place.replaceChildren();
  }

  private labelPanel(hasTabs: boolean, look: Look): void {
    if (hasTabs) {
      this.panel.setAttribute('role', 'tabpanel');
      this.panel.setAttribute('aria-labelledby', `${this.panel.id}-${look.view}`);
    } else {
      this.panel.removeAttribute('role');
      this.panel.removeAttribute('aria-labelledby');
    }
  }

  /**
   * Whose material it is, and what to know of the data: cut to a line, or in a tile to its sign, until it is opened. All
   * of it is read aloud.
   */
  private drawFoot(report: Report): void {
    if (this.footOf === report) return;
    this.footOf = report;
    const { marking, notices } = report;
    const notice = made(this.page, 'button', {
      class: 'isu-notice',
      text: notices.join(' '),
      attributes: { type: 'button', title: notices.join('\n'), 'aria-expanded': 'false' },
    });
    notice.addEventListener('click', () => {
      const isOpen = this.foot.classList.toggle('isu-open');
      notice.setAttribute('aria-expanded', String(isOpen));
    });
    this.foot.classList.remove('isu-open');
    this.foot.replaceChildren(
      ...(notices.length === 0 ? [] : [notice]),
      ...(marking === null ? [] : [made(this.page, 'span', { class: 'isu-marking', text: marking })]),
    );
  }

  private paint(colours: ViewColours): void {
    const { style, classList } = this.root;
    classList.toggle('isu-contrast', colours.isHighContrast);
    for (const name of ['ink', 'quiet', 'grid', 'ground', 'actualisations', 'selected', 'link'] as const)
      style.setProperty(`--isu-${name}`, colours[name]);
  }

  private scrolled(): void {
    if (this.frame !== 0) return;
    this.frame = this.page.defaultView?.requestAnimationFrame(() => this.redraw()) ?? 0;
  }

  private redraw(): void {
    this.frame = 0;
    if (!this.shown) return;
    const { report, look } = this.shown;
    const size = { width: Math.max(1, look.size.width), height: this.scroller.clientHeight };
    this.draw(report, look, size, viewColours(look.palette, look.colours));
  }

  private scrollBy(steps: number): boolean {
    if (this.step === 0) return false;
    const before = this.scroller.scrollTop;
    const most = this.scroller.scrollHeight;
    this.scroller.scrollTop = Math.max(
      0,
      Math.min(most, before + (Number.isFinite(steps) ? steps * this.step : steps * most || 0)),
    );
    if (this.scroller.scrollTop === before) return false;
    this.redraw();
    return true;
  }
}

function hasPersons({ persons }: Report): boolean {
  return persons.value !== 0;
}

function isAtLeast(size: Size, least: Size): boolean {
  return size.width >= least.width && size.height >= least.height;
}
