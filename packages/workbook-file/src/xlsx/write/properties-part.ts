/** What is said about the workbook (ECMA-376, part 2, 11; part 1, 22.2 and 22.3). */
import type { CustomPropertyData, PropertiesData } from '../workbook-data.ts';
import { XML_START, xmlAttribute, xmlText } from './xml.ts';

const METADATA = 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';

export function corePart(properties: PropertiesData): string {
  const { created } = properties;
  const dates =
    ' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';
  return (
    `${XML_START}<cp:coreProperties xmlns:cp="${METADATA}" xmlns:dc="http://purl.org/dc/elements/1.1/"${created ? dates : ''}>` +
    said('dc:title', properties.title) +
    said('dc:creator', properties.creator) +
    said('dc:language', properties.language) +
    said('dc:subject', properties.subject) +
    said('dc:description', properties.description) +
    said('cp:keywords', properties.keywords) +
    said('cp:category', properties.category) +
    said('cp:lastModifiedBy', properties.lastModifiedBy) +
    said('cp:revision', properties.revision === undefined ? undefined : String(properties.revision)) +
    (created ? `<dcterms:created xsi:type="dcterms:W3CDTF">${toTheSecond(created)}</dcterms:created>` : '') +
    '</cp:coreProperties>'
  );
}

export function appPart({ application, manager, company }: PropertiesData): string {
  return (
    `${XML_START}<Properties xmlns="${OFFICE}/extended-properties">` +
    `${said('Application', application)}${said('Manager', manager)}${said('Company', company)}</Properties>`
  );
}

/** Numbers for people's own properties begin at 2: the first is taken. */
const FIRST_NUMBER = 2;

export function customPropertiesPart(properties: readonly CustomPropertyData[]): string {
  const entries = properties.map(
    ({ name, value }, i) =>
      `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="${String(i + FIRST_NUMBER)}" name="${xmlAttribute(name)}">${variant(value)}</property>`,
  );
  return `${XML_START}<Properties xmlns="${OFFICE}/custom-properties" xmlns:vt="${OFFICE}/docPropsVTypes">${entries.join('')}</Properties>`;
}

function variant(value: CustomPropertyData['value']): string {
  if (typeof value === 'string') return `<vt:lpwstr>${xmlText(value)}</vt:lpwstr>`;
  if (typeof value === 'boolean') return `<vt:bool>${String(value)}</vt:bool>`;
  if (typeof value !== 'number') return `<vt:filetime>${toTheSecond(value)}</vt:filetime>`;
  const isWhole = Number.isInteger(value) && Math.abs(value) < 2 ** 31;
  return isWhole ? `<vt:i4>${String(value)}</vt:i4>` : `<vt:r8>${String(value)}</vt:r8>`;
}

function said(element: string, text: string | undefined): string {
  return text === undefined ? '' : `<${element}>${xmlText(text)}</${element}>`;
}

function toTheSecond(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}
