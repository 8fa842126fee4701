/** Items 4–12: how often, in which way and through whom the person came. */
import type { Item } from '../form.ts';
import { code, missing, NO, NO_INFORMATION_ADDED, t } from './answers.ts';

export function contactItems(years: readonly number[], period: string): readonly Item[] {
  return [
    {
      id: 'active-years',
      number: '4',
      section: 'contact',
      kind: 'several',
      question: t('Vilka år har personen aktualiserats?', 'In which years was the person actualised?'),
      guidance: t(
        'Ja för varje år med minst en aktualisering. Ett år då bara en insats pågick räknas inte.',
        'Yes for each year with at least one actualisation. A year in which only an intervention was going on does not count.',
      ),
      codes: years.map((year) => code(String(year), String(year), String(year))),
      fact: 'active-years',
      mended: t(
        'Trycket frågar vilka år personen varit «aktuell», vilket också kan läsas som att ett ärende pågått. Här gäller aktualisering, som i urvalet.',
        'The print asks in which years the person was “current”, which can also be read as having an open case. Here it is actualisation, as in the selection.',
      ),
    },
    {
      id: 'years-known',
      number: '5',
      section: 'contact',
      kind: 'years',
      question: t('Antal år som personen varit känd av enheten', 'Number of years known to the unit'),
      guidance: t(
        'Hela år från den allra första kontakten till den senaste, även om det varit uppehåll emellan.',
        'Whole years from the very first contact to the latest, also when there were breaks between.',
      ),
      codes: [],
      fact: 'years-known',
    },
    {
      id: 'actualisations',
      number: '6',
      section: 'contact',
      kind: 'count',
      question: t(`Antal aktualiseringar ${period}`, `Number of actualisations ${period}`),
      guidance: t(
        'Alla under perioden: anmälningar, LOB och ansökningar. Den som registrerats två gånger av misstag räknas en gång.',
        'All in the period: reports, LOB and applications. One that was registered twice by mistake counts once.',
      ),
      codes: [],
      fact: 'actualisations',
    },
    {
      id: 'reports',
      number: '7a',
      section: 'contact',
      kind: 'count',
      question: t('Varav anmälningar (utom LOB)', 'Of which reports (except LOB)'),
      guidance: t(
        'Anmälningar från andra än personen själv. Frågorna 7a, 7b och 7c blir tillsammans fråga 6. Skriv 0 om det inte finns någon.',
        'Reports by others than the person. Items 7a, 7b and 7c together make item 6. Write 0 if there is none.',
      ),
      codes: [],
      fact: 'reports',
      mended: t(
        'LOB är ett slags anmälan; här räknas den för sig, så att de tre delarna blir det hela i fråga 6.',
        'LOB is a kind of report; here it is counted by itself, so that the three parts make the whole of item 6.',
      ),
    },
    {
      id: 'lob',
      number: '7b',
      section: 'contact',
      kind: 'count',
      question: t('Varav LOB', 'Of which LOB'),
      guidance: t(
        'Polisens omhändertaganden enligt lagen om omhändertagande av berusade personer. Skriv 0 om det inte finns någon.',
        'Persons taken into custody by the police under the act on intoxicated persons. Write 0 if there is none.',
      ),
      codes: [],
      fact: 'lob',
    },
    {
      id: 'applications',
      number: '7c',
      section: 'contact',
      kind: 'count',
      question: t('Varav ansökningar', 'Of which applications'),
      guidance: t(
        'När personen själv har ansökt om stöd eller vård. Skriv 0 om det inte finns någon.',
        'When the person applied for support or care. Write 0 if there is none.',
      ),
      codes: [],
      fact: 'applications',
    },
    {
      id: 'lvm-investigations',
      number: '8',
      section: 'contact',
      kind: 'count',
      question: t(
        `Antal utredningar enligt 7 § LVM ${period}`,
        `Number of investigations under section 7 LVM (compulsory care) ${period}`,
      ),
      guidance: t(
        'Utredningar som inletts under perioden, också de som lagts ned. Skriv 0 om akten inte visar någon.',
        'Investigations opened in the period, also those that were closed. Write 0 if the file shows none.',
      ),
      codes: [],
    },
    {
      id: 'lvm-return',
      number: '9',
      section: 'contact',
      kind: 'one',
      question: t(
        'Har personen återaktualiserats efter en LVM-utredning som avslutats utan ansökan om vård?',
        'Did the person return after an LVM investigation that ended without an application for care?',
      ),
      guidance: t(
        'Vid ja: skriv hur många gånger det hänt. «Ingen sådan utredning» om det inte finns någon LVM-utredning, eller om alla ledde till ansökan.',
        'If yes: write how many times it happened. “No such investigation” if there was no LVM investigation, or if all led to an application.',
      ),
      codes: [
        code('1', 'Ja', 'Yes', 'count'),
        NO,
        code('3', 'Ingen sådan utredning', 'No such investigation'),
        missing('4'),
      ],
      mended: t(
        'Svaren «Ingen sådan utredning» och «Ingen uppgift» är tillagda: i trycket blir den som aldrig utretts ett nej.',
        'The answers “No such investigation” and “No information” are added: in the print who was never investigated becomes a no.',
      ),
    },
    ...RETURNS.map(returnMonths),
    {
      id: 'lvm-return-actions',
      number: '11',
      section: 'contact',
      kind: 'several',
      question: t('Vad ledde återaktualiseringen till?', 'What did the return lead to?'),
      guidance: t(
        'Allt som följt på någon av återaktualiseringarna i fråga 9. «Ingen åtgärd eller insats» är ja om någon av dem inte ledde till något.',
        'Everything that followed on any of the returns in item 9. “No action or intervention” is yes if any of them led to nothing.',
      ),
      codes: [
        code('1', 'Ingen åtgärd eller insats', 'No action or intervention'),
        code('2', 'Social utredning', 'Social investigation'),
        code('3', 'Öppenvårdsinsats', 'Outpatient intervention'),
        code('4', 'Placering på HVB', 'Placement in residential care (HVB)'),
        missing('5'),
      ],
      asked: { item: 'lvm-return', codes: ['1'] },
      mended: NO_INFORMATION_ADDED,
    },
    {
      id: 'referrers',
      number: '12',
      section: 'contact',
      kind: 'several',
      question: t(
        `Vem har anmält ${period}, och hur många gånger?`,
        `Who reported ${period}, and how often?`,
      ),
      guidance: t(
        'Anmälningar, även LOB. Personens egna ansökningar räknas inte hit. Ex officio: socialtjänsten har själv tagit upp saken.',
        'Reports, LOB included. The person’s own applications are not counted here. Ex officio: social services took the matter up themselves.',
      ),
      codes: [
        { ...code('1', 'Anhörig', 'Relative', 'count'), register: ['Anhörig'] },
        {
          ...code('2', 'Annan privatperson', 'Other private person', 'count'),
          register: ['Annan privatperson', 'Privatperson'],
        },
        { ...code('3', 'Vuxenpsykiatrin', 'Adult psychiatry', 'count'), register: ['Vuxenpsykiatrin'] },
        {
          ...code('4', 'Övrig hälso- och sjukvård', 'Other health care', 'count'),
          register: ['Övrig hälso- och sjukvård', 'Hälso- och sjukvård'],
        },
        {
          ...code('5', 'Socialtjänsten (ex officio)', 'Social services (ex officio)', 'count'),
          register: ['Socialtjänsten (ex officio)', 'Socialtjänsten'],
        },
        { ...code('6', 'Polisen', 'The police', 'count'), register: ['Polisen', 'Polismyndigheten'] },
        { ...code('7', 'Övriga', 'Others', 'count'), register: ['*'] },
      ],
      fact: 'referrers',
    },
  ];
}

