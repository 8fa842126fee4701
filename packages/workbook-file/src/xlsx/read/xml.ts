/** XML read as plain nodes: as much as the parts of a workbook need. */
export interface XmlNode {
  /** Without its prefix. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
  readonly text: string;
}

interface OpenNode {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: XmlNode[];
  text: string;
}

const PIECE =
  /<(\/?)([\w.-]+:)?([\w.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|<!--[\s\S]*?-->|<[?!][^>]*>|([^<]+)/g;

/** The root element; an empty node where there is none. */
export function parseXml(xml: string): XmlNode {
  const top: OpenNode = { name: '', attributes: {}, children: [], text: '' };
  const open: OpenNode[] = [top];
  for (const [, close, , name, attributes, selfClosed, text] of xml.matchAll(PIECE)) {
    const parent = open.at(-1)!;
    if (text !== undefined) parent.text += unescapeXml(text);
    else if (name === undefined) continue;
    else if (close) {
      if (open.length > 1) open.pop();
    } else {
      const node: OpenNode = { name, attributes: attributesOf(attributes!), children: [], text: '' };
      parent.children.push(node);
      if (!selfClosed) open.push(node);
    }
  }
  return top.children[0] ?? top;
}

export function attributesOf(text: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name, double, single] of text.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    attributes[name!.replace(/^\w+:/, '')] = unescapeXml(double ?? single ?? '');
  }
  return attributes;
}

export function child(node: XmlNode | undefined, name: string): XmlNode | undefined {
  return node?.children.find((each) => each.name === name);
}

export function childrenOf(node: XmlNode | undefined, name: string): readonly XmlNode[] {
  return node?.children.filter((each) => each.name === name) ?? [];
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

export function unescapeXml(text: string): string {
  if (!/[&_]/.test(text)) return text;
  return text
    .replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex: string, decimal: string, name: string) => {
      if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
      return decimal ? String.fromCodePoint(Number(decimal)) : (ENTITIES[name] ?? whole);
    })
    .replace(/_x([\da-f]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** What the element says by its `val`, as most of the looks do. */
export function valueOf(node: XmlNode | undefined): string | undefined {
  return node?.attributes['val'];
}

export function isOn(attribute: string | undefined): boolean {
  return attribute === '1' || attribute === 'true';
}

/** A number, or what stands for it where there is none. */
export function numberOr<T>(attribute: string | undefined, otherwise: T): number | T {
  const number = attribute === undefined || attribute === '' ? NaN : Number(attribute);
  return Number.isFinite(number) ? number : otherwise;
}
