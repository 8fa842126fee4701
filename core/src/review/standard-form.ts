/**
 * The form of the Söderhamn report (Bilaga 2), item by item, in wording of our own. Numbers and codes are the printed
 * ones, so that files coded on paper can be typed in. Where the print contradicts itself or lacks an answer, the item
 * is mended and says so.
 */
import type { AmountKind, Code, Form, Item, Section, Text } from './form.ts';

const t = (sv: string, en: string): Text => ({ sv, en });
const NO_GUIDANCE = t('', '');

const code = (number: string, sv: string, en: string, amount?: AmountKind): Code => ({
  code: number,
  label: t(sv, en),
  ...(amount && { amount }),
});
const missing = (number: string): Code => ({
  code: number,
  label: t('Ingen uppgift', 'No information'),
  missing: true,
});
const YES = code('1', 'Ja', 'Yes');
const NO = code('2', 'Nej', 'No');

/** The print lacks the answer for a file that does not tell; without it silence would be read as no. */
const NO_INFORMATION_ADDED = t(
  'Svaret «Ingen uppgift» är tillagt: det tryckta formuläret saknar det, och en akt som inget säger skulle annars räknas som nej eller som obesvarad.',
  'The answer “No information” is added: the printed form lacks it, and a file that says nothing would otherwise count as no or as not answered.',
);

export const SECTIONS: readonly Section[] = [
  { id: 'person', title: t('Personen', 'The person') },
  { id: 'contact', title: t('Kontakten med socialtjänsten', 'The contact with social services') },
  { id: 'situation', title: t('Livssituation', 'Life situation') },
  { id: 'interventions', title: t('Insatser och samordning', 'Interventions and coordination') },
  { id: 'needs', title: t('Problematik och behov', 'Problems and needs') },
  { id: 'childhood', title: t('Barn- och ungdomstid', 'Childhood and youth') },
];

/**
 * @param years the calendar years that the review covers, rising; the report's are 2017–2022
 */
export function standardForm(years: readonly number[]): Form {
  return {
    id: 'bilaga-2',
    version: '1.0',
    title: t('Aktgranskning', 'Case-file review'),
    years,
    sections: SECTIONS,
    items: standardItems(years),
  };
}

