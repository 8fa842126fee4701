/** The visual, as Power BI makes it and speaks to it: the events of its life, and nothing else. */
import type powerbi from 'powerbi-visuals-api';
import '../style/visual.less';
import { Session } from './session.ts';

type VisualUpdateOptions = powerbi.extensibility.visual.VisualUpdateOptions;
type VisualConstructorOptions = powerbi.extensibility.visual.VisualConstructorOptions;

export class Visual implements powerbi.extensibility.visual.IVisual {
  private readonly events: powerbi.extensibility.IVisualEventService;
  private readonly session: Session;

  constructor(options?: VisualConstructorOptions) {
    if (!options) throw new Error('Power BI gives a visual its element and its host.');
    this.events = options.host.eventService;
    this.session = new Session(options.element, options.host);
  }

  /** Each update is told as begun, and then as finished or failed: one of them, once. */
  update(options: VisualUpdateOptions): void {
    this.events.renderingStarted(options);
    try {
      this.session.update(options);
    } catch (fault) {
      // Told first: to show the fault may fail for the same reason.
      this.events.renderingFailed(options, fault instanceof Error ? fault.message : String(fault));
      this.session.showFault();
      return;
    }
    this.events.renderingFinished(options);
  }

  getFormattingModel(): powerbi.visuals.FormattingModel {
    return this.session.formattingModel();
  }

  destroy(): void {
    this.session.end();
  }
}
