/** Saving the shown table as a file through Power BI, where the tenant lets visuals do so. */
import type powerbi from 'powerbi-visuals-api';
import type { Language } from 'isu-core';
import type { Report } from '../analysis/report.ts';
import type { ViewName } from '../views/view.ts';
import { hostWords } from '../words/host-words.ts';
import { tableFile } from './table-file.ts';

/** powerbi.PrivilegeStatus, which exists for the compiler only. */
const ALLOWED: powerbi.PrivilegeStatus = 0 satisfies powerbi.PrivilegeStatus.Allowed;

/** As much as Power BI lets out of a visual. */
const MOST_BYTES = 30_000_000;

/** A host that cannot tell is one that does not allow it. */
const never = () => undefined;

export class Saving {
  /** Not before Power BI has said so. */
  isAllowed = false;
  private readonly host: powerbi.extensibility.visual.IVisualHost;
  private readonly language: Language;

  constructor(host: powerbi.extensibility.visual.IVisualHost, language: Language, allowed: () => void) {
    this.host = host;
    this.language = language;
    void host.downloadService.exportStatus().then((status) => {
      this.isAllowed = status === ALLOWED;
      if (this.isAllowed) allowed();
    }, never);
  }

  save(report: Report, view: ViewName): void {
    const file = tableFile(report, view);
    if (!file) return;
    const { content, name, description } = file;
    if (new TextEncoder().encode(content).length > MOST_BYTES) {
      const { short, long } = hostWords(this.language).tooLong;
      this.host.displayWarningIcon(short, long);
      return;
    }
    void this.host.downloadService.exportVisualsContentExtended(content, name, 'csv', description);
  }
}
