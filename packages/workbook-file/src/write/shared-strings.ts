/** The texts of a workbook, each kept once; cells refer to them by number. */
import { XML_START, xmlText } from './xml.ts';

/** Excel refuses a file with a longer text in a cell. */
const LONGEST_TEXT = 32_767;

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
      const kept = text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT - 1)}…` : text;
      yield `<si><t xml:space="preserve">${xmlText(kept)}</t></si>`;
    }
    yield '</sst>';
  }
}
