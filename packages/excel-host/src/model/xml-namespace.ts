/** The namespace of an XML text's root element. Not a parser: enough to see that the text begins and ends as XML. */
import { Fault } from './fault.ts';

export function namespaceOf(xml: string): string {
  const body = xml.replace(/^\ufeff?\s*(<\?[\s\S]*?\?>|<!--[\s\S]*?-->|\s)*/, '');
  const root = /^<([\w.-]+:)?([\w.-]+)((?:\s+[\w.:-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>/.exec(body);
  if (!root) throw new Fault('InvalidArgument', 'the text is no XML');
  const [, prefix = '', name = '', attributes = '', selfClosed] = root;
  if (!selfClosed && !new RegExp(`</${prefix}${name}\\s*>\\s*$`).test(body)) {
    throw new Fault('InvalidArgument', `the XML does not end with </${prefix}${name}>`);
  }
  const declared = prefix === '' ? 'xmlns' : `xmlns:${prefix.slice(0, -1)}`;
  const found = new RegExp(`\\s${declared}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  return found?.[1] ?? found?.[2] ?? '';
}
