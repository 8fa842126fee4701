/** What is said about a workbook. */
import type { CustomPropertyData, PropertiesData } from '../workbook-data.ts';
import type { Parts } from './parts.ts';
import { child, childrenOf, numberOr, parseXml, type XmlNode } from './xml.ts';

export function readProperties(parts: Parts): PropertiesData {
  const part = (type: string) => parseXml(parts.text(parts.related('', type) ?? ''));
  const core = part('core-properties');
  const app = part('extended-properties');
  const said = (node: XmlNode, name: string) => child(node, name)?.text;
  const created = new Date(said(core, 'created') ?? '');
  const revision = numberOr(said(core, 'revision'), undefined);
  const custom = childrenOf(part('custom-properties'), 'property').flatMap((node) => customOf(node) ?? []);
  const texts = {
    title: said(core, 'title'),
    creator: said(core, 'creator'),
    language: said(core, 'language'),
    subject: said(core, 'subject'),
    description: said(core, 'description'),
    keywords: said(core, 'keywords'),
    category: said(core, 'category'),
    lastModifiedBy: said(core, 'lastModifiedBy'),
    application: said(app, 'Application'),
    manager: said(app, 'Manager'),
    company: said(app, 'Company'),
  };
  return {
    ...Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== undefined && text !== '')),
    ...(revision !== undefined && { revision }),
    ...(!Number.isNaN(created.getTime()) && { created }),
    ...(custom.length > 0 && { custom }),
  };
}

/** `null` for kinds that have no value of their own, such as links to cells. */
function customOf(node: XmlNode): CustomPropertyData | null {
  const name = node.attributes['name'] ?? '';
  const [held] = node.children;
  switch (held?.name) {
    case 'lpwstr':
    case 'lpstr':
      return { name, value: held.text };
    case 'bool':
      return { name, value: /^(true|1)$/.test(held.text) };
    case 'filetime':
    case 'date':
      return { name, value: new Date(held.text) };
    case 'i1':
    case 'i2':
    case 'i4':
    case 'i8':
    case 'int':
    case 'r4':
    case 'r8':
    case 'decimal':
      return { name, value: Number(held.text) };
    case undefined:
    default:
      return null;
  }
}
