/** Items 24–32: substance use, health, livelihood, crime, assessments. */
import type { Item } from '../form.ts';
import { both, code, missing, NO, NO_INFORMATION_ADDED, t, YES } from './answers.ts';

export const NEEDS_ITEMS: readonly Item[] = [
  {
    id: 'substance',
    number: '24',
    section: 'needs',
    kind: 'several',
    question: t('Typ av missbruk eller beroende', 'Kind of substance use'),
    guidance: t(
      'Ett svar om bruket varit detsamma hela perioden: alkohol och narkotika under samma tid är 3, inte 1 och 2. Flera svar om bruket har växlat.',
      'One answer if the use was the same in the whole period: alcohol and narcotics at the same time is 3, not 1 and 2. Several answers if the use changed.',
    ),
    codes: [
      code('1', 'Alkohol', 'Alcohol'),
      code('2', 'Narkotika', 'Narcotics'),
      code('3', 'Alkohol och narkotika', 'Alcohol and narcotics'),
      code('4', 'Blandmissbruk (alkohol, narkotika, läkemedel)', 'Mixed use (alcohol, narcotics, medicines)'),
      missing('5'),
      code('6', 'Bara läkemedel', 'Medicines only'),
    ],
    mended: both(
      t(
        'Läkemedel finns i trycket bara som del av blandmissbruk; «Bara läkemedel» är tillagt.',
        'In the print medicines are only a part of mixed use; “Medicines only” is added.',
      ),
      NO_INFORMATION_ADDED,
    ),
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
      'Diagnoser som står i akten; misstankar hör till fråga 27. Nej på alla om ingen diagnos nämns. «Ingen uppgift» om akten inte har några uppgifter alls om hälsan.',
      'Diagnoses that the file states; suspicions belong to item 27. No to all if no diagnosis is mentioned. “No information” if the file has nothing at all on the person’s health.',
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
  {
    id: 'intellectual-disability',
    number: '26',
    section: 'needs',
    kind: 'one',
    question: t('Intellektuell funktionsnedsättning', 'Intellectual disability'),
    guidance: t(
      'Ja om den är utredd och står i akten; en misstanke räcker inte. «Ingen uppgift» om akten inte har några uppgifter alls om hälsan.',
      'Yes if it is established and in the file; a suspicion is not enough. “No information” if the file has nothing at all on the person’s health.',
    ),
    codes: [YES, NO, missing('3')],
    mended: NO_INFORMATION_ADDED,
  },
  {
    id: 'suspected-psychiatric',
    number: '27',
    section: 'needs',
    kind: 'one',
    question: t(
      'Förmodad psykiatrisk sjukdom eller neuropsykiatrisk funktionsnedsättning, utan diagnos',
      'Suspected psychiatric illness or neuropsychiatric disability, not diagnosed',
    ),
    guidance: t(
      'Ja när det som står i akten tyder på det men ingen diagnos är ställd, t.ex. för att en utredning inte har kunnat göras. Nej om personen har en diagnos i fråga 25.',
      'Yes when what the file says points to it but there is no diagnosis, e.g. because an assessment could not be made. No if the person has a diagnosis in item 25.',
    ),
    codes: [YES, NO, missing('3')],
    mended: NO_INFORMATION_ADDED,
  },
  {
    id: 'livelihood',
    number: '28',
    section: 'needs',
    kind: 'several',
    question: t('Försörjning under perioden', 'Livelihood during the period'),
    guidance: t(
      'Allt som gällt någon gång under perioden. Försäkringskassan: t.ex. sjukpenning eller sjukersättning. Andra källor: skriv vilka, utan namn.',
      'Everything that applied at any time in the period. Social insurance: e.g. sickness benefit or disability pension. Other sources: write which, without names.',
    ),
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
      code('12', 'Pension', 'Retirement pension'),
    ],
    mended: t(
      'Lön av arbete och pension saknas bland svaren i trycket, fast formuläret har en grupp för den som fyllt 65; de är tillagda.',
      'Wages and retirement pension are not among the printed answers, though the form has a band for those who are 65; they are added.',
    ),
  },
  {
    id: 'crime',
    number: '29',
    section: 'needs',
    kind: 'one',
    question: t('Kriminalitet: påföljd någon gång i livet', 'Crime: a sentence at any time in life'),
    guidance: t(
      'Någon gång i livet, så långt akten berättar. Fängelse eller annat frihetsberövande efter dom är 2; tvångsvård enligt LVM är ingen påföljd. Nej bara om akten säger det.',
      'At any time in life, as far as the file tells. Prison or other deprivation of liberty after a sentence is 2; compulsory care (LVM) is no sentence. No only if the file says so.',
    ),
    codes: [
      code('1', 'Åtalad och dömd', 'Charged and sentenced'),
      code('2', 'Åtalad, dömd och frihetsberövad', 'Charged, sentenced and deprived of liberty'),
      missing('3'),
      code('4', 'Nej', 'No'),
    ],
    mended: t(
      'Trycket saknar svaret «Nej»: den som aldrig dömts kunde inte skiljas från den som akten inte säger något om.',
      'The print lacks the answer “No”: who was never sentenced could not be told from whom the file says nothing of.',
    ),
  },
  {
    id: 'asi-base',
    number: '30',
    section: 'needs',
    kind: 'one',
    question: t('Har ASI Grund genomförts?', 'Was ASI (base interview) done?'),
    guidance: t(
      'Ja om minst en grundintervju har gjorts under perioden. Nej om akten inte nämner någon.',
      'Yes if at least one base interview was done in the period. No if the file mentions none.',
    ),
    codes: [YES, NO, missing('3')],
    mended: both(
      t(
        'Trycket räknar från och med 2018, ett år in i den period som granskades där; här gäller hela perioden.',
        'The print counts from 2018, one year into the period reviewed there; here it is the whole period.',
      ),
      NO_INFORMATION_ADDED,
    ),
  },
  {
    id: 'asi-follow-up',
    number: '31',
    section: 'needs',
    kind: 'one',
    question: t('Har ASI Uppföljning genomförts?', 'Was ASI (follow-up) done?'),
    guidance: t(
      'Ja om minst en uppföljande intervju har gjorts under perioden, också om grundintervjun är äldre. Nej om akten inte nämner någon.',
      'Yes if at least one follow-up interview was done in the period, also if the base interview is older. No if the file mentions none.',
    ),
    codes: [YES, NO, missing('3')],
    mended: NO_INFORMATION_ADDED,
  },
  {
    id: 'deceased',
    number: '32',
    section: 'needs',
    kind: 'one',
    question: t('Har personen avlidit?', 'Has the person died?'),
    guidance: t(
      'Så långt man vet när akten läses, också efter periodens slut. Vid ja: skriv årtalet.',
      'As far as is known when the file is read, also after the end of the period. If yes: write the year.',
    ),
    codes: [code('1', 'Ja', 'Yes', 'year'), NO, missing('3')],
    mended: NO_INFORMATION_ADDED,
  },
];
