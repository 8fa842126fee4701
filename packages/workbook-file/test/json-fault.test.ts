/** Where JSON breaks off: found exactly where `JSON.parse` refuses the text, in words of our own. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonFault } from '../src/json/json-fault.ts';

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe('the first fault of a JSON text', () => {
  it.each([
    ['{\n  "a": 1,\n}', 3, '}'],
    ['{\n  "a": 1\n  "b": 2\n}', 3, '"b"'],
    ["{'a': 1}", 1, "'a'"],
    ['{"a": 1} 2', 1, '2'],
    ['{\r\n"a": [1, 2\r\n}', 3, '}'],
    ['{"a": 01}', 1, '1'],
    ['{"a": tru}', 1, 'tru'],
    ['{"a": "x\n"}', 1, '"x'],
    ['{"a":\n', 1, null],
    ['[1, [2, 3]\n\n', 1, null],
    ['', 1, null],
  ])('%j is in row %i', (text, row, found) => {
    expect(jsonFault(text)).toEqual({ row, found });
  });

  it('is none in JSON', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(undefined, 2, '\t'), (json, space) => {
        expect(jsonFault(JSON.stringify(JSON.parse(json), null, space))).toBeNull();
      }),
    );
  });

  it('is there if and only if JSON.parse refuses the text', () => {
    const signs = fc.constantFrom(...'{}[],:" \n\\0-1.eE+tnu', 'true', 'null', '"a"', '1.5', '{"a":', 'é');
    const sign = fc.array(signs, { maxLength: 12 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(sign, (text) => {
        expect(jsonFault(text) === null).toBe(isJson(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('is where a sign was taken out of JSON, or there is none', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), (json, at) => {
        const torn = json.slice(0, at % json.length) + json.slice((at % json.length) + 1);
        expect(jsonFault(torn) === null).toBe(isJson(torn));
      }),
      { numRuns: 1000 },
    );
  });
});