const RETURNS = [
  { number: '10a', id: 'lvm-return-months-1', sv: 'första', en: 'first' },
  { number: '10b', id: 'lvm-return-months-2', sv: 'andra', en: 'second' },
  { number: '10c', id: 'lvm-return-months-3', sv: 'tredje', en: 'third' },
] as const;

/** Asked once for each time, where the print has one box for all. */
function returnMonths({ number, id, sv, en }: (typeof RETURNS)[number]): Item {
  const isFirst = number === '10a';
  return {
    id,
    number,
    section: 'contact',
    kind: 'count',
    question: t(
      `Månader från avslutad LVM-utredning till återaktualisering, ${sv} gången`,
      `Months from the end of the LVM investigation to the return, the ${en} time`,
    ),
    guidance: isFirst
      ? t(
          'Hela månader från dagen då utredningen avslutades till nästa aktualisering. Mindre än en månad är 0.',
          'Whole months from the day the investigation ended to the next actualisation. Less than a month is 0.',
        )
      : t(
          'Hela månader, som i fråga 10a. Lämna tomt om det inte har hänt så många gånger.',
          'Whole months, as in item 10a. Leave it empty if it did not happen so many times.',
        ),
    codes: [],
    asked: { item: 'lvm-return', codes: ['1'] },
    ...(isFirst
      ? {
          mended: t(
            'Trycket ber om «flera alternativ» i en fråga; här är det en fråga för var och en av de tre första gångerna.',
            'The print asks for “several alternatives” in one item; here it is one item for each of the first three times.',
          ),
        }
      : { optional: true }),
  };
}
