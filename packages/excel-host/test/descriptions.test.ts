/** The tables against @types/office-js: a member that Excel does not have, or has since another version, fails here. */
import { describe, expect, it } from 'vitest';
import { DESCRIPTIONS } from '../src/excel/classes.ts';
import { ENUMS } from '../src/excel/enums.ts';
import { declaredClasses, declaredEnums } from './office-js-types.ts';

const declared = declaredClasses();

describe('every class is one of Excel’s, with Excel’s members', () => {
  it.each(DESCRIPTIONS.map((description) => [description.name, description] as const))(
    '%s',
    (name, description) => {
      const own = new Map(declared.get(name)?.map((member) => [member.name, member]));
      expect(own.size, `Excel has no class ${name}`).toBeGreaterThan(0);
      const wrong = Object.entries(description.members).flatMap(([key, member]) => {
        if (key === 'items' || member.kind === 'items') return [];
        const official = own.get(key);
        if (!official) return [`${key}: Excel has no such member`];
        const since =
          official.since === member.since
            ? []
            : [`${key}: since ${String(official.since)}, not ${member.since}`];
        const isWritable = member.kind === 'property' && member.write !== null;
        const kind = member.kind === 'method' ? 'method' : isWritable ? 'writable' : 'read-only';
        return kind === official.kind ? since : [...since, `${key}: ${official.kind}, not ${kind}`];
      });
      expect(wrong).toEqual([]);
    },
  );

  it('no class stands twice', () => {
    const names = DESCRIPTIONS.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  it('every object that a member gives is of a class that stands here', () => {
    const names = new Set(DESCRIPTIONS.map(({ name }) => name));
    const missing = DESCRIPTIONS.flatMap(({ name, members }) =>
      Object.entries(members).flatMap(([key, member]) =>
        'className' in member && member.className !== null && !names.has(member.className)
          ? [`${name}.${key} gives ${member.className}`]
          : [],
      ),
    );
    expect(missing).toEqual([]);
  });
});

describe('enums have the texts that Excel gives them', () => {
  const official = declaredEnums();
  it.each(Object.keys(ENUMS))('%s', (name) => {
    expect(ENUMS[name]).toEqual(Object.fromEntries(official.get(name) ?? []));
  });
});
