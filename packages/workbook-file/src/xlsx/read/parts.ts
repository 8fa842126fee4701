/** The parts of a package (ECMA-376, part 2), by path, and what they are to each other. */
import { strFromU8, unzipSync } from 'fflate';
import { childrenOf, parseXml } from './xml.ts';

export interface Relation {
  /** The whole path of a part, or an address outside the workbook. */
  readonly target: string;
  /** The last word of its type: `worksheet`, `table` … */
  readonly type: string;
}

export class Parts {
  private readonly files: Readonly<Record<string, Uint8Array>>;

  /** @throws where the bytes are no zip */
  constructor(bytes: Uint8Array) {
    this.files = unzipSync(bytes, { filter: ({ name }) => /\.(xml|rels|bin)$/.test(name) });
  }

  /** `''` where there is no such part. */
  text(path: string): string {
    const file = this.files[path];
    return file ? strFromU8(file) : '';
  }

  bytes(path: string): Uint8Array | null {
    return this.files[path] ?? null;
  }

  paths(): string[] {
    return Object.keys(this.files);
  }

  /** A part's relations, by id. */
  relations(path: string): ReadonlyMap<string, Relation> {
    const at = path.lastIndexOf('/') + 1;
    const folder = path.slice(0, at);
    const root = parseXml(this.text(`${folder}_rels/${path.slice(at)}.rels`));
    return new Map(
      childrenOf(root, 'Relationship').map(({ attributes }) => {
        const { Id = '', Target = '', Type = '', TargetMode } = attributes;
        const target = TargetMode === 'External' ? Target : resolved(folder, Target);
        return [Id, { target, type: Type.slice(Type.lastIndexOf('/') + 1) }];
      }),
    );
  }

  /** The part that is this to that one, the first where there are several. */
  related(path: string, type: string): string | null {
    for (const relation of this.relations(path).values()) if (relation.type === type) return relation.target;
    return null;
  }
}

function resolved(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps: string[] = [];
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.') steps.push(step);
  }
  return steps.join('/');
}
