/** One visual on one page: what has arrived, what core has made of it, how it is to be shown. */
import type powerbi from 'powerbi-visuals-api';
import type { Mark } from 'isu-charts';
import type { Language } from 'isu-core';
import { Ground, type Standing } from './analysis/ground.ts';
import type { Situation } from './analysis/report.ts';
import { choicesOf } from './analysis/settings.ts';
import { Arriving, type Arrival } from './data/arrival.ts';
import type { ScreenPoint } from './draw/pointing.ts';
import { Stage, type Look } from './draw/stage.ts';
import { formattingModel } from './host/formatting-model.ts';
import { chosenColours, labelsOf, shownView } from './host/look-settings.ts';
import { PersonIds } from './host/person-ids.ts';
import { Saving } from './host/saving.ts';
import { Selecting, type Selectable } from './host/selecting.ts';
import { identitiesOf, toldOf, type Telling } from './host/telling.ts';
import { Tooltips } from './host/tooltips.ts';
import type { ViewName } from './views/view.ts';
import { hostWords } from './words/host-words.ts';

type VisualUpdateOptions = powerbi.extensibility.visual.VisualUpdateOptions;

/** powerbi.VisualUpdateType.Data, which exists for the compiler only. */
const DATA = 2 satisfies powerbi.VisualUpdateType.Data;

/** A host that has accepted to send more rows and does not is waited for this long. */
const PATIENCE = 15_000;

const NOTHING: Standing = {
  situation: { kind: 'landing', missing: ['person', 'date'], given: [] },
  behind: null,
};

const FAULT = {
  code: 'fault',
  sv: 'Ett fel i ISU Lathund gjorde att den inte kan ritas. Uppdatera rapporten; kvarstår felet, anmäl det.',
  en: 'A fault in ISU Lathund keeps it from being drawn. Refresh the report; if the fault stays, report it.',
};

export class Session {
  private readonly host: powerbi.extensibility.visual.IVisualHost;
  private readonly stage: Stage;
  private readonly arriving: Arriving;
  private readonly language: Language;
  private readonly manager: powerbi.extensibility.ISelectionManager;
  private readonly selecting: Selecting;
  private readonly tooltips: Tooltips;
  private readonly saving: Saving;
  private readonly text: (key: string) => string;
  private ground: Ground | null = null;
  private standing = NOTHING;
  private objects: powerbi.DataViewObjects | undefined;
  private size = { width: 0, height: 0 };
  private waiting: ReturnType<typeof setTimeout> | undefined;
  private hasSeenData = false;

  constructor(element: HTMLElement, host: powerbi.extensibility.visual.IVisualHost) {
    this.host = host;
    this.language = host.locale.toLowerCase().startsWith('sv') ? 'sv' : 'en';
    this.arriving = new Arriving(() => host.fetchMoreData(false));
    const redraw = () => {
      if (this.hasSeenData) this.show();
    };
    this.manager = host.createSelectionManager();
    this.selecting = new Selecting(host, redraw);
    this.manager.registerOnSelectCallback((ids) => this.selecting.selectFromOutside(ids));
    this.tooltips = new Tooltips(host.tooltipService, (mark) => this.told(mark));
    this.saving = new Saving(host, this.language, redraw);
    const localized = host.createLocalizationManager();
    this.text = (key) => localized.getDisplayName(key);
    this.stage = new Stage(element, {
      chooseView: (view) => this.chooseView(view),
      saveTable: () => this.saveTable(),
      select: (mark, adds) => this.selecting.select(mark, adds),
      clear: () => this.selecting.clear(),
      menu: (mark, at) => this.showMenu(mark, at),
      point: (mark, at, byTouch) => this.tooltips.point(mark, at, byTouch),
    });
    element.addEventListener('contextmenu', (event) => {
      event.preventDefault();
      this.showMenu(null, { x: event.clientX, y: event.clientY });
    });
  }

  formattingModel(): powerbi.visuals.FormattingModel {
    return formattingModel({
      objects: this.objects,
      given: this.arriving.given,
      palette: this.host.colorPalette,
      text: this.text,
    });
  }

