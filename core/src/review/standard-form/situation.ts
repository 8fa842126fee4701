/** Items 13–16: where from, with whom and in which home the person lives. */
import type { Item } from '../form.ts';
import { code, missing, NO, NO_INFORMATION_ADDED, t } from './answers.ts';

export const SITUATION_ITEMS: readonly Item[] = [
  {
    id: 'birth-country',
    number: '13',
    section: 'situation',
    kind: 'one',
    question: t('Födelseland', 'Country of birth'),
    guidance: t(
      'Där personen själv är född, inte föräldrarna. «Ingen uppgift» om akten inte säger det: gissa inte efter namnet.',
      'Where the person was born, not the parents. “No information” if the file does not say: do not guess by the name.',
    ),
    codes: [
      code('1', 'Sverige', 'Sweden'),
      code('2', 'Övriga Norden', 'Other Nordic country'),
      code('3', 'Utanför Europa', 'Outside Europe'),
      code('4', 'Övriga Europa', 'Other European country'),
      missing('5'),
    ],
    mended: t(
      'Trycket frågar efter födelseland men svaren är härkomst, och Europa utanför Norden saknas: det är tillagt, liksom «Ingen uppgift».',
      'The print asks for country of birth but its answers are origins, and Europe outside the Nordic countries is lacking: that is added, and so is “No information”.',
    ),
  },
  {
    id: 'civil-status',
    number: '14',
    section: 'situation',
    kind: 'several',
    question: t('Familjesituation under perioden', 'Family situation during the period'),
    guidance: t(
      'Allt som gällt någon gång under perioden. «Med barn» är med barn under 18 år som bor hos personen, helt eller växelvis.',
      'Everything that applied at any time in the period. “With children” is with children under 18 who live with the person, all or part of the time.',
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
    question: t('Har personen egna minderåriga barn?', 'Does the person have children under 18?'),
    guidance: t(
      'Egna barn som varit under 18 år någon gång under perioden, oavsett var de bor. Skriv hur många.',
      'Own children who were under 18 at any time in the period, wherever they live. Write how many.',
    ),
    codes: [code('1', 'Ja', 'Yes', 'count'), NO, missing('3')],
  },
  {
    id: 'housing',
    number: '16',
    section: 'situation',
    kind: 'several',
    question: t('Boende under perioden', 'Housing during the period'),
    guidance: t(
      'Alla former som gällt någon gång under perioden, även korta. «Bostadslös»: har saknat någonstans att bo, t.ex. sovit på härbärge, tillfälligt hos bekanta eller ute.',
      'Every form that applied at any time in the period, short ones too. “Homeless”: had nowhere to live, e.g. slept at a shelter, for a while with friends, or outdoors.',
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
];
