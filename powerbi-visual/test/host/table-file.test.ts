/** The table that is saved is the table that is shown: the same figures, the same cells hidden, no person in publication. */
import { describe, expect, it } from 'vitest';
import type { HostOptions, ModelTable } from 'isu-powerbi-host';
import type { GroupLine, Report } from '../../src/analysis/report.ts';
import { Saving } from '../../src/host/saving.ts';
import { tableFile } from '../../src/host/table-file.ts';
import { VIEWS } from '../../src/views/view.ts';
import { ALL_WELLS, SAMPLE } from '../registers.ts';
import { hosted } from './hosted.ts';

async function sampleIn(mode: 'internal' | 'publication', threshold = 5, options: Partial<HostOptions> = {}) {
  return hosted(SAMPLE, ALL_WELLS, options, (host) => {
    host.objects = { protection: { mode, threshold } };
  });
}

function groupLines({ groups }: Report): readonly GroupLine[] {
  return groups.ok ? [...groups.value.lines, groups.value.total] : [];
}

describe('the file of a table', () => {
  it('has the figures of tabell 1 as Swedish Excel reads them', async () => {
    const { report } = await sampleIn('internal');
    const file = tableFile(report(), 'groups')!;
    expect(file.name).toBe('isu-lathund-grupper.csv');
    const lines = file.content.split('\r\n');
    expect(lines[0]).toBe('\ufeffInternt arbetsmaterial – omfattas av sekretess');
    for (const { name, persons, ofPersons } of groupLines(report())) {
      const row = lines.map((line) => line.split(';')).find(([first]) => first === name)!;
      expect(row[1]).toBe(String(persons.value));
      expect(row[2]).toBe(ofPersons.text);
    }
    expect(file.content).not.toMatch(/\d[\u00a0\u202f]\d/);
  });

  it('has every person of the timelines, not only those in sight', async () => {
    const { report } = await sampleIn('internal');
    const persons = new Set(SAMPLE.columns['Personnummer'] as string[]);
    const { content } = tableFile(report(), 'timelines')!;
    const rows = content.split('\r\n').filter((line) => /^\d{8}-\d{4};/.test(line));
    expect(rows).toHaveLength(persons.size);
    expect(rows[0]).toMatch(/^\d{8}-\d{4};12 eller fler;|^\d{8}-\d{4};[^;]*12[^;]*;/);
  });

  it('hides in publication what is hidden on the screen, in every view, and has no person', async () => {
    const { report } = await sampleIn('publication', 100);
    const contents = VIEWS.map((view) => tableFile(report(), view)?.content ?? '');
    expect(contents[VIEWS.indexOf('timelines')]).toBe('');
    expect(contents.join('')).not.toMatch(/\d{8}-\d{4}|sekretess/);
    const hidden = groupLines(report());
    expect(hidden.some(({ persons }) => persons.suppressed)).toBe(true);
    for (const { name, persons } of hidden) {
      const row = contents[0]!
        .split('\r\n')
        .map((line) => line.split(';'))
        .find(([first]) => first === name)!;
      expect(row[1]).toBe(persons.suppressed ? '..' : String(persons.value));
    }
  });

  it('keeps a name that looks like a formula as text, and quotes what would break a row', async () => {
    const table: ModelTable = {
      name: 'T',
      columns: {
        P: ['=HYPERLINK("x")', 'a;b', '@c', '-d'],
        D: [1, 2, 3, 4].map((day) => new Date(2021, 0, day)),
      },
    };
    const { report } = await hosted(table, { person: 'P', date: 'D' });
    const { content } = tableFile(report(), 'timelines')!;
    expect(content).toContain('\r\n"\'=HYPERLINK(""x"")";');
    expect(content).toContain('\r\n"a;b";');
    expect(content).toContain("\r\n'@c;");
    expect(content).toContain("\r\n'-d;");
  });
});

describe('saving', () => {
  it('gives the file to Power BI, which asks the user', async () => {
    const { host, report } = await sampleIn('internal');
    let told = 0;
    const saving = new Saving(host.visualHost, 'sv', () => told++);
    expect(saving.isAllowed).toBe(false);
    await Promise.resolve();
    expect([saving.isAllowed, told]).toEqual([true, 1]);
    saving.save(report(), 'years');
    const { args } = host.calls.at(-1)!;
    expect(host.calls.at(-1)!.name).toBe('exportVisualsContentExtended');
    expect(args).toEqual([tableFile(report(), 'years')!.content, 'isu-lathund-per-ar.csv', 'csv', 'Per år']);
  });

  it('is not offered where the tenant does not allow it', async () => {
    const { host } = await sampleIn('internal');
    const denied = {
      ...host.visualHost,
      downloadService: {
        ...host.visualHost.downloadService,
        exportStatus: () => Promise.resolve(3),
      },
    } as unknown as typeof host.visualHost;
    const saving = new Saving(denied, 'sv', () => expect.unreachable());
    await Promise.resolve();
    expect(saving.isAllowed).toBe(false);
  });
});
