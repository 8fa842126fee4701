/**
 * What is wrong with a manifest, beyond what a schema can say: resources that are not there, icons whose pictures have
 * another size, words that Excel cuts off. Limits from Microsoft's documentation, "Office Add-ins manifest" and the
 * pages of its elements.
 */
import { XmlDocument, type XmlElement } from 'libxml2-wasm';

const NAMESPACES = {
  o: 'http://schemas.microsoft.com/office/appforoffice/1.1',
  v: 'http://schemas.microsoft.com/office/taskpaneappversionoverrides',
  bt: 'http://schemas.microsoft.com/office/officeappbasictypes/1.0',
  xsi: 'http://www.w3.org/2001/XMLSchema-instance',
};

/** Of the ribbon; 16, 32 and 80 are asked for. */
const RIBBON_ICONS = ['16', '32', '80'];

export interface ManifestUnderTest {
  readonly xml: string;
  readonly base: string;
  /** Width and height of a picture, by its path under the base; `null` where there is none. */
  readonly pictureSize: (path: string) => readonly [number, number] | null;
  /** Files that are served, besides pictures. */
  readonly isServed: (path: string) => boolean;
}

export function manifestFaults({ xml, base, pictureSize, isServed }: ManifestUnderTest): string[] {
  const document = XmlDocument.fromString(xml);
  const faults: string[] = [];
  const all = (path: string) => document.find(path, NAMESPACES) as XmlElement[];
  const values = (path: string) => document.find(path, NAMESPACES).map((node) => node.content);

  const resources = all('//v:Resources/*/*');
  const ids = resources.map((each) => each.attr('id')!.value);
  const used = values('//@resid');
  for (const id of new Set(used)) if (!ids.includes(id)) faults.push(`resid ${id} leads nowhere`);
  for (const id of ids) if (!used.includes(id)) faults.push(`resource ${id} is used by nothing`);
  for (const id of ids.filter((id, at) => ids.indexOf(id) !== at))
    faults.push(`resource ${id} is there twice`);
  for (const id of ids.filter(({ length }) => length > 32))
    faults.push(`resource ${id} has more than 32 characters`);

  const controls = values('//v:Control/@id | //v:Group/@id | //v:CustomTab/@id');
  for (const id of controls.filter((id, at) => controls.indexOf(id) !== at))
    faults.push(`control ${id} is there twice`);

  if (values('//o:Id').length !== 1) faults.push('there is not one id');
  const version = values('/o:OfficeApp/o:Version').join();
  if (!/^[1-9]\d*(\.\d+){3}$/.test(version)) faults.push(`version ${version} is not four numbers from 1.0`);

  const worded = all('//*[@DefaultValue][not(self::bt:Image)][not(self::bt:Url[@id="Pane.Url"])]');
  for (const each of worded) {
    const overrides = each.find('o:Override/@Locale | bt:Override/@Locale', NAMESPACES);
    const locales = overrides.map((node) => node.content);
    if (locales.join() !== 'en-US') faults.push(`${nameOf(each)} has no en-US, or more than that`);
  }
  if (values('//o:DefaultLocale').join() !== 'sv-SE') faults.push('the default locale is not sv-SE');

  const long = (path: string, most: number) => {
    for (const text of values(`${path}/@DefaultValue | ${path}/*/@Value`))
      if (text.length > most) faults.push(`«${text}» has more than ${most} characters`);
  };
  long('//o:DisplayName', 125);
  long('//o:Description', 250);
  long('//bt:ShortStrings/bt:String', 125);
  long('//bt:LongStrings/bt:String', 250);

  for (const url of values(
    '//bt:Image/@DefaultValue | //o:IconUrl/@DefaultValue | //o:HighResolutionIconUrl/@DefaultValue',
  ))
    if (!pictureSize(pathOf(url))) faults.push(`${url} is no picture`);
  for (const url of values('//@DefaultValue | //@Value').filter((text) => /^https?:/.test(text))) {
    if (!url.startsWith(`${base}/`)) faults.push(`${url} is not under ${base}`);
    if (!url.startsWith('https:')) faults.push(`${url} is not https`);
    if (!isServed(pathOf(url)) && !pictureSize(pathOf(url))) faults.push(`${url} is not served`);
  }
  const expectSize = (url: string, size: number) => {
    const found = pictureSize(pathOf(url));
    if (found && (found[0] !== size || found[1] !== size))
      faults.push(`${url} is ${found.join(' × ')}, not ${size} × ${size}`);
  };
  const urlOf = new Map(resources.map((each) => [each.attr('id')!.value, each.attr('DefaultValue')!.value]));
  for (const icon of all('//v:Icon')) {
    const images = icon.find('bt:Image', NAMESPACES) as XmlElement[];
    const sizes = images.map((image) => image.attr('size')!.value);
    for (const size of RIBBON_ICONS) if (!sizes.includes(size)) faults.push(`an icon has no size ${size}`);
    for (const image of images)
      expectSize(urlOf.get(image.attr('resid')!.value) ?? '', Number(image.attr('size')!.value));
  }
  for (const url of values('//o:IconUrl/@DefaultValue')) expectSize(url, 32);
  for (const url of values('//o:HighResolutionIconUrl/@DefaultValue')) expectSize(url, 64);
  return faults;

  function pathOf(url: string): string {
    return url.slice(base.length + 1).replace(/#.*$/, '');
  }
}

function nameOf(element: XmlElement): string {
  return element.attr('id')?.value ?? element.name;
}

/** The actions that the buttons run, by name. */
export function functionNames(xml: string): string[] {
  return XmlDocument.fromString(xml)
    .find('//v:FunctionName', NAMESPACES)
    .map((node) => node.content);
}

/** Labels of the buttons, in their order. */
export function buttonLabels(xml: string, locale: 'sv-SE' | 'en-US'): string[] {
  const document = XmlDocument.fromString(xml);
  return document.find('//v:Control/v:Label/@resid', NAMESPACES).map((resid) => {
    const attribute = locale === 'sv-SE' ? '@DefaultValue' : 'bt:Override[@Locale="en-US"]/@Value';
    return document.find(`//bt:String[@id="${resid.content}"]/${attribute}`, NAMESPACES)[0]!.content;
  });
}
