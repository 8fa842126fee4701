/** One visual on one page: what has arrived, what core has made of it, how it is to be shown. */
import type powerbi from 'powerbi-visuals-api';
import type { Language } from 'isu-core';
import { Ground, type Standing } from './analysis/ground.ts';
import type { Situation } from './analysis/report.ts';
import { choicesOf } from './analysis/settings.ts';
import { Arriving, type Arrival } from './data/arrival.ts';
import { Stage, type Look } from './draw/stage.ts';
import { VIEWS } from './views/view.ts';

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
    this.stage = new Stage(element, { chooseView: (view) => this.keep('view', { shown: view }) });
  }

  update({ type, viewport, dataViews, operationKind }: VisualUpdateOptions): void {
    this.size = { width: viewport.width, height: viewport.height };
    if ((type & DATA) !== 0 || !this.hasSeenData) {
      this.hasSeenData = true;
      this.objects = dataViews?.[0]?.metadata?.objects;
      this.take(this.arriving.take(dataViews?.[0], operationKind));
    }
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
      this.ground = new Ground(arrival.table, new Date());
      this.standing = this.ground.stand(choicesOf(this.objects), this.language);
    } else {
      this.ground = null;
      this.standing = { situation: situationOf(arrival), behind: null };
    }
  }

  private giveUp(): void {
    this.take(this.arriving.giveUp());
    this.show();
  }

  private show(): void {
    this.stage.show(this.standing.situation, this.look());
  }

  private look(): Look {
    const view = this.objects?.['view'];
    const shown = view?.['shown'];
    return {
      size: this.size,
      view: VIEWS.find((name) => name === shown) ?? 'groups',
      tabs: view?.['tabs'] !== false,
      asTable: view?.['asTable'] === true,
      language: this.language,
      palette: this.host.colorPalette,
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
