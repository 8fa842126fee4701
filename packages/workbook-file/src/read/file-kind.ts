/**
 * What a file is, found by its content: case systems and people give files the wrong ending.
 *
 * Signatures: the file formats' own specifications, as collected in file(1).
 */
import { zipEntries, type ZipEntry } from './zip-directory.ts';

/** A file that is something else than a workbook, with its article: "en PNG-bild", "a PNG image". */
export interface Foreign {
  readonly sv: string;
  readonly en: string;
}

export type FileKind =
  | { readonly kind: 'empty' | 'ole' | 'html' | 'spreadsheet-xml' | 'damaged-zip' | 'text' }
  | { readonly kind: 'workbook-zip'; readonly entries: readonly ZipEntry[] }
  | { readonly kind: 'foreign'; readonly what: Foreign };

export function fileKind(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return { kind: 'empty' };
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return { kind: 'ole' };
  if (startsWith(bytes, 'PK\x03\x04') || startsWith(bytes, 'PK\x05\x06')) return zipKind(bytes);
  const signature = SIGNATURES.find(({ starts }) =>
    starts.every(([at, sign]) => startsWith(bytes, sign, at)),
  );
  if (signature) return { kind: 'foreign', what: signature.what };
  return markupKind(opening(bytes));
}

interface Signature {
  readonly starts: readonly (readonly [number, string])[];
  readonly what: Foreign;
}

const SIGNATURES: readonly Signature[] = [
  { starts: [[0, '\x89PNG\r\n']], what: { sv: 'en PNG-bild', en: 'a PNG image' } },
  { starts: [[0, '\xff\xd8\xff']], what: { sv: 'en JPEG-bild', en: 'a JPEG image' } },
  { starts: [[0, 'GIF8']], what: { sv: 'en GIF-bild', en: 'a GIF image' } },
  {
    starts: [
      [0, 'RIFF'],
      [8, 'WEBP'],
    ],
    what: { sv: 'en WebP-bild', en: 'a WebP image' },
  },
  { starts: [[0, 'II*\0']], what: { sv: 'en TIFF-bild', en: 'a TIFF image' } },
  { starts: [[0, 'MM\0*']], what: { sv: 'en TIFF-bild', en: 'a TIFF image' } },
  { starts: [[0, '%PDF']], what: { sv: 'ett PDF-dokument', en: 'a PDF document' } },
  { starts: [[0, '{\\rtf']], what: { sv: 'ett RTF-dokument', en: 'an RTF document' } },
  { starts: [[0, 'MIME-Version:']], what: { sv: 'ett webbarkiv (MHTML)', en: 'a web archive (MHTML)' } },
  { starts: [[0, 'SQLite format 3\0']], what: { sv: 'en SQLite-databas', en: 'an SQLite database' } },
  { starts: [[4, 'Standard ACE DB']], what: { sv: 'en Access-databas', en: 'an Access database' } },
  { starts: [[4, 'Standard Jet DB']], what: { sv: 'en Access-databas', en: 'an Access database' } },
  { starts: [[0, '$FL2@(#)']], what: { sv: 'en SPSS-fil', en: 'an SPSS file' } },
  { starts: [[0, 'PAR1']], what: { sv: 'en Parquet-fil', en: 'a Parquet file' } },
  { starts: [[0, '\x1f\x8b']], what: { sv: 'en packad fil (gzip)', en: 'a packed file (gzip)' } },
  { starts: [[0, '7z\xbc\xaf\x27\x1c']], what: { sv: 'en packad fil (7-Zip)', en: 'a packed file (7-Zip)' } },
  { starts: [[0, 'Rar!\x1a\x07']], what: { sv: 'en packad fil (RAR)', en: 'a packed file (RAR)' } },
  { starts: [[0, 'MZ\x90\0']], what: { sv: 'ett Windows-program', en: 'a Windows program' } },
];

