/** The line to the frame of the visual: what the page tells it, and what it answers. */
import type { FromFrame, ReportSetting, ToFrame, VisualParts } from './messages.ts';
import type { SheetModel } from './model-of-sheet.ts';

/** Rows sent in one message: each is copied at one stretch. */
const CHUNK = 1000;

export class VisualLink {
  private readonly port: MessagePort;

  /** The frame has loaded, and waits for its line. It has no origin that could be named; it is ours by its address. */
  constructor(
    frame: HTMLIFrameElement,
    parts: VisualParts,
    setting: ReportSetting,
    hear: (message: FromFrame) => void,
  ) {
    const { port1, port2 } = new MessageChannel();
    this.port = port1;
    port1.onmessage = ({ data }: MessageEvent<FromFrame>) => hear(data);
    frame.contentWindow!.postMessage(null, '*', [port2]);
    this.send({ kind: 'begin', parts, setting });
  }

  send(message: ToFrame): void {
    this.port.postMessage(message);
  }

  /** @param pause as `readModel` takes it */
  async sendModel({ place, rows, columns }: SheetModel, pause: () => Promise<boolean>): Promise<boolean> {
    const names = place.columns.map(({ name }) => name);
    this.send({ kind: 'table', name: place.sheet.name, columns: names });
    for (let from = 0; from < rows.length; from += CHUNK) {
      this.send({ kind: 'rows', columns: names.map((name) => columns[name]!.slice(from, from + CHUNK)) });
      if (!(await pause())) return false;
    }
    return true;
  }

  end(): void {
    this.port.close();
  }
}
