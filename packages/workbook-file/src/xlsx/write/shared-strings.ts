/** The texts of a workbook, each kept once; cells refer to them by number. */
import { keptText } from '../cell-text.ts';
import { XML_START, xmlText } from './xml.ts';

export class SharedStrings {
  private readonly numbers = new Map<string, number>();
  private uses = 0;

  number(text: string): number {
    this.uses++;
    let number = this.numbers.get(text);
    if (number === undefined) {
      number = this.numbers.size;
      this.numbers.set(text, number);
    }
    return number;
  }

  *part(): Generator<string> {
    yield `${XML_START}<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="${String(this.uses)}" uniqueCount="${String(this.numbers.size)}">`;
    for (const text of this.numbers.keys()) {
      yield `<si><t xml:space="preserve">${xmlText(keptText(text))}</t></si>`;
    }
    yield '</sst>';
  }
}