function standardItems(years: readonly number[]): readonly Item[] {
  const period = years.length > 1 ? `${String(years[0])}–${String(years.at(-1))}` : String(years[0]);
  return [
    {
      id: 'sex',
      number: '1',
      section: 'person',
      kind: 'one',
      question: t('Kön', 'Sex'),
      guidance: NO_GUIDANCE,
      codes: [code('1', 'Man', 'Man'), code('2', 'Kvinna', 'Woman')],
      fact: 'sex',
    },
    {
      id: 'age-first',
      number: '2a',
      section: 'person',
      kind: 'years',
      question: t('Ålder vid den första aktualiseringen', 'Age at the first actualisation'),
      guidance: t(
        'Den allra första vid enheten, också om den ligger före perioden. Registret vet bara det som finns i uttaget: ändra om akten berättar om en tidigare kontakt.',
        'The very first at the unit, also when it is before the period. The register knows only what was exported: change it if the file tells of an earlier contact.',
      ),
      codes: [],
      fact: 'age-first',
    },
    {
      id: 'age-latest',
      number: '2b',
      section: 'person',
      kind: 'years',
      question: t('Ålder vid den senaste aktualiseringen', 'Age at the latest actualisation'),
      guidance: NO_GUIDANCE,
      codes: [],
      fact: 'age-latest',
    },
    {
      id: 'age-bands',
      number: '3',
      section: 'person',
      kind: 'several',
      question: t(
        'I vilka åldrar har personen varit aktuell?',
        'At which ages has the person been in contact?',
      ),
      guidance: t(
        'Alla åldersgrupper från den första till den senaste aktualiseringen.',
        'Every age band from the first to the latest actualisation.',
      ),
      codes: [
        code('1', '24 år eller yngre', '24 or younger'),
        code('2', '25–34 år', '25–34'),
        code('3', '35–44 år', '35–44'),
        code('4', '45–54 år', '45–54'),
        code('5', '55–64 år', '55–64'),
        code('6', '65 år eller äldre', '65 or older'),
      ],
      fact: 'age-bands',
      mended: t(
        'I trycket står «<24 år» och därefter 25–34: den som är 24 saknar svar. Den första gruppen är här till och med 24 år, den sista från och med 65.',
        'The print says “<24” and then 25–34, so that 24 has no answer. Here the first band ends with 24 and the last begins at 65.',
      ),
    },
    {
      id: 'active-years',
      number: '4',
      section: 'contact',
      kind: 'several',
      question: t('Vilka år har personen aktualiserats?', 'In which years was the person actualised?'),
      guidance: NO_GUIDANCE,
      codes: years.map((year) => code(String(year), String(year), String(year))),
      fact: 'active-years',
    },
    {
      id: 'years-known',
      number: '5',
      section: 'contact',
      kind: 'years',
      question: t('Antal år som personen varit känd av enheten', 'Number of years known to the unit'),
      guidance: t(
        'Hela år från den allra första kontakten till den senaste.',
        'Whole years from the very first contact to the latest.',
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
      guidance: NO_GUIDANCE,
      codes: [],
      fact: 'actualisations',
    },
    ...(
      [
        ['7a', 'reports', t('varav anmälningar (utom LOB)', 'of which reports (except LOB)')],
        ['7b', 'lob', t('varav LOB', 'of which LOB')],
        ['7c', 'applications', t('varav ansökningar', 'of which applications')],
      ] as const
    ).map(([number, id, question]): Item => ({
      id,
      number,
      section: 'contact',
      kind: 'count',
      question,
      guidance: NO_GUIDANCE,
      codes: [],
      fact: id,
      ...(number === '7a' && {
        mended: t(
          'LOB är en slags anmälan; här räknas den för sig, så att de tre delarna blir det hela i fråga 6.',
          'LOB is a kind of report; here it is counted by itself, so that the three parts make the whole of item 6.',
        ),
      }),
    })),
    {
      id: 'lvm-investigations',
      number: '8',
      section: 'contact',
      kind: 'count',
      question: t(
        `Antal utredningar enligt 7 § LVM ${period}`,
        `Number of investigations under section 7 LVM (compulsory care) ${period}`,
      ),
      guidance: t('Skriv 0 om ingen har inletts.', 'Write 0 if none was opened.'),
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
      guidance: NO_GUIDANCE,
      codes: [
        code('1', 'Ja', 'Yes', 'count'),
        NO,
        code('3', 'Ingen sådan utredning', 'No such investigation'),
        missing('4'),
      ],
      mended: t(
        'Svaren «Ingen sådan utredning» och «Ingen uppgift» är tillagda.',
        'The answers “No such investigation” and “No information” are added.',
      ),
    },
    ...(
      [
        ['10a', 'lvm-return-months-1', 'första', 'first'],
        ['10b', 'lvm-return-months-2', 'andra', 'second'],
        ['10c', 'lvm-return-months-3', 'tredje', 'third'],
      ] as const
    ).map(([number, id, sv, en]): Item => ({
      id,
      number,
      section: 'contact',
      kind: 'count',
      question: t(
        `Månader från avslutad LVM-utredning till återaktualisering, ${sv} gången`,
        `Months from the end of the LVM investigation to the return, the ${en} time`,
      ),
      guidance: t(
        'Hela månader. Lämna tomt om det inte hänt så många gånger.',
        'Whole months. Leave empty if it did not happen so many times.',
      ),
      codes: [],
      asked: { item: 'lvm-return', codes: ['1'] },
    })),
    {
      id: 'lvm-return-actions',
      number: '11',
      section: 'contact',
      kind: 'several',
      question: t('Vad ledde återaktualiseringen till?', 'What did the return lead to?'),
      guidance: NO_GUIDANCE,
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
        'Anmälningar, även LOB. Egna ansökningar räknas inte hit.',
        'Reports, LOB included. Own applications are not counted here.',
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
    {
      id: 'birth-country',
      number: '13',
      section: 'situation',
      kind: 'one',
      question: t('Födelseland', 'Country of birth'),
      guidance: NO_GUIDANCE,
      codes: [
        code('1', 'Sverige', 'Sweden'),
        code('2', 'Övriga Norden', 'Other Nordic country'),
        code('3', 'Utanför Europa', 'Outside Europe'),
        code('4', 'Övriga Europa', 'Other European country'),
        missing('5'),
      ],
      mended: t(
        'Trycket frågar efter födelseland och svarar med härkomst, och saknar Europa utanför Norden: det är tillagt, liksom «Ingen uppgift».',
        'The print asks for country of birth and answers with origin, and lacks Europe outside the Nordic countries: that is added, and so is “No information”.',
      ),
    },
    {
      id: 'civil-status',
      number: '14',
      section: 'situation',
      kind: 'several',
      question: t('Familjesituation under perioden', 'Family situation during the period'),
      guidance: t(
        'Alla som gällt någon gång under perioden.',
        'Everything that applied at any time during the period.',
      ),
      codes: [
        code('1', 'Ensamstående', 'Single'),
        code('2', 'Ensamstående med barn', 'Single with children'),
        code('3', 'Samlevande utan barn', 'Living with a partner, no children'),
        code('4', 'Samlevande med minderåriga barn', 'Living with a partner and children under 18'),
        missing('5'),
      ],
    },
    {
      id: 'children',
      number: '15',
      section: 'situation',
      kind: 'one',
      question: t('Har personen egna minderåriga barn?', 'Has the person children under 18?'),
      guidance: t('Oavsett var barnen bor.', 'Wherever the children live.'),
      codes: [code('1', 'Ja', 'Yes', 'count'), NO, missing('3')],
    },
    {
      id: 'housing',
      number: '16',
      section: 'situation',
      kind: 'several',
      question: t('Boende under perioden', 'Housing during the period'),
      guidance: t(
        'Alla former som gällt någon gång under perioden.',
        'Every form that applied at any time during the period.',
      ),
      codes: [
        code('1', 'Egen bostad', 'Own home'),
        code('2', 'Andrahandskontrakt', 'Second-hand lease'),
        code('3', 'Hos föräldrar eller andra, stadigvarande', 'With parents or others, permanently'),
        code('4', 'Ordinärt boende som socialtjänsten ordnar', 'Ordinary home provided by social services'),
        code(
          '5',
          'Boende med särskild service, HVB, familjehem, skyddat boende',
          'Supported housing, residential or family home, shelter',
        ),
        code('6', 'Hotell', 'Hotel'),
        code('7', 'Bostadslös', 'Homeless'),
        code('8', 'Annat', 'Other', 'text'),
        missing('9'),
      ],
      mended: NO_INFORMATION_ADDED,
    },
    {
      id: 'investigations',
      number: '17',
      section: 'interventions',
      kind: 'count',
      question: t(
        `Antal inledda sociala utredningar (vuxen) ${period}`,
        `Number of social investigations opened (adult) ${period}`,
      ),
      guidance: NO_GUIDANCE,
      codes: [],
      fact: 'investigations',
    },
    {
      id: 'interventions',
      number: '18',
      section: 'interventions',
      kind: 'several',
      question: t(`Biståndsinsatser ${period}`, `Interventions granted ${period}`),
      guidance: t(
        'Antalet är antal insatser eller placeringar, inte dygn.',
        'The number is of interventions or placements, not of days.',
      ),
      codes: [
        code('1', 'Öppenvård, intern', 'Outpatient care, own', 'count'),
        code('2', 'Öppenvård, extern', 'Outpatient care, external', 'count'),
        code('3', 'HVB, internt', 'Residential care (HVB), own', 'count'),
        code('4', 'HVB, externt', 'Residential care (HVB), external', 'count'),
        code('5', 'Familjehem', 'Family home', 'count'),
        code('6', 'SiS-hem (LVM, LVU)', 'State institution (SiS)', 'count'),
        code('7', 'Andra biståndsinsatser', 'Other interventions', 'count'),
        missing('8'),
      ],
      mended: NO_INFORMATION_ADDED,
    },
    ...(['19a', '19b', '19c'] as const).map((number, at): Item => ({
      id: `other-interventions-${String(at + 1)}`,
      number,
      section: 'interventions',
      kind: 'text',
      question: t(`Andra insatser (${String(at + 1)} av 3)`, `Other interventions (${String(at + 1)} of 3)`),
      guidance: t(
        'T.ex. boendestöd enligt LSS eller SoL. Skriv inga namn eller personnummer.',
        'E.g. housing support. Write no names or personal identity numbers.',
      ),
      codes: [],
    })),
    {
      id: 'sip',
      number: '20',
      section: 'interventions',
      kind: 'several',
      question: t('Samordnad individuell plan (SIP)', 'Coordinated individual plan (SIP)'),
      guidance: t('Svara nej på båda om ingen SIP har funnits.', 'Answer no to both if there was no SIP.'),
      codes: [
        code('1', 'Socialtjänsten har kallat till SIP', 'Social services called a SIP meeting', 'count'),
        code(
          '2',
          'Socialtjänsten har kallats till SIP',
          'Social services were called to a SIP meeting',
          'count',
        ),
        missing('3'),
      ],
    },
    {
      id: 'sip-followed-up',
      number: '21',
      section: 'interventions',
      kind: 'one',
      question: t('Har SIP-möten följts upp?', 'Were SIP meetings followed up?'),
      guidance: NO_GUIDANCE,
      codes: [code('1', 'Ja', 'Yes', 'count'), NO, missing('3')],
      asked: { item: 'sip', codes: ['1', '2'] },
      mended: NO_INFORMATION_ADDED,
    },
    {
      id: 'sip-plan-followed',
      number: '22',
      section: 'interventions',
      kind: 'one',
      question: t('Har planen från SIP följts?', 'Was the plan from the SIP followed?'),
      guidance: NO_GUIDANCE,
      codes: [
        code('1', 'Ja, till stor del', 'Yes, for the most part'),
        code('2', 'Ja, till viss del', 'Yes, in part'),
        code('3', 'Nej, inte alls', 'No, not at all'),
        missing('4'),
      ],
      asked: { item: 'sip-followed-up', codes: ['1'] },
      mended: t(
        'Trycket hänvisar till fråga 23, som gäller kostnader; den fråga som avses är 21. «Ingen uppgift» är tillagt.',
        'The print refers to item 23, which is about costs; item 21 is meant. “No information” is added.',
      ),
    },
    ...(
      [
        ['23a', 'cost-outpatient', 'extern öppenvård', 'external outpatient care'],
        ['23b', 'cost-residential', 'HVB och SiS-hem', 'residential care (HVB) and state institutions (SiS)'],
        ['23c', 'cost-family-home', 'konsulentstött familjehem', 'consultant-supported family home'],
      ] as const
    ).map(([number, id, sv, en]): Item => ({
      id,
      number,
      section: 'interventions',
      kind: 'money',
      question: t(`Externa tjänsteköp ${period}, kronor: ${sv}`, `External purchases ${period}, SEK: ${en}`),
      guidance: t(
        'Hela perioden sammanlagt, hela kronor. Skriv 0 om inget har köpts.',
        'The whole period together, whole kronor. Write 0 if nothing was bought.',
      ),
      codes: [],
    })),
    {
      id: 'substance',
      number: '24',
      section: 'needs',
      kind: 'several',
      question: t('Typ av missbruk eller beroende', 'Kind of substance use'),
      guidance: t(
        'Flera svar kan gälla under perioden.',
        'More than one answer may apply during the period.',
      ),
      codes: [
        code('1', 'Alkohol', 'Alcohol'),
        code('2', 'Narkotika', 'Narcotics'),
        code('3', 'Alkohol och narkotika', 'Alcohol and narcotics'),
        code(
          '4',
          'Blandmissbruk (alkohol, narkotika, läkemedel)',
          'Mixed use (alcohol, narcotics, medicines)',
        ),
        missing('5'),
      ],
      mended: NO_INFORMATION_ADDED,
    },
    {
      id: 'diagnoses',
      number: '25',
      section: 'needs',
      kind: 'several',
      question: t(
        'Psykiatriska diagnoser, även neuropsykiatriska',
        'Psychiatric diagnoses, neuropsychiatric ones too',
      ),
      guidance: t(
        'Bara diagnoser som står i akten. Svara nej på alla om ingen finns.',
        'Only diagnoses that the file states. Answer no to all if there is none.',
      ),
      codes: [
        code('1', 'Depression', 'Depression'),
        code('2', 'Ångesttillstånd', 'Anxiety disorder'),
        code('3', 'Neuropsykiatriska diagnoser', 'Neuropsychiatric diagnoses'),
        code('4', 'Ätstörning', 'Eating disorder'),
        code('5', 'Emotionellt instabil personlighetsstörning', 'Emotionally unstable personality disorder'),
        code('6', 'Psykos', 'Psychosis'),
        code('7', 'Bipolär sjukdom', 'Bipolar disorder'),
        code('8', 'Övriga diagnoser', 'Other diagnoses'),
        missing('9'),
      ],
      mended: NO_INFORMATION_ADDED,
    },
    ...(
      [
        [
          '26',
          'intellectual-disability',
          'needs',
          t('Intellektuell funktionsnedsättning', 'Intellectual disability'),
        ],
        [
          '27',
          'suspected-psychiatric',
          'needs',
          t(
            'Förmodad psykiatrisk sjukdom eller neuropsykiatrisk funktionsnedsättning, utan diagnos',
            'Suspected psychiatric illness or neuropsychiatric disability, not diagnosed',
          ),
        ],
      ] as const
    ).map(([number, id, section, question]): Item => ({
      id,
      number,
      section,
      kind: 'one',
      question,
      guidance: NO_GUIDANCE,
      codes: [YES, NO, missing('3')],
      mended: NO_INFORMATION_ADDED,
    })),
    {
      id: 'livelihood',
      number: '28',
      section: 'situation',
      kind: 'several',
      question: t('Försörjning under perioden', 'Livelihood during the period'),
      guidance: NO_GUIDANCE,
      codes: [
        code('1', 'Arbetslöshetsersättning', 'Unemployment benefit'),
        code('2', 'Ekonomiskt bistånd', 'Social assistance'),
        code('3', 'Försäkringskassan', 'Social insurance'),
        code('4', 'Bidrag eller lån för studier', 'Study grants or loans'),
        code('5', 'Partner, familj eller vänner', 'Partner, family or friends'),
        code('6', 'Olaglig verksamhet', 'Illegal activity'),
        code('7', 'Ersättning för sexuella tjänster', 'Payment for sexual services'),
        code('8', 'Spel', 'Gambling'),
        code('9', 'Andra källor', 'Other sources', 'text'),
        missing('10'),
        code('11', 'Lön av arbete', 'Wages'),
      ],
      mended: t(
        'Lön av arbete saknas bland svaren i trycket och är tillagt.',
        'Wages are not among the printed answers and are added.',
      ),
    },
    {
      id: 'crime',
      number: '29',
      section: 'needs',
      kind: 'one',
      question: t('Kriminalitet: påföljd någon gång i livet', 'Crime: a sentence at any time in life'),
      guidance: NO_GUIDANCE,
      codes: [
        code('1', 'Åtalad och dömd', 'Charged and sentenced'),
        code('2', 'Åtalad, dömd och frihetsberövad', 'Charged, sentenced and imprisoned'),
        missing('3'),
        code('4', 'Nej', 'No'),
      ],
      mended: t(
        'Trycket saknar svaret «Nej»: den som aldrig dömts kunde inte skiljas från den som akten inget säger om.',
        'The print lacks the answer “No”: who was never sentenced could not be told from whom the file says nothing of.',
      ),
    },
    ...(
      [
        [
          '30',
          'asi-base',
          t('Har ASI Grund genomförts? (från 2018)', 'Was ASI (base interview) done? (from 2018)'),
        ],
        ['31', 'asi-follow-up', t('Har ASI Uppföljning genomförts?', 'Was ASI (follow-up) done?')],
      ] as const
    ).map(([number, id, question]): Item => ({
      id,
      number,
      section: 'needs',
      kind: 'one',
      question,
      guidance: NO_GUIDANCE,
      codes: [YES, NO, missing('3')],
      mended: NO_INFORMATION_ADDED,
    })),
    {
      id: 'deceased',
      number: '32',
      section: 'situation',
      kind: 'one',
      question: t('Har personen avlidit?', 'Has the person died?'),
      guidance: NO_GUIDANCE,
      codes: [code('1', 'Ja', 'Yes', 'year'), NO, missing('3')],
      mended: NO_INFORMATION_ADDED,
    },
    {
      id: 'moved-in',
      number: '33',
      section: 'childhood',
      kind: 'one',
      question: t(
        'Har personen flyttat till kommunen som vuxen (18 år eller äldre)?',
        'Did the person move to the municipality as an adult (18 or older)?',
      ),
      guidance: t(
        'Om ja frågas inte efter barn- och ungdomstiden: kommunens akt vet då inte.',
        'If yes, childhood and youth are not asked for: the municipality’s file then does not know.',
      ),
      codes: [YES, NO, missing('3')],
      mended: NO_INFORMATION_ADDED,
    },
    {
      id: 'child-welfare',
      number: '34',
      section: 'childhood',
      kind: 'one',
      question: t('Aktuell inom barn- och ungdomsvården', 'In contact with child and youth welfare'),
      guidance: NO_GUIDANCE,
      codes: [YES, NO, missing('3')],
      asked: { item: 'moved-in', codes: ['2', '3'] },
    },
    ...(
      [
        [
          '35',
          'placed-sol',
          t('Placerad enligt SoL som barn eller ungdom', 'Placed with consent (SoL) as a child or youth'),
        ],
        [
          '36',
          'placed-lvu',
          t('Placerad enligt LVU som barn eller ungdom', 'Placed under compulsion (LVU) as a child or youth'),
        ],
      ] as const
    ).map(([number, id, question]): Item => ({
      id,
      number,
      section: 'childhood',
      kind: 'one',
      question,
      guidance: t('Om ja: vilka år, t.ex. 1998–2001.', 'If yes: which years, e.g. 1998–2001.'),
      codes: [code('1', 'Ja', 'Yes', 'text'), NO, missing('3')],
      asked: { item: 'moved-in', codes: ['2', '3'] },
    })),
  ];
}
