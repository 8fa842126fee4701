/** Items 17–23: investigations, interventions, coordination and what was bought. */
import type { Item } from '../form.ts';
import { both, code, missing, NO, NO_INFORMATION_ADDED, t } from './answers.ts';

export function interventionItems(period: string): readonly Item[] {
  return [
    {
      id: 'investigations',
      number: '17',
      section: 'interventions',
      kind: 'count',
      question: t(
        `Antal inledda sociala utredningar (vuxen) ${period}`,
        `Number of social investigations opened (adult) ${period}`,
      ),
      guidance: t(
        'Utredningar enligt socialtjänstlagen (i lagen från 2001: 11 kap. 1 §) som inletts under perioden, även om de lagts ned. LVM-utredningar räknas inte hit. Skriv 0 om ingen inletts.',
        'Investigations under the Social Services Act (chapter 11, section 1 of the act of 2001) opened in the period, also if closed. LVM investigations are not counted here. Write 0 if none was opened.',
      ),
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
        'Insatser som pågått någon gång under perioden. Skriv antalet insatser eller placeringar, inte dygn. Nej på alla om inget beviljats. Andra: t.ex. kontaktperson eller case management.',
        'Interventions going on at any time in the period. Write the number of interventions or placements, not of days. No to all if nothing was granted. Others: e.g. contact person, case management.',
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
    ...(['1', '2', '3'] as const).map((which, at): Item => ({
      id: `other-interventions-${which}`,
      number: ['19a', '19b', '19c'][at]!,
      section: 'interventions',
      kind: 'text',
      question: t(`Andra insatser (${which} av 3)`, `Other interventions (${which} of 3)`),
      guidance: t(
        'T.ex. boendestöd enligt LSS eller SoL. Lämna tomt om det inte finns fler. Skriv inga namn eller personnummer.',
        'E.g. housing support under LSS or SoL. Leave it empty if there are no more. Write no names or personal identity numbers.',
      ),
      codes: [],
      optional: true,
    })),
    {
      id: 'sip',
      number: '20',
      section: 'interventions',
      kind: 'several',
      question: t('Samordnad individuell plan (SIP)', 'Coordinated individual plan (SIP)'),
      guidance: t(
        'Skriv hur många SIP. Nej på båda om akten inte nämner någon; «Ingen uppgift» bara om delar av akten saknas.',
        'Write how many SIPs. No to both if the file mentions none; “No information” only if parts of the file are lacking.',
      ),
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
      guidance: t(
        'Ja om minst ett uppföljande möte har hållits. Skriv hur många.',
        'Yes if at least one meeting to follow up was held. Write how many.',
      ),
      codes: [code('1', 'Ja', 'Yes', 'count'), NO, missing('3')],
      asked: { item: 'sip', codes: ['1', '2'] },
      mended: both(
        t(
          'Trycket hänvisar till «1a och/eller 2a» utan att säga i vilken fråga; fråga 20 avses.',
          'The print refers to “1a and/or 2a” without saying of which item; item 20 is meant.',
        ),
        NO_INFORMATION_ADDED,
      ),
    },
    {
      id: 'sip-plan-followed',
      number: '22',
      section: 'interventions',
      kind: 'one',
      question: t('Har planen från SIP följts?', 'Was the plan from the SIP followed?'),
      guidance: t(
        'Planen som helhet, så som uppföljningen beskriver den. Om det finns flera planer: den senaste.',
        'The plan as a whole, as the follow-up describes it. If there are several plans: the latest.',
      ),
      codes: [
        code('1', 'Ja, till stor del', 'Yes, for the most part'),
        code('2', 'Ja, till viss del', 'Yes, in part'),
        code('3', 'Nej, inte alls', 'No, not at all'),
        missing('4'),
      ],
      asked: { item: 'sip-followed-up', codes: ['1'] },
      mended: both(
        t(
          'Trycket hänvisar till fråga 23, som gäller kostnader; fråga 21 avses.',
          'The print refers to item 23, which is about costs; item 21 is meant.',
        ),
        NO_INFORMATION_ADDED,
      ),
    },
    ...PURCHASES.map(({ number, id, sv, en }): Item => ({
      id,
      number,
      section: 'interventions',
      kind: 'money',
      question: t(`Externa tjänsteköp ${period}, kronor: ${sv}`, `External purchases ${period}, SEK: ${en}`),
      guidance: t(
        'Det kommunen betalat till andra utförare under hela perioden, i hela kronor. Egna verksamheter räknas inte. Skriv 0 om inget har köpts.',
        'What the municipality paid to other providers in the whole period, in whole kronor. Its own services are not counted. Write 0 if nothing was bought.',
      ),
      codes: [],
    })),
  ];
}

const PURCHASES = [
  { number: '23a', id: 'cost-outpatient', sv: 'extern öppenvård', en: 'external outpatient care' },
  {
    number: '23b',
    id: 'cost-residential',
    sv: 'HVB och SiS-hem',
    en: 'residential care (HVB) and state institutions (SiS)',
  },
  {
    number: '23c',
    id: 'cost-family-home',
    sv: 'konsulentstött familjehem',
    en: 'consultant-supported family home',
  },
] as const;