  update({ type, viewport, dataViews, operationKind, jsonFilters }: VisualUpdateOptions): void {
    this.size = { width: viewport.width, height: viewport.height };
    if ((type & DATA) !== 0 || !this.hasSeenData) {
      this.hasSeenData = true;
      this.objects = dataViews?.[0]?.metadata?.objects;
      this.take(this.arriving.take(dataViews?.[0], operationKind));
      this.tooltips.hide();
    }
    this.selecting.update(this.selectable(), jsonFilters);
    this.show();
  }

  showFault(): void {
    this.standing = { situation: { kind: 'problem', problem: FAULT }, behind: null };
    this.show();
  }

  end(): void {
    clearTimeout(this.waiting);
  }

  private take(arrival: Arrival): void {
    clearTimeout(this.waiting);
    if (arrival.kind === 'loading') this.waiting = setTimeout(() => this.giveUp(), PATIENCE);
    if (arrival.kind === 'whole') {
      if (this.ground?.table !== arrival.table) this.ground = new Ground(arrival.table, new Date());
      this.standing = this.ground.stand(choicesOf(this.objects), this.language);
    } else {
      this.standing = { situation: situationOf(arrival), behind: null };
    }
  }

  private giveUp(): void {
    this.take(this.arriving.giveUp());
    this.selecting.update(this.selectable(), undefined);
    this.show();
  }

  private show(): void {
    this.stage.show(this.standing.situation, this.look());
  }

  private selectable(): Selectable | null {
    const { situation, behind } = this.standing;
    const [window] = this.arriving.windows;
    if (situation.kind !== 'report' || !behind || !window) return null;
    return {
      behind,
      person: window.column.source,
      ids: new PersonIds(this.host, this.arriving.windows),
      isProtected: situation.report.protection === 'publication',
      showsYears: shownView(this.objects) === 'years',
    };
  }

  private telling(): Telling | null {
    const { situation, behind } = this.standing;
    if (situation.kind !== 'report' || !behind) return null;
    const { windows } = this.arriving;
    return {
      report: situation.report,
      behind,
      ids: new PersonIds(this.host, windows),
      windows,
      language: this.language,
      locale: this.host.locale,
    };
  }

  private told(mark: Mark): ReturnType<typeof toldOf> {
    const telling = this.telling();
    return telling ? toldOf(mark, telling) : { items: [], identities: [] };
  }

  private showMenu(mark: Mark | null, at: ScreenPoint): void {
    if (!this.selecting.isAllowed) return;
    const telling = this.telling();
    const [id, ...others] = mark && telling ? identitiesOf(mark, telling) : [];
    // Of nobody, or of several, it is the menu of the visual as a whole.
    const whom = id && others.length === 0 ? id : ({} as powerbi.visuals.ISelectionId);
    void this.manager.showContextMenu(whom, at, 'person');
  }

  private chooseView(view: ViewName): void {
    this.objects = { ...this.objects, view: { ...this.objects?.['view'], shown: view } };
    this.keep('view', { shown: view });
  }

  private saveTable(): void {
    const { situation } = this.standing;
    if (situation.kind === 'report') this.saving.save(situation.report, shownView(this.objects));
  }

  private look(): Look {
    const view = this.objects?.['view'];
    return {
      size: this.size,
      view: shownView(this.objects),
      // On a dashboard a click opens the report: there is nothing to choose.
      tabs: view?.['tabs'] !== false && this.selecting.isAllowed,
      asTable: view?.['asTable'] === true,
      language: this.language,
      palette: this.host.colorPalette,
      selected: this.selecting.selected,
      labels: labelsOf(this.objects),
      colours: chosenColours(this.objects),
      saveLabel: this.saving.isAllowed ? hostWords(this.language).saveTable : null,
    };
  }

  /** Kept in the report, so that bookmarks and exports show it. */
  private keep(objectName: string, properties: Record<string, powerbi.DataViewPropertyValue>): void {
    // Null is what Power BI wants for the visual as a whole; Microsoft's types leave it out.
    const selector = null as unknown as powerbi.data.Selector;
    this.host.persistProperties({ merge: [{ objectName, selector, properties }] });
  }
}

function situationOf(arrival: Exclude<Arrival, { readonly kind: 'whole' }>): Situation {
  switch (arrival.kind) {
    case 'no-fields':
      return { kind: 'landing', missing: arrival.missing, given: arrival.given };
    case 'no-rows':
      return { kind: 'empty' };
    case 'loading':
    case 'cut':
      return arrival;
  }
}
