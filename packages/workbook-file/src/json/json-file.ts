/** A JSON file that a person may have written: its bytes as text, its value, and what is wrong with it and where. */
import { fail, succeed, type Outcome } from 'isu-core';
import { jsonFault, type JsonFault } from './json-fault.ts';

/** @param name as the problem names the file */
export function readJsonFile(name: string, bytes: Uint8Array): Outcome<unknown> {
  const text = textOf(bytes);
  if (text.trim() === '') return emptyJson(name);
  const fault = jsonFault(text);
  return fault === null ? succeed(JSON.parse(text) as unknown) : notJson(name, fault);
}

/**
 * UTF-8; Windows' own programs also save UTF-16 with a mark, or Windows-1252, of which only letters are expected here:
 * Node 20 reads it as ISO-8859-1.
 */
export function textOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function emptyJson(name: string) {
  return fail(
    'not-json',
    `Filen «${name}» är tom. Den ska ha JSON inom { och }, till exempel {"lowestAge": 18}.`,
    `The file "${name}" is empty. It should hold JSON within { and }, for example {"lowestAge": 18}.`,
  );
}

function notJson(name: string, { row, found }: JsonFault) {
  const at = String(row);
  if (found === null)
    return fail(
      'not-json',
      `Filen «${name}» är inte giltig JSON: den tar slut på rad ${at} innan allt är stängt. Lägg till det som saknas, oftast } eller ].`,
      `The file "${name}" is not valid JSON: it ends in row ${at} before everything is closed. Add what is missing, mostly } or ].`,
    );
  return fail(
    'not-json',
    `Filen «${name}» är inte giltig JSON: på rad ${at} väntas något annat än ${found}. Se efter om ett komma eller ett citattecken saknas eller är för mycket just före.`,
    `The file "${name}" is not valid JSON: in row ${at} something other than ${found} is expected. See whether a comma or a quote is missing, or one too many, just before it.`,
  );
}