function startsWith(bytes: Uint8Array, sign: string | readonly number[], at = 0): boolean {
  if (bytes.length < at + sign.length) return false;
  for (let i = 0; i < sign.length; i++) {
    const expected = typeof sign === 'string' ? sign.charCodeAt(i) : sign[i];
    if (bytes[at + i] !== expected) return false;
  }
  return true;
}

/** Parts that tell what a zip holds; the first that is there decides. */
const ZIP_CONTENTS: readonly (readonly [RegExp, 'workbook' | Foreign])[] = [
  [/^xl\/workbook\.(xml|bin)$/i, 'workbook'],
  [/^xl\//i, 'workbook'],
  [/^word\//i, { sv: 'ett Word-dokument', en: 'a Word document' }],
  [/^ppt\//i, { sv: 'en PowerPoint-presentation', en: 'a PowerPoint presentation' }],
  [/^visio\//i, { sv: 'en Visio-ritning', en: 'a Visio drawing' }],
  [/^(Report\/Layout|DataModel)$/, { sv: 'en Power BI-fil', en: 'a Power BI file' }],
  [/^Index\/.*\.iwa$/i, { sv: 'ett dokument från Apples program', en: 'a document of Apple’s programs' }],
];

const OTHER_ZIP: Foreign = { sv: 'en packad fil (zip)', en: 'a packed file (zip)' };

function zipKind(bytes: Uint8Array): FileKind {
  const entries = zipEntries(bytes);
  if (entries === null) return { kind: 'damaged-zip' };
  for (const [part, what] of ZIP_CONTENTS) {
    if (!entries.some((entry) => part.test(entry.name))) continue;
    return what === 'workbook' ? { kind: 'workbook-zip', entries } : { kind: 'foreign', what };
  }
  return openDocumentKind(bytes, entries);
}

/** An OpenDocument file says what it is in its first part, which is never packed. */
function openDocumentKind(bytes: Uint8Array, entries: readonly ZipEntry[]): FileKind {
  const start = new TextDecoder('latin1').decode(bytes.subarray(30, 120));
  if (start.includes('opendocument.spreadsheet')) return { kind: 'workbook-zip', entries };
  if (start.includes('opendocument.text'))
    return { kind: 'foreign', what: { sv: 'ett OpenDocument-textdokument', en: 'an OpenDocument text' } };
  return { kind: 'foreign', what: OTHER_ZIP };
}

const OPENING_BYTES = 4096;

/** The beginning of a text, letters aside from ASCII not yet decoded. */
function opening(bytes: Uint8Array): string {
  const start = bytes.subarray(0, OPENING_BYTES);
  if (startsWith(bytes, [0xff, 0xfe])) return new TextDecoder('utf-16le').decode(start);
  if (startsWith(bytes, [0xfe, 0xff])) return new TextDecoder('utf-16be').decode(start);
  return new TextDecoder('latin1').decode(startsWith(bytes, [0xef, 0xbb, 0xbf]) ? start.subarray(3) : start);
}

const PROLOGUE = /^\s*(?:<\?[^>]*>\s*|<!--[\s\S]*?-->\s*|<!DOCTYPE[^>]*>\s*)*/i;
const HTML_ELEMENTS =
  /^(html|head|meta|title|style|script|body|table|thead|tbody|tr|td|div|span|p|br|hr|center|font|b|h[1-6])$/;

function markupKind(start: string): FileKind {
  const prologue = PROLOGUE.exec(start)![0];
  const root = /^<(?:\w+:)?([A-Za-z][\w.-]*)/.exec(start.slice(prologue.length))?.[1];
  if (root === 'Workbook') return { kind: 'spreadsheet-xml' };
  if (/<!doctype\s+html/i.test(prologue) || (root !== undefined && HTML_ELEMENTS.test(root.toLowerCase())))
    return { kind: 'html' };
  if (prologue.includes('<?xml')) return { kind: 'foreign', what: { sv: 'en XML-fil', en: 'an XML file' } };
  return { kind: 'text' };
}
