/**
 * The handbook's page of the form's questions is what the form says. After a change of the form the page is written
 * anew by `npx vitest run core/test/review/form-page.test.ts --update`.
 */
import { format, resolveConfig } from 'prettier';
import { expect, it } from 'vitest';
import { lightForm, standardForm } from 'isu-core/review';
import type { AmountKind, Code, Form, Item } from '../../src/review/form.ts';
import {
  AMOUNT_WORDS,
  COLUMN_WORDS,
  FACT_WORDS,
  FORM_COLUMNS,
  KIND_WORDS,
  type FormColumn,
} from '../../src/review/form-words.ts';

const PAGE = new URL('../../../docs/handbok/granskning-fragor.md', import.meta.url).pathname;
const YEARS = [2017, 2018, 2019, 2020, 2021, 2022];

const BESIDE: Readonly<Record<AmountKind, string>> = {
  count: 'antal',
  money: 'kronor',
  year: 'årtal',
  text: 'text',
};

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ').replaceAll('<', '&lt;');

function answers(form: Form, { kind, codes, asked }: Item): string {
  const depends = asked && form.items.find(({ id }) => id === asked.item);
  const condition = depends ? `_Frågas om fråga ${depends.number} är ${asked.codes.join(' eller ')}._ ` : '';
  if (codes.length === 0) return `${condition}${KIND_WORDS[kind].sv}`;
  const shown = codes.map(({ code, label, amount }: Code) =>
    code === label.sv ? code : `${code} ${cell(label.sv)}${amount ? ` (+ ${BESIDE[amount]})` : ''}`,
  );
  return `${condition}${kind === 'several' ? '**flera:** ' : ''}${shown.join(' · ')}`;
}

function sectionTable(form: Form, light: ReadonlySet<string>, section: string): string {
  const rows = form.items
    .filter((item) => item.section === section)
    .map((item) => {
      const notes = [item.fact && 'registret', light.has(item.id) && 'lätt', item.optional && 'frivillig'];
      return [
        item.number,
        `**${cell(item.question.sv)}** ${cell(item.guidance.sv)}`,
        answers(form, item),
        notes.filter(Boolean).join(', '),
      ];
    });
  return table(['Nr', 'Fråga, och hur den menas', 'Svar', ''], rows);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

const COLUMN_HELP: Readonly<Record<FormColumn, string>> = {
  number: 'frågans nummer, som på papper: 12, 7a. Inget nummer två gånger',
  id: 'frågans namn för programmet: bokstäver, siffror och bindestreck, ett för varje fråga. Svaren är knutna till det, så det ändras inte när frågan skrivs om',
  section: 'ett av avsnitten överst i bladet',
  kind: `hur frågan besvaras: ${Object.values(KIND_WORDS)
    .map(({ sv }) => sv)
    .join(', ')}`,
  questionSv: 'frågans ordalydelse',
  questionEn: 'lämna tomt om ni inte behöver engelska; då står svenskan där',
  guidanceSv: 'hur frågan menas: vad som räknas, vilken tid, vad man svarar när akten är tyst',
  guidanceEn: '',
  code: 'svarets kod, som på papper. En rad för varje svar; antal, år, kronor och text har inga svar',
  labelSv: 'svarets ord, så som de står i rullistan',
  labelEn: '',
  missing: 'ja vid det svar som betyder att akten inte berättar',
  amount: `det som ska fyllas i bredvid svaret: ${Object.values(AMOUNT_WORDS)
    .map(({ sv }) => sv)
    .join(', ')}, eller inget`,
  asked:
    'när frågan bara ställs vid vissa svar på en tidigare fråga: _sip = 1, 2_ (kortnamn eller nummer, sedan koder)',
  optional: 'ja om frågan får stå tom när man är klar',
  fact: `det som registret fyller i: ${Object.values(FACT_WORDS)
    .map(({ sv }) => sv)
    .join(', ')}`,
  register: 'vid anmälare: vad svaret heter i ert register, med semikolon mellan flera namn; * är alla andra',
  mendedSv: 'vad ni ändrat mot det tryckta formuläret, och varför',
  mendedEn: '',
};

/** What is mended alike stands once. */
function mendedRows(form: Form): readonly (readonly string[])[] {
  const numbers = new Map<string, string[]>();
  for (const { number, mended } of form.items)
    if (mended) numbers.set(mended.sv, [...(numbers.get(mended.sv) ?? []), number]);
  return [...numbers].map(([text, of]) => [of.join(', '), cell(text)]);
}

function page(): string {
  const form = standardForm(YEARS);
  const light = new Set(lightForm(YEARS).items.map(({ id }) => id));
  const fields = FORM_COLUMNS.filter((column) => COLUMN_HELP[column] !== '').map((column) => [
    `**${COLUMN_WORDS[column].sv}**`,
    COLUMN_HELP[column],
  ]);
  return `# Aktgranskningens frågor

Standardformuläret, version ${form.version}: de 36 frågorna i Bilaga 2 i FoU Välfärds rapport 2024:2, med egna ord. Nummer och koder är de tryckta, så att akter som lästs på papper kan skrivas in; svar som är tillagda har nummer efter de tryckta. Åren är här rapportens; ni väljer era egna. Hur granskningen går till står i [Aktgranskningen](granskning.md).

_registret_: ifyllt från registret, och kan ändras. _lätt_: med i den lätta formen, som har hälften av frågorna. _frivillig_: får stå tom. (+ antal): fylls i bredvid svaret.

Två regler gäller alla frågor. Det socialtjänsten själv beslutar och skriver ned – utredningar, insatser, SIP, ASI – har inte funnits om akten inte nämner det: svara nej eller 0. Det som gäller personens liv – födelseland, familj, boende, försörjning, brott, hälsa – vet ni inte om akten är tyst: svara _Ingen uppgift_. Där en fråga har en annan regel står det vid den.

${form.sections.map(({ id, title }) => `## ${title.sv}\n\n${sectionTable(form, light, id)}`).join('\n\n')}

## Ändrat mot det tryckta

${table(['Nr', 'Vad, och varför'], mendedRows(form))}

Frågorna 2, 7, 10, 19 och 23 har i trycket flera rutor; här är varje ruta en fråga med en bokstav efter numret. Trycket låter dessutom personens kod vara födelsedatum och en siffra ur personnumret, vilket pekar ut personen; här är koden en pseudonym.

## Ändra formuläret i Excel

Överst i bladet står formulärets kortnamn, version, rubrik, år och avsnitt. Under dem har varje svar en rad. Det som gäller hela frågan står på frågans första rad; en fråga utan svar att välja bland har en rad.

${table(['Kolumn', 'Vad som står där'], fields)}

Frågor och kolumner får byta plats, tomma rader gör inget, och egna kolumner läses inte. Är något fel säger programmet på vilken rad och hur det rättas.
`;
}

it('the handbook’s page of the questions is what the form says', async () => {
  const options = await resolveConfig(PAGE);
  await expect(await format(page(), { ...options, parser: 'markdown' })).toMatchFileSnapshot(PAGE);
});
