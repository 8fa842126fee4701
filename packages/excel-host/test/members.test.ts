/** MEMBERS.md against the tables. After a change of either: npx vitest run packages/excel-host/test/members.test.ts -u */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { DESCRIPTIONS } from '../src/excel/classes.ts';
import { declaredClasses } from './office-js-types.ts';
import { example } from './readme-example.ts';

function membersPage(): string {
  const declared = declaredClasses();
  const sections = [...DESCRIPTIONS]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, members }) => {
      const own = Object.entries(members).map(([key, member]) =>
        member.kind === 'method' ? `\`${key}()\`` : `\`${key}\``,
      );
      const absent = (declared.get(name) ?? [])
        .filter((member) => !(member.name in members) && !member.isPreview)
        .map((member) => (member.kind === 'method' ? `\`${member.name}()\`` : `\`${member.name}\``));
      const lacks = absent.length > 0 ? `\n\nNot in this host: ${absent.join(', ')}.` : '';
      return `## ${name}\n\n${own.join(', ')}.${lacks}\n`;
    });
  const others = [...declared.keys()].filter((name) => !DESCRIPTIONS.some((each) => each.name === name));
  return (
    `# Members\n\nWritten from the tables in \`src/excel\` by \`test/members.test.ts\`; ${String(DESCRIPTIONS.length)} classes.\n\n` +
    `${sections.join('\n')}\n## Classes not in this host\n\n${others.sort().join(', ')}.\n`
  );
}

it('the page of members is that of the tables', async () => {
  await expect(membersPage()).toMatchFileSnapshot('../MEMBERS.md');
});

it('the README’s example is the one that runs', async () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const source = readFileSync(new URL('./readme-example.ts', import.meta.url), 'utf8');
  const shown = source.slice(source.indexOf('import {'), source.indexOf('/* shown until here */')).trim();
  expect(readme).toContain(shown);
  expect(await example()).toEqual({ total: 60, syncs: 1 });
});
