/**
 * The settings that travel in the workbook: as a custom XML part, which any program that keeps the parts of a workbook
 * keeps (settings of an add-in are kept by Excel only, and for that add-in).
 */
import type { Outcome } from 'isu-core';
import { NOTHING_CHANGED, outcomeOf, Refused } from './excel-problem.ts';

const NAMESPACE = 'urn:isu-lathund:settings';

/** What is no JSON was stored by nobody we know. */
export function readStoredSettings(): Promise<Outcome<unknown>> {
  return outcomeOf(() =>
    Excel.run(async (context) => {
      const part = await storedPart(context);
      if (!part) return null;
      const xml = part.getXml();
      await context.sync();
      return parsed(textOf(xml.value));
    }),
  );
}

async function storedPart(context: Excel.RequestContext): Promise<Excel.CustomXmlPart | null> {
  const parts = context.workbook.customXmlParts.getByNamespace(NAMESPACE);
  parts.load('items/id');
  await context.sync();
  return parts.items[0] ?? null;
}

/** JSON has no use for these letters but inside texts, where each may be written by its number. */
function xmlOf(json: string): string {
  const text = json.replace(/[<>&]/g, (letter) => `\\u00${letter.charCodeAt(0).toString(16)}`);
  return `<settings xmlns="${NAMESPACE}">${text}</settings>`;
}

/** Who has written the part anew may have written quotation marks as entities. */
function textOf(xml: string): string {
  const text = /<settings[^>]*>([^]*)<\/settings>/.exec(xml)?.[1] ?? '';
  return text.replaceAll('&quot;', '"').replaceAll('&apos;', "'");
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

export function storeSettings(settings: unknown): Promise<Outcome<null>> {
  return outcomeOf(() => {
    const text = JSON.stringify(settings);
    if (holdsPersonnummer(text))
      throw new Refused('settings-hold-personnummer', {
        sv: 'Inställningarna innehåller något som ser ut som ett personnummer och lagras därför inte i arbetsboken. Se efter i kolumnvalen och kodernas värden.',
        en: 'The settings hold something that looks like a personal identity number, and are therefore not stored in the workbook. Look through the columns chosen and the values of the codes.',
      });
    return Excel.run(async (context) => {
      const part = await storedPart(context);
      if (part) part.setXml(xmlOf(text));
      else context.workbook.customXmlParts.add(xmlOf(text));
      await context.sync();
      return null;
    });
  }, NOTHING_CHANGED);
}

/** Ten or twelve digits that begin with a day of birth; samordningsnummer have 60 added to the day. */
function holdsPersonnummer(text: string): boolean {
  return /(?<!\d)(?:19|20)?\d\d(?:0[1-9]|1[0-2])(?:[06][1-9]|[1278]\d|[39][01])[-+ ]?\d{4}(?!\d)/.test(text);
}
