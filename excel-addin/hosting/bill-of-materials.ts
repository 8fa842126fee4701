/**
 * What the built add-in is made of: every package that it depends on when it runs, as installed, with version and
 * licence. As CycloneDX JSON for an IT department's tools, and as the licence texts that the licences ask to be kept.
 */
import { readFileSync, readdirSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

export interface Part {
  readonly name: string;
  readonly version: string;
  /** SPDX. */
  readonly licence: string;
  /** Null where the package has no licence file of its own. */
  readonly licenceText: string | null;
  /** Names with versions of what it depends on. */
  readonly dependsOn: readonly string[];
  /** Of this product. */
  readonly isOurs: boolean;
}

interface PackageJson {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly private?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** @param folder of the package; its development dependencies are no part of what is built */
export function partsOf(folder: string): readonly Part[] {
  const parts = new Map<string, Part>();
  const visit = (at: string): string => {
    const json = JSON.parse(readFileSync(join(at, 'package.json'), 'utf8')) as PackageJson;
    const id = `${json.name}@${json.version}`;
    if (parts.has(id)) return id;
    const part: Part = {
      name: json.name,
      version: json.version,
      licence: json.license ?? 'NOASSERTION',
      licenceText: licenceTextIn(at),
      dependsOn: [],
      isOurs: json.name.startsWith('isu-'),
    };
    // Before its dependencies, which may depend on it in their turn.
    parts.set(id, part);
    const dependsOn = Object.keys(json.dependencies ?? {}).map((name) => visit(folderOf(name, at)));
    parts.set(id, { ...part, dependsOn });
    return id;
  };
  visit(realpathSync(folder));
  return [...parts.values()];
}

/** Where a package finds another: packages need not export their package.json, so the folders are looked through. */
function folderOf(name: string, from: string): string {
  const places = createRequire(join(from, 'package.json')).resolve.paths(name) ?? [];
  for (const place of places) {
    try {
      return dirname(realpathSync(join(place, name, 'package.json')));
    } catch {
      continue;
    }
  }
  throw new Error(`${name}, which ${from} depends on, is not installed`);
}

function licenceTextIn(folder: string): string | null {
  const file = readdirSync(folder).find((name) => /^(licen[cs]e|copying)(\.(md|txt))?$/i.test(name));
  return file === undefined ? null : readFileSync(join(folder, file), 'utf8');
}

/** CycloneDX 1.6, the same bytes for the same packages: no time and no serial number. */
export function cycloneDx(parts: readonly Part[]): string {
  const [product, ...others] = parts;
  const component = ({ name, version, licence }: Part, type: 'application' | 'library') => ({
    type,
    'bom-ref': `${name}@${version}`,
    name,
    version,
    licenses: [/ (OR|AND) /.test(licence) ? { expression: licence } : { license: { id: licence } }],
    purl: `pkg:npm/${name.replace('@', '%40')}@${version}`,
  });
  const bill = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { component: component(product!, 'application') },
    components: others.map((part) => component(part, 'library')),
    dependencies: parts.map(({ name, version, dependsOn }) => ({ ref: `${name}@${version}`, dependsOn })),
  };
  return `${JSON.stringify(bill, null, 2)}\n`;
}

/** Each licence text once, under the packages that it is of. */
export function licenceTexts(parts: readonly Part[]): string {
  const byText = new Map<string, string[]>();
  for (const part of parts) {
    if (part.isOurs) continue;
    const text = (part.licenceText ?? `Licence: ${part.licence}`).trim();
    byText.set(text, [...(byText.get(text) ?? []), `${part.name} ${part.version}`]);
  }
  return [...byText]
    .map(([text, names]) => `${names.join('\n')}\n\n${text}\n`)
    .join(`\n${'='.repeat(80)}\n\n`);
}
