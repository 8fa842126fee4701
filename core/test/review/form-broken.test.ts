/**
 * The form broken in many ways, each in the sheet and in JSON: the sentence tells the place and the mend in both
 * languages, and the same checks find it in both.
 */
import { describe, expect, it } from 'vitest';
import { examineForm, examineFormSheet, readForm, readFormSheet } from 'isu-core/review';
import { FormJson, FormSheet, ownForm } from './form-edits.ts';

/** What is changed, and the first sentence that it gives. */
interface Fault<Written> {
  readonly edit: (written: Written) => void;
  readonly code: string;
  readonly sv: string;
  readonly en: string;
  /** Codes of what follows from it. */
  readonly then?: readonly string[];
}

interface Case {
  readonly name: string;
  readonly sheet?: Fault<FormSheet>;
  readonly json?: Fault<FormJson>;
}

const CASES: readonly Case[] = [
  {
    name: 'a kind that does not exist',
    sheet: {
      edit: (s) => {
        s.set(12, 'Slag', 'ett svarr');
      },
      code: 'form-kind',
      sv: 'Formuläret, rad 12, kolumn D «Slag»: frågans slag «ett svarr» finns inte. Närmast är «ett svar». De som finns: ett svar, flera svar, antal, antal år, kronor, text.',
      en: 'The form, row 12, column D "Slag": the item’s kind of answer "ett svarr" does not exist. The nearest is "one answer". Those that exist: one answer, several answers, count, number of years, SEK, text.',
    },
    json: {
      edit: (j) => {
        j.set('items.0.kind', 'onne');
      },
      code: 'form-kind',
      sv: 'Formuläret, items[0].kind, fråga 1: frågans slag «onne» finns inte. Närmast är «one». De som finns: one, several, count, years, money, text.',
      en: 'The form, items[0].kind, item 1: the item’s kind of answer "onne" does not exist. The nearest is "one". Those that exist: one, several, count, years, money, text.',
    },
  },
  {
    name: 'no kind',
    sheet: {
      edit: (s) => {
        s.set(12, 'Slag', null);
      },
      code: 'form-kind',
      sv: 'Formuläret, rad 12, kolumn D «Slag»: frågans slag saknas. Välj bland: ett svar, flera svar, antal, antal år, kronor, text.',
      en: 'The form, row 12, column D "Slag": the item’s kind of answer is missing. Choose among: one answer, several answers, count, number of years, SEK, text.',
    },
    json: {
      edit: (j) => {
        j.set('items.0.kind', undefined);
      },
      code: 'form-kind',
      sv: 'Formuläret, items[0].kind, fråga 1: frågans slag saknas. Välj bland: one, several, count, years, money, text.',
      en: 'The form, items[0].kind, item 1: the item’s kind of answer is missing. Choose among: one, several, count, years, money, text.',
    },
  },
  {
    name: 'two items of one short name',
    sheet: {
      edit: (s) => {
        for (const r of [15, 16, 17]) s.set(r, 'Kortnamn', 'hushallstyp');
      },
      code: 'form-twice',
      sv: 'Formuläret, rad 15, kolumn B «Kortnamn»: frågans kortnamn «hushallstyp» finns redan (rad 12, kolumn B «Kortnamn»). Välj något annat här, eller ta bort det ena.',
      en: 'The form, row 15, column B "Kortnamn": the item’s short name "hushallstyp" exists already (row 12, column B "Kortnamn"). Choose another here, or take one away.',
      then: ['form-asked-unknown'],
    },
    json: {
      edit: (j) => {
        j.set('items.1.id', 'hushallstyp');
      },
      code: 'form-twice',
      sv: 'Formuläret, items[1].id, fråga 2: frågans kortnamn «hushallstyp» finns redan (items[0].id, fråga 1). Välj något annat här, eller ta bort det ena.',
      en: 'The form, items[1].id, item 2: the item’s short name "hushallstyp" exists already (items[0].id, item 1). Choose another here, or take one away.',
      then: ['form-asked-unknown'],
    },
  },
  {
    name: 'short names that differ in case only',
    sheet: {
      edit: (s) => {
        s.set(31, 'Kortnamn', 'Barn');
      },
      code: 'form-twice',
      sv: 'Formuläret, rad 31, kolumn B «Kortnamn»: frågans kortnamn «Barn» finns redan (rad 15, kolumn B «Kortnamn»). Välj något annat här, eller ta bort det ena.',
      en: 'The form, row 31, column B "Kortnamn": the item’s short name "Barn" exists already (row 15, column B "Kortnamn"). Choose another here, or take one away.',
    },
    json: {
      edit: (j) => {
        j.set('items.9.id', 'Barn');
      },
      code: 'form-twice',
      sv: 'Formuläret, items[9].id, fråga 10: frågans kortnamn «Barn» finns redan (items[1].id, fråga 2). Välj något annat här, eller ta bort det ena.',
      en: 'The form, items[9].id, item 10: the item’s short name "Barn" exists already (items[1].id, item 2). Choose another here, or take one away.',
    },
  },
  {
    name: 'two items of one number',
    sheet: {
      edit: (s) => {
        s.set(15, 'Nr', 1);
      },
      code: 'form-twice',
      sv: 'Formuläret, rad 15, kolumn A «Nr»: frågans nummer «1» finns redan (rad 12, kolumn A «Nr»). Välj något annat här, eller ta bort det ena.',
      en: 'The form, row 15, column A "Nr": the item’s number "1" exists already (row 12, column A "Nr"). Choose another here, or take one away.',
    },
    json: {
      edit: (j) => {
        j.set('items.1.number', '1');
      },
      code: 'form-twice',
      sv: 'Formuläret, items[1].number: frågans nummer «1» finns redan (items[0].number). Välj något annat här, eller ta bort det ena.',
      en: 'The form, items[1].number: the item’s number "1" exists already (items[0].number). Choose another here, or take one away.',
    },
  },
  {
    name: 'two answers of one code',
    sheet: {
      edit: (s) => {
        s.set(13, 'Kod', 1);
      },
      code: 'form-twice',
      sv: 'Formuläret, rad 13, kolumn G «Kod»: svarets kod «1» finns redan (rad 12, kolumn G «Kod»). Välj något annat här, eller ta bort det ena.',
      en: 'The form, row 13, column G "Kod": the answer’s code "1" exists already (row 12, column G "Kod"). Choose another here, or take one away.',
    },
    json: {
      edit: (j) => {
        j.set('items.0.codes.1.code', '1');
      },
      code: 'form-twice',
      sv: 'Formuläret, items[0].codes[1].code, fråga 1: svarets kod «1» finns redan (items[0].codes[0].code, fråga 1). Välj något annat här, eller ta bort det ena.',
      en: 'The form, items[0].codes[1].code, item 1: the answer’s code "1" exists already (items[0].codes[0].code, item 1). Choose another here, or take one away.',
    },
  },
  {
    name: 'two answers of the same words',
    sheet: {
      edit: (s) => {
        s.set(13, 'Svar', 'ensamstående ');
      },
      code: 'form-same-words',
      sv: 'Formuläret, rad 13, kolumn H «Svar»: svaren med kod 1 och 2 heter båda «ensamstående». Skriv det ena med andra ord.',
      en: 'The form, row 13, column H "Svar": the answers of codes 1 and 2 are both called "ensamstående". Word one of them otherwise.',
    },
    json: {
      edit: (j) => {
        j.set('items.0.codes.1.label.sv', 'ensamstående ');
      },
      code: 'form-same-words',
      sv: 'Formuläret, items[0].codes[1].label.sv, fråga 1: svaren med kod 1 och 2 heter båda «ensamstående». Skriv det ena med andra ord.',
      en: 'The form, items[0].codes[1].label.sv, item 1: the answers of codes 1 and 2 are both called "ensamstående". Word one of them otherwise.',
    },
  },
  {
    name: 'an answer with another answer’s code for words',
    sheet: {
      edit: (s) => {
        s.set(13, 'Svar', 1);
      },
      code: 'form-same-words',
      sv: 'Formuläret, rad 13, kolumn H «Svar»: svaret med kod 2 heter «1», som är koden för ett annat svar. Låt koden vara ordet, eller skriv andra ord.',
      en: 'The form, row 13, column H "Svar": the answer of code 2 is called "1", which is another answer’s code. Let the code be the word, or use other words.',
    },
    json: {
      edit: (j) => {
        j.set('items.0.codes.1.label.sv', '1');
      },
      code: 'form-same-words',
      sv: 'Formuläret, items[0].codes[1].label.sv, fråga 1: svaret med kod 2 heter «1», som är koden för ett annat svar. Låt koden vara ordet, eller skriv andra ord.',
      en: 'The form, items[0].codes[1].label.sv, item 1: the answer of code 2 is called "1", which is another answer’s code. Let the code be the word, or use other words.',
    },
  },
  {
    name: 'a short name with a space',
    sheet: {
      edit: (s) => {
        for (const r of [15, 16, 17]) s.set(r, 'Kortnamn', 'barn i hemmet');
      },
      code: 'form-name',
      sv: 'Formuläret, rad 15, kolumn B «Kortnamn»: frågans kortnamn kan inte vara «barn i hemmet». Skriv bokstäver, siffror och bindestreck, först en bokstav, högst 40 tecken, till exempel «finns-det-barn».',
      en: 'The form, row 15, column B "Kortnamn": the item’s short name cannot be "barn i hemmet". Write letters, digits and hyphens, a letter first, at most 40 characters, for example "finns-det-barn".',
      then: ['form-asked-unknown'],
    },
    json: {
      edit: (j) => {
        j.set('items.1.id', 'barn i hemmet');
      },
      code: 'form-name',
      sv: 'Formuläret, items[1].id, fråga 2: frågans kortnamn kan inte vara «barn i hemmet». Skriv bokstäver, siffror och bindestreck, först en bokstav, högst 40 tecken, till exempel «finns-det-barn».',
      en: 'The form, items[1].id, item 2: the item’s short name cannot be "barn i hemmet". Write letters, digits and hyphens, a letter first, at most 40 characters, for example "finns-det-barn".',
      then: ['form-asked-unknown'],
    },
  },
  {
    name: 'no short name for a new item',
    sheet: {
      edit: (s) => {
        s.insert(32, { Nr: 11, Avsnitt: 'hushall', Slag: 'antal', Fråga: 'Antal vräkningar' });
      },
      code: 'form-name-missing',
      sv: 'Formuläret, rad 32, kolumn B «Kortnamn»: frågans kortnamn saknas. Skriv till exempel «antal-vrakningar» här.',
      en: 'The form, row 32, column B "Kortnamn": the item’s short name is missing. Write for example "antal-vrakningar" here.',
    },
    json: {
      edit: (j) => {
        j.list('items').push({
          number: '11',
          section: 'hushall',
          kind: 'count',
          question: 'Antal vräkningar',
        });
      },
      code: 'form-name-missing',
      sv: 'Formuläret, items[10].id, fråga 11: frågans kortnamn saknas. Skriv till exempel «antal-vrakningar» här.',
      en: 'The form, items[10].id, item 11: the item’s short name is missing. Write for example "antal-vrakningar" here.',
    },
  },
  {
    name: 'a short name that is taken by the language',
    sheet: {
      edit: (s) => {
        s.set(31, 'Kortnamn', 'constructor');
      },
      code: 'form-name',
      sv: 'Formuläret, rad 31, kolumn B «Kortnamn»: frågans kortnamn kan inte vara «constructor», som är upptaget. Välj ett annat, till exempel «annat-att-lagga».',
      en: 'The form, row 31, column B "Kortnamn": the item’s short name cannot be "constructor", which is taken. Choose another, for example "annat-att-lagga".',
    },
    json: {
      edit: (j) => {
        j.set('items.9.id', 'constructor');
      },
      code: 'form-name',
      sv: 'Formuläret, items[9].id, fråga 10: frågans kortnamn kan inte vara «constructor», som är upptaget. Välj ett annat, till exempel «annat-att-lagga».',
      en: 'The form, items[9].id, item 10: the item’s short name cannot be "constructor", which is taken. Choose another, for example "annat-att-lagga".',
    },
  },
  {
    name: 'no number',
    sheet: {
      edit: (s) => {
        s.set(15, 'Nr', null);
      },
      code: 'form-name-missing',
      sv: 'Formuläret, rad 15, kolumn A «Nr»: frågans nummer saknas. Skriv till exempel «12a» här.',
      en: 'The form, row 15, column A "Nr": the item’s number is missing. Write for example "12a" here.',
    },
    json: {
      edit: (j) => {
        j.set('items.1.number', undefined);
      },
      code: 'form-name-missing',
      sv: 'Formuläret, items[1].number: frågans nummer saknas. Skriv till exempel «12a» här.',
      en: 'The form, items[1].number: the item’s number is missing. Write for example "12a" here.',
    },
  },
  {
    name: 'a section that does not exist',
    sheet: {
      edit: (s) => {
        s.set(20, 'Avsnitt', 'Hindren');
      },
      code: 'form-section',
      sv: 'Formuläret, rad 20, kolumn C «Avsnitt»: avsnittet «Hindren» finns inte. Närmast är «hinder» (Hinder för egen försörjning). De som finns: hushall, hinder, bistand.',
      en: 'The form, row 20, column C "Avsnitt": there is no section "Hindren". The nearest is "hinder" (What stands in the way of a livelihood). Those that exist: hushall, hinder, bistand.',
    },
    json: {
      edit: (j) => {
        j.set('items.3.section', 'hindren');
      },
      code: 'form-section',
      sv: 'Formuläret, items[3].section, fråga 4: avsnittet «hindren» finns inte. Närmast är «hinder» (Hinder för egen försörjning). De som finns: hushall, hinder, bistand.',
      en: 'The form, items[3].section, item 4: there is no section "hindren". The nearest is "hinder" (What stands in the way of a livelihood). Those that exist: hushall, hinder, bistand.',
    },
  },
  {
    name: 'depends on an item that does not exist',
    sheet: {
      edit: (s) => {
        s.set(18, 'Frågas om', 'barnn = 1');
      },
      code: 'form-asked-unknown',
      sv: 'Formuläret, rad 18, kolumn K «Frågas om»: det finns ingen fråga «barnn» att bero på. Närmast är «barn». Skriv en fråga som står tidigare, eller ta bort villkoret.',
      en: 'The form, row 18, column K "Frågas om": there is no item "barnn" to depend on. The nearest is "barn". Write an item that stands earlier, or take the condition away.',
    },
    json: {
      edit: (j) => {
        j.set('items.2.asked.item', 'barnn');
      },
      code: 'form-asked-unknown',
      sv: 'Formuläret, items[2].asked, fråga 3: det finns ingen fråga «barnn» att bero på. Närmast är «barn». Skriv en fråga som står tidigare, eller ta bort villkoret.',
      en: 'The form, items[2].asked, item 3: there is no item "barnn" to depend on. The nearest is "barn". Write an item that stands earlier, or take the condition away.',
    },
  },
  {
    name: 'depends on an answer that does not exist',
    sheet: {
      edit: (s) => {
        s.set(18, 'Frågas om', 'barn = 1, 4');
      },
      code: 'form-asked-code',
      sv: 'Formuläret, rad 18, kolumn K «Frågas om»: frågan «barn» har inget svar «4». De som finns: 1 (Ja), 2 (Nej), 9 (Ingen uppgift).',
      en: 'The form, row 18, column K "Frågas om": the item "barn" has no answer "4". Those that exist: 1 (Yes), 2 (No), 9 (No information).',
    },
    json: {
      edit: (j) => {
        j.set('items.2.asked.codes', ['1', '4']);
      },
      code: 'form-asked-code',
      sv: 'Formuläret, items[2].asked, fråga 3: frågan «barn» har inget svar «4». De som finns: 1 (Ja), 2 (Nej), 9 (Ingen uppgift).',
      en: 'The form, items[2].asked, item 3: the item "barn" has no answer "4". Those that exist: 1 (Yes), 2 (No), 9 (No information).',
    },
  },
  {
    name: 'depends on itself',
    sheet: {
      edit: (s) => {
        s.set(18, 'Frågas om', 'barnens-behov = 1');
      },
      code: 'form-asked-self',
      sv: 'Formuläret, rad 18, kolumn K «Frågas om»: frågan «barnens-behov» beror på sig själv och skulle aldrig ställas. Ta bort villkoret eller skriv en annan fråga.',
      en: 'The form, row 18, column K "Frågas om": the item "barnens-behov" depends on itself and would never be asked. Take the condition away or write another item.',
    },
    json: {
      edit: (j) => {
        j.set('items.2.asked.item', 'barnens-behov');
      },
      code: 'form-asked-self',
      sv: 'Formuläret, items[2].asked, fråga 3: frågan «barnens-behov» beror på sig själv och skulle aldrig ställas. Ta bort villkoret eller skriv en annan fråga.',
      en: 'The form, items[2].asked, item 3: the item "barnens-behov" depends on itself and would never be asked. Take the condition away or write another item.',
    },
  },
  {
    name: 'depends in a circle',
    sheet: {
      edit: (s) => {
        s.set(15, 'Frågas om', 'barnens-behov = 1');
      },
      code: 'form-asked-ring',
      sv: 'Formuläret, rad 15, kolumn K «Frågas om»: frågorna beror på varandra i ring (barn → barnens-behov → barn) och skulle aldrig ställas. Ta bort ett av villkoren.',
      en: 'The form, row 15, column K "Frågas om": the items depend on each other in a circle (barn → barnens-behov → barn) and would never be asked. Take one of the conditions away.',
    },
    json: {
      edit: (j) => {
        j.set('items.1.asked', { item: 'barnens-behov', codes: ['1'] });
      },
      code: 'form-asked-ring',
      sv: 'Formuläret, items[1].asked, fråga 2: frågorna beror på varandra i ring (barn → barnens-behov → barn) och skulle aldrig ställas. Ta bort ett av villkoren.',
      en: 'The form, items[1].asked, item 2: the items depend on each other in a circle (barn → barnens-behov → barn) and would never be asked. Take one of the conditions away.',
    },
  },
  {
    name: 'depends on a later item',
    sheet: {
      edit: (s) => {
        s.set(12, 'Frågas om', 'orsaker = 1');
      },
      code: 'form-asked-later',
      sv: 'Formuläret, rad 12, kolumn K «Frågas om»: frågan beror på «orsaker», som står längre ned. Flytta den hit upp, före denna, eller ta bort villkoret.',
      en: 'The form, row 12, column K "Frågas om": the item depends on "orsaker", which stands further down. Move it up here, before this one, or take the condition away.',
    },
    json: {
      edit: (j) => {
        j.set('items.0.asked', { item: 'orsaker', codes: ['1'] });
      },
      code: 'form-asked-later',
      sv: 'Formuläret, items[0].asked, fråga 1: frågan beror på «orsaker», som står längre ned. Flytta den hit upp, före denna, eller ta bort villkoret.',
      en: 'The form, items[0].asked, item 1: the item depends on "orsaker", which stands further down. Move it up here, before this one, or take the condition away.',
    },
  },
  {
    name: 'depends on an item without answers',
    sheet: {
      edit: (s) => {
        s.set(31, 'Frågas om', 'belopp = 1');
      },
      code: 'form-asked-value',
      sv: 'Formuläret, rad 31, kolumn K «Frågas om»: frågan «belopp» har inga svar att välja bland, så ingen annan fråga kan bero på den. Ta bort villkoret, eller låt det gälla en fråga med svar.',
      en: 'The form, row 31, column K "Frågas om": the item "belopp" has no answers to choose among, so no other item can depend on it. Take the condition away, or let it be of an item with answers.',
    },
    json: {
      edit: (j) => {
        j.set('items.9.asked', { item: 'belopp', codes: ['1'] });
      },
      code: 'form-asked-value',
      sv: 'Formuläret, items[9].asked, fråga 10: frågan «belopp» har inga svar att välja bland, så ingen annan fråga kan bero på den. Ta bort villkoret, eller låt det gälla en fråga med svar.',
      en: 'The form, items[9].asked, item 10: the item "belopp" has no answers to choose among, so no other item can depend on it. Take the condition away, or let it be of an item with answers.',
    },
  },
  {
    name: 'a condition that cannot be read',
    sheet: {
      edit: (s) => {
        s.set(18, 'Frågas om', 'om det finns barn');
      },
      code: 'form-asked',
      sv: 'Formuläret, rad 18, kolumn K «Frågas om»: «om det finns barn» säger inte när frågan ska ställas. Skriv frågans kortnamn eller nummer, likhetstecken och svarens koder, så här: sip = 1, 2.',
      en: 'The form, row 18, column K "Frågas om": "om det finns barn" does not say when the item is to be asked. Write the item’s short name or number, an equals sign and the codes of the answers, like this: sip = 1, 2.',
    },
    json: {
      edit: (j) => {
        j.set('items.2.asked', 'om det finns barn');
      },
      code: 'form-asked',
      sv: 'Formuläret, items[2].asked, fråga 3: «om det finns barn» säger inte när frågan ska ställas. Skriv frågans kortnamn eller nummer, likhetstecken och svarens koder, så här: sip = 1, 2.',
      en: 'The form, items[2].asked, item 3: "om det finns barn" does not say when the item is to be asked. Write the item’s short name or number, an equals sign and the codes of the answers, like this: sip = 1, 2.',
    },
  },
  {
    name: 'answers to an item that is a count',
    sheet: {
      edit: (s) => {
        s.set(26, 'Kod', 1);
        s.set(26, 'Svar', 'En');
      },
      code: 'form-codes-on-value',
      sv: 'Formuläret, rad 26, kolumn G «Kod»: en fråga av slaget «antal» har inga svar att välja bland. Ta bort svaren, eller ändra slaget till «ett svar».',
      en: 'The form, row 26, column G "Kod": an item of the kind "count" has no answers to choose among. Take the answers away, or change the kind to "one answer".',
    },
    json: {
      edit: (j) => {
        j.set('items.5.codes', [{ code: '1', label: 'En' }]);
      },
      code: 'form-codes-on-value',
      sv: 'Formuläret, items[5].codes[0].code, fråga 6: en fråga av slaget «count» har inga svar att välja bland. Ta bort svaren, eller ändra slaget till «one».',
      en: 'The form, items[5].codes[0].code, item 6: an item of the kind "count" has no answers to choose among. Take the answers away, or change the kind to "one".',
    },
  },
  {
    name: 'a choice without answers',
    sheet: {
      edit: (s) => {
        s.set(28, 'Slag', 'flera svar');
      },
      code: 'form-no-codes',
      sv: 'Formuläret, rad 28: frågan ska besvaras med «flera svar», men har inga svar att välja bland. Skriv dem, med kod och ord.',
      en: 'The form, row 28: the item is to be answered with "several answers", but has no answers to choose among. Write them, with code and words.',
    },
    json: {
      edit: (j) => {
        j.set('items.7.kind', 'several');
      },
      code: 'form-no-codes',
      sv: 'Formuläret, items[7], fråga 8: frågan ska besvaras med «several», men har inga svar att välja bland. Skriv dem, med kod och ord.',
      en: 'The form, items[7], item 8: the item is to be answered with "several", but has no answers to choose among. Write them, with code and words.',
    },
  },
  {
    name: 'a choice of no information only',
    sheet: {
      edit: (s) => {
        s.set(18, 'Ingen uppgift', 'ja');
        s.set(19, 'Ingen uppgift', 'ja');
      },
      code: 'form-no-codes',
      sv: 'Formuläret, rad 18: frågan har inget annat svar än ingen uppgift. Skriv minst ett svar till.',
      en: 'The form, row 18: the item has no answer but no information. Write at least one more.',
    },
    json: {
      edit: (j) => {
        j.set('items.2.codes.0.missing', true);
        j.set('items.2.codes.1.missing', true);
      },
      code: 'form-no-codes',
      sv: 'Formuläret, items[2], fråga 3: frågan har inget annat svar än ingen uppgift. Skriv minst ett svar till.',
      en: 'The form, items[2], item 3: the item has no answer but no information. Write at least one more.',
    },
  },
  {
    name: 'no question in Swedish',
    sheet: {
      edit: (s) => {
        s.set(15, 'Fråga', null);
      },
      code: 'form-words-missing',
      sv: 'Formuläret, rad 15, kolumn E «Fråga»: frågans ordalydelse saknas på svenska (på engelska: «Are there children in the household?»). Skriv orden här.',
      en: 'The form, row 15, column E "Fråga": the question’s wording ("Are there children in the household?") is missing in Swedish. Write the words here.',
    },
    json: {
      edit: (j) => {
        j.set('items.1.question.sv', '');
      },
      code: 'form-words-missing',
      sv: 'Formuläret, items[1].question.sv, fråga 2: frågans ordalydelse saknas på svenska (på engelska: «Are there children in the household?»). Skriv orden här.',
      en: 'The form, items[1].question.sv, item 2: the question’s wording ("Are there children in the household?") is missing in Swedish. Write the words here.',
    },
  },
  {
    name: 'no words for an answer',
    sheet: {
      edit: (s) => {
        s.set(13, 'Svar', null);
        s.set(13, 'Svar på engelska', null);
      },
      code: 'form-words-missing',
      sv: 'Formuläret, rad 13, kolumn H «Svar»: svaret saknas på svenska. Skriv orden här.',
      en: 'The form, row 13, column H "Svar": the answer is missing in Swedish. Write the words here.',
    },
    json: {
      edit: (j) => {
        j.set('items.0.codes.1.label', undefined);
      },
      code: 'form-words-missing',
      sv: 'Formuläret, items[0].codes[1].label, fråga 1: svaret saknas på svenska. Skriv orden här.',
      en: 'The form, items[0].codes[1].label, item 1: the answer is missing in Swedish. Write the words here.',
    },
  },
  {
    name: 'no code for an answer',
    sheet: {
      edit: (s) => {
        s.set(13, 'Kod', null);
      },
      code: 'form-name-missing',
      sv: 'Formuläret, rad 13, kolumn G «Kod»: svarets kod saknas. Skriv till exempel «1» här.',
      en: 'The form, row 13, column G "Kod": the answer’s code is missing. Write for example "1" here.',
    },
    json: {
      edit: (j) => {
        j.set('items.0.codes.1.code', undefined);
      },
      code: 'form-name-missing',
      sv: 'Formuläret, items[0].codes[1].code, fråga 1: svarets kod saknas. Skriv till exempel «1» här.',
      en: 'The form, items[0].codes[1].code, item 1: the answer’s code is missing. Write for example "1" here.',
    },
  },
  {
    name: 'guidance in English only',
    sheet: {
      edit: (s) => {
        s.set(12, 'Vägledning', null);
      },
      code: 'form-words-missing',
      sv: 'Formuläret, rad 12, kolumn F «Vägledning»: vägledningen saknas på svenska (på engelska: «As in the latest decision.»). Skriv orden här.',
      en: 'The form, row 12, column F "Vägledning": the guidance ("As in the latest decision.") is missing in Swedish. Write the words here.',
    },
    json: {
      edit: (j) => {
        j.set('items.0.guidance.sv', '');
      },
      code: 'form-words-missing',
      sv: 'Formuläret, items[0].guidance.sv, fråga 1: vägledningen saknas på svenska (på engelska: «As in the latest decision.»). Skriv orden här.',
      en: 'The form, items[0].guidance.sv, item 1: the guidance ("As in the latest decision.") is missing in Swedish. Write the words here.',
    },
  },
  {
    name: 'a question as long as a letter',
    sheet: {
      edit: (s) => {
        s.set(12, 'Fråga', 'å'.repeat(301));
      },
      code: 'form-words-long',
      sv: 'Formuläret, rad 12, kolumn E «Fråga»: frågans ordalydelse har 301 tecken. Korta till högst 300.',
      en: 'The form, row 12, column E "Fråga": the question’s wording has 301 characters. Shorten it to at most 300.',
    },
    json: {
      edit: (j) => {
        j.set('items.0.question.sv', 'å'.repeat(301));
      },
      code: 'form-words-long',
      sv: 'Formuläret, items[0].question.sv, fråga 1: frågans ordalydelse har 301 tecken. Korta till högst 300.',
      en: 'The form, items[0].question.sv, item 1: the question’s wording has 301 characters. Shorten it to at most 300.',
    },
  },
  {
    name: 'an empty form',
    sheet: {
      edit: (s) => {
        s.drop(12, 31);
      },
      code: 'form-empty',
      sv: 'Formuläret, rad 12: det finns ingen fråga. Skriv minst en, eller utgå från standardformuläret.',
      en: 'The form, row 12: there is no item. Write at least one, or start from the standard form.',
    },
    json: {
      edit: (j) => {
        j.set('items', []);
      },
      code: 'form-empty',
      sv: 'Formuläret, items: det finns ingen fråga. Skriv minst en, eller utgå från standardformuläret.',
      en: 'The form, items: there is no item. Write at least one, or start from the standard form.',
    },
  },
  {
    name: 'no sections',
    sheet: {
      edit: (s) => {
        s.drop(7, 9);
      },
      code: 'form-no-section',
      sv: 'Formuläret, överst i bladet: det finns inget avsnitt. Skriv minst ett, med kortnamn och rubrik, till exempel person och «Personen».',
      en: 'The form, at the top of the sheet: there is no section. Write at least one, with a short name and a title, for example person and "The person".',
    },
    json: {
      edit: (j) => {
        j.set('sections', []);
      },
      code: 'form-no-section',
      sv: 'Formuläret, sections: det finns inget avsnitt. Skriv minst ett, med kortnamn och rubrik, till exempel person och «Personen».',
      en: 'The form, sections: there is no section. Write at least one, with a short name and a title, for example person and "The person".',
    },
  },
  {
    name: 'years that fall',
    sheet: {
      edit: (s) => {
        s.set(6, 'Kortnamn', '2025–2024');
      },
      code: 'form-years',
      sv: 'Formuläret, rad 6, kolumn B: åren «2025–2024» stiger inte, eller något står två gånger. Skriv dem stigande: 2017–2022.',
      en: 'The form, row 6, column B: the years "2025–2024" do not rise, or one stands twice. Write them rising: 2017–2022.',
    },
    json: {
      edit: (j) => {
        j.set('years', [2025, 2024]);
      },
      code: 'form-years',
      sv: 'Formuläret, years: åren «2025, 2024» stiger inte, eller något står två gånger. Skriv dem stigande: 2017–2022.',
      en: 'The form, years: the years "2025, 2024" do not rise, or one stands twice. Write them rising: 2017–2022.',
    },
  },
  {
    name: 'years that are none',
    sheet: {
      edit: (s) => {
        s.set(6, 'Kortnamn', 'två år');
      },
      code: 'form-years',
      sv: 'Formuläret, rad 6, kolumn B: «två år» är inte årtal. Skriv dem så här: 2017–2022, eller 2017, 2021, 2022 (1900–2100).',
      en: 'The form, row 6, column B: "två år" are not calendar years. Write them like this: 2017–2022, or 2017, 2021, 2022 (1900–2100).',
    },
    json: {
      edit: (j) => {
        j.set('years', 'två år');
      },
      code: 'form-years',
      sv: 'Formuläret, years: «två år» är inte årtal. Skriv dem så här: 2017–2022, eller 2017, 2021, 2022 (1900–2100).',
      en: 'The form, years: "två år" are not calendar years. Write them like this: 2017–2022, or 2017, 2021, 2022 (1900–2100).',
    },
  },
  {
    name: 'no years',
    sheet: {
      edit: (s) => {
        s.set(6, 'Kortnamn', null);
      },
      code: 'form-years',
      sv: 'Formuläret, rad 6, kolumn B: åren som granskas saknas. Skriv dem här, till exempel 2017–2022.',
      en: 'The form, row 6, column B: the years reviewed are missing. Write them here, for example 2017–2022.',
    },
    json: {
      edit: (j) => {
        j.set('years', undefined);
      },
      code: 'form-years',
      sv: 'Formuläret, years: åren som granskas saknas. Skriv dem här, till exempel 2017–2022.',
      en: 'The form, years: the years reviewed are missing. Write them here, for example 2017–2022.',
    },
  },
  {
    name: 'more years than a review holds',
    sheet: {
      edit: (s) => {
        s.set(6, 'Kortnamn', '1980–2025');
      },
      code: 'form-years',
      sv: 'Formuläret, rad 6, kolumn B: 46 år är fler än en granskning rymmer. Ta med högst 30.',
      en: 'The form, row 6, column B: 46 years are more than a review holds. Include at most 30.',
    },
    json: {
      edit: (j) => {
        j.set('years', '1980–2025');
      },
      code: 'form-years',
      sv: 'Formuläret, years: 46 år är fler än en granskning rymmer. Ta med högst 30.',
      en: 'The form, years: 46 years are more than a review holds. Include at most 30.',
    },
  },
  {
    name: 'a version with a sign that no file name takes',
    sheet: {
      edit: (s) => {
        s.set(3, 'Kortnamn', '1/2');
      },
      code: 'form-name',
      sv: 'Formuläret, rad 3, kolumn B: formulärets version kan inte vara «1/2». Skriv bokstäver, siffror, mellanslag, punkt och bindestreck, högst 30 tecken, till exempel «1.0».',
      en: 'The form, row 3, column B: the form’s version cannot be "1/2". Write letters, digits, spaces, dots and hyphens, at most 30 characters, for example "1.0".',
    },
    json: {
      edit: (j) => {
        j.set('version', '1/2');
      },
      code: 'form-name',
      sv: 'Formuläret, version: formulärets version kan inte vara «1/2». Skriv bokstäver, siffror, mellanslag, punkt och bindestreck, högst 30 tecken, till exempel «1.0».',
      en: 'The form, version: the form’s version cannot be "1/2". Write letters, digits, spaces, dots and hyphens, at most 30 characters, for example "1.0".',
    },
  },
  {
    name: 'no version',
    sheet: {
      edit: (s) => {
        s.drop(3);
      },
      code: 'form-name-missing',
      sv: 'Formuläret, raden «Version» överst i bladet: formulärets version saknas. Skriv till exempel «1.0» här.',
      en: 'The form, the row "Version" at the top of the sheet: the form’s version is missing. Write for example "1.0" here.',
    },
    json: {
      edit: (j) => {
        j.set('version', undefined);
      },
      code: 'form-name-missing',
      sv: 'Formuläret, version: formulärets version saknas. Skriv till exempel «1.0» här.',
      en: 'The form, version: the form’s version is missing. Write for example "1.0" here.',
    },
  },
  {
    name: 'a fact that the register does not tell',
    sheet: {
      edit: (s) => {
        s.set(26, 'Fylls från registret', 'ansökning');
      },
      code: 'form-fact',
      sv: 'Formuläret, rad 26, kolumn M «Fylls från registret»: uppgiften ur registret «ansökning» finns inte. Närmast är «ansökningar». De som finns: kön, ålder första gången, ålder senaste gången, åldersgrupper, vilka år, antal år, aktualiseringar, anmälningar, LOB, ansökningar, anmälare, utredningar.',
      en: 'The form, row 26, column M "Fylls från registret": the fact from the register "ansökning" does not exist. The nearest is "applications". Those that exist: sex, age the first time, age the latest time, age bands, which years, number of years, actualisations, reports, LOB, applications, referrers, investigations.',
    },
    json: {
      edit: (j) => {
        j.set('items.5.fact', 'application');
      },
      code: 'form-fact',
      sv: 'Formuläret, items[5].fact, fråga 6: uppgiften ur registret «application» finns inte. Närmast är «applications». De som finns: sex, age-first, age-latest, age-bands, active-years, years-known, actualisations, reports, lob, applications, referrers, investigations.',
      en: 'The form, items[5].fact, item 6: the fact from the register "application" does not exist. The nearest is "applications". Those that exist: sex, age-first, age-latest, age-bands, active-years, years-known, actualisations, reports, lob, applications, referrers, investigations.',
    },
  },
  {
    name: 'a fact on a kind that cannot hold it',
    sheet: {
      edit: (s) => {
        s.set(28, 'Fylls från registret', 'anmälningar');
      },
      code: 'form-fact-kind',
      sv: 'Formuläret, rad 28, kolumn M «Fylls från registret»: «anmälningar» ur registret fyller i en fråga av slaget «antal», men den här är «kronor». Ändra slaget, eller ta bort uppgiften.',
      en: 'The form, row 28, column M "Fylls från registret": "reports" from the register fills in an item of the kind "count", but this is "SEK". Change the kind, or take the fact away.',
    },
    json: {
      edit: (j) => {
        j.set('items.7.fact', 'reports');
      },
      code: 'form-fact-kind',
      sv: 'Formuläret, items[7].fact, fråga 8: «reports» ur registret fyller i en fråga av slaget «count», men den här är «money». Ändra slaget, eller ta bort uppgiften.',
      en: 'The form, items[7].fact, item 8: "reports" from the register fills in an item of the kind "count", but this is "money". Change the kind, or take the fact away.',
    },
  },
  {
    name: 'a fact in two places',
    sheet: {
      edit: (s) => {
        s.set(27, 'Fylls från registret', 'ansökningar');
      },
      code: 'form-twice',
      sv: 'Formuläret, rad 27, kolumn M «Fylls från registret»: uppgiften ur registret «ansökningar» finns redan (rad 26, kolumn M «Fylls från registret»). Välj något annat här, eller ta bort det ena.',
      en: 'The form, row 27, column M "Fylls från registret": the fact from the register "applications" exists already (row 26, column M "Fylls från registret"). Choose another here, or take one away.',
    },
    json: {
      edit: (j) => {
        j.set('items.6.fact', 'applications');
      },
      code: 'form-twice',
      sv: 'Formuläret, items[6].fact, fråga 7: uppgiften ur registret «applications» finns redan (items[5].fact, fråga 6). Välj något annat här, eller ta bort det ena.',
      en: 'The form, items[6].fact, item 7: the fact from the register "applications" exists already (items[5].fact, item 6). Choose another here, or take one away.',
    },
  },
  {
    name: 'sex filled in where 1 is women',
    sheet: {
      edit: (s) => {
        s.set(12, 'Fylls från registret', 'kön');
        s.set(12, 'Svar', 'Kvinna');
        s.set(13, 'Svar', 'Man');
      },
      code: 'form-fact-codes',
      sv: 'Formuläret, rad 12, kolumn M «Fylls från registret»: «kön» ur registret fyller i kod 1 för man och 2 för kvinna. Ändra svaren, eller ta bort uppgiften så fylls frågan i för hand.',
      en: 'The form, row 12, column M "Fylls från registret": "sex" from the register fills in code 1 for man and 2 for woman. Change the answers, or take the fact away and the item is filled in by hand.',
    },
    json: {
      edit: (j) => {
        j.set('items.0.fact', 'sex');
        j.set('items.0.codes.0.label', 'Kvinna');
        j.set('items.0.codes.1.label', 'Man');
      },
      code: 'form-fact-codes',
      sv: 'Formuläret, items[0].fact, fråga 1: «sex» ur registret fyller i kod 1 för man och 2 för kvinna. Ändra svaren, eller ta bort uppgiften så fylls frågan i för hand.',
      en: 'The form, items[0].fact, item 1: "sex" from the register fills in code 1 for man and 2 for woman. Change the answers, or take the fact away and the item is filled in by hand.',
    },
  },
  {
    name: 'age bands of other ages filled in',
    sheet: {
      edit: (s) => {
        s.set(20, 'Fylls från registret', 'åldersgrupper');
      },
      code: 'form-fact-codes',
      sv: 'Formuläret, rad 20, kolumn M «Fylls från registret»: «åldersgrupper» ur registret fyller i kod 1–6 för 24 år eller yngre, 25–34, 35–44, 45–54, 55–64 och 65 år eller äldre. Ändra svaren, eller ta bort uppgiften så fylls frågan i för hand.',
      en: 'The form, row 20, column M "Fylls från registret": "age bands" from the register fills in codes 1–6 for 24 or younger, 25–34, 35–44, 45–54, 55–64 and 65 or older. Change the answers, or take the fact away and the item is filled in by hand.',
    },
    json: {
      edit: (j) => {
        j.set('items.3.fact', 'age-bands');
      },
      code: 'form-fact-codes',
      sv: 'Formuläret, items[3].fact, fråga 4: «age-bands» ur registret fyller i kod 1–6 för 24 år eller yngre, 25–34, 35–44, 45–54, 55–64 och 65 år eller äldre. Ändra svaren, eller ta bort uppgiften så fylls frågan i för hand.',
      en: 'The form, items[3].fact, item 4: "age-bands" from the register fills in codes 1–6 for 24 or younger, 25–34, 35–44, 45–54, 55–64 and 65 or older. Change the answers, or take the fact away and the item is filled in by hand.',
    },
  },
  {
    name: 'years to choose among that are not the form’s',
    sheet: {
      edit: (s) => {
        s.set(20, 'Fylls från registret', 'vilka år');
      },
      code: 'form-fact-codes',
      sv: 'Formuläret, rad 20, kolumn M «Fylls från registret»: «vilka år» ur registret fyller i ett svar för vart och ett av åren, med året som kod: 2024, 2025. Ändra svaren, eller ta bort uppgiften så fylls frågan i för hand.',
      en: 'The form, row 20, column M "Fylls från registret": "which years" from the register fills in one answer for each of the years, with the year as code: 2024, 2025. Change the answers, or take the fact away and the item is filled in by hand.',
    },
    json: {
      edit: (j) => {
        j.set('items.3.fact', 'active-years');
      },
      code: 'form-fact-codes',
      sv: 'Formuläret, items[3].fact, fråga 4: «active-years» ur registret fyller i ett svar för vart och ett av åren, med året som kod: 2024, 2025. Ändra svaren, eller ta bort uppgiften så fylls frågan i för hand.',
      en: 'The form, items[3].fact, item 4: "active-years" from the register fills in one answer for each of the years, with the year as code: 2024, 2025. Change the answers, or take the fact away and the item is filled in by hand.',
    },
  },
  {
    name: 'referrers whom no answer names',
    sheet: {
      edit: (s) => {
        s.set(29, 'Kallas i registret', null);
        s.set(30, 'Kallas i registret', null);
      },
      code: 'form-fact-codes',
      sv: 'Formuläret, rad 29, kolumn M «Fylls från registret»: «anmälare» ur registret behöver veta vad svaren kallas där: det står inte vid något svar (* betyder alla andra). Ändra svaren, eller ta bort uppgiften så fylls frågan i för hand.',
      en: 'The form, row 29, column M "Fylls från registret": "referrers" from the register needs to know what the answers are called there: no answer says so (* means all others). Change the answers, or take the fact away and the item is filled in by hand.',
    },
    json: {
      edit: (j) => {
        j.set('items.8.codes.0.register', undefined);
        j.set('items.8.codes.1.register', undefined);
      },
      code: 'form-fact-codes',
      sv: 'Formuläret, items[8].fact, fråga 9: «referrers» ur registret behöver veta vad svaren kallas där: det står inte vid något svar (* betyder alla andra). Ändra svaren, eller ta bort uppgiften så fylls frågan i för hand.',
      en: 'The form, items[8].fact, item 9: "referrers" from the register needs to know what the answers are called there: no answer says so (* means all others). Change the answers, or take the fact away and the item is filled in by hand.',
    },
  },
  {
    name: 'a referrer of two answers',
    sheet: {
      edit: (s) => {
        s.set(30, 'Kallas i registret', 'af; *');
      },
      code: 'form-fact-codes',
      sv: 'Formuläret, rad 29, kolumn M «Fylls från registret»: «anmälare» ur registret kan inte höra till två svar: «af» står vid både kod 1 och kod 2. Ändra svaren, eller ta bort uppgiften så fylls frågan i för hand.',
      en: 'The form, row 29, column M "Fylls från registret": "referrers" from the register cannot belong to two answers: "af" stands at both code 1 and code 2. Change the answers, or take the fact away and the item is filled in by hand.',
    },
    json: {
      edit: (j) => {
        j.set('items.8.codes.1.register', ['af', '*']);
      },
      code: 'form-fact-codes',
      sv: 'Formuläret, items[8].fact, fråga 9: «referrers» ur registret kan inte höra till två svar: «af» står vid både kod 1 och kod 2. Ändra svaren, eller ta bort uppgiften så fylls frågan i för hand.',
      en: 'The form, items[8].fact, item 9: "referrers" from the register cannot belong to two answers: "af" stands at both code 1 and code 2. Change the answers, or take the fact away and the item is filled in by hand.',
    },
  },
  {
    name: 'something unknown beside an answer',
    sheet: {
      edit: (s) => {
        s.set(15, 'Fylls i bredvid', 'dagar');
      },
      code: 'form-amount',
      sv: 'Formuläret, rad 15, kolumn J «Fylls i bredvid»: det som fylls i bredvid «dagar» finns inte. Närmast är «årtal». De som finns: antal, kronor, årtal, text.',
      en: 'The form, row 15, column J "Fylls i bredvid": what is filled in beside "dagar" does not exist. The nearest is "year". Those that exist: count, SEK, year, text.',
    },
    json: {
      edit: (j) => {
        j.set('items.1.codes.0.amount', 'days');
      },
      code: 'form-amount',
      sv: 'Formuläret, items[1].codes[0].amount, fråga 2: det som fylls i bredvid «days» finns inte. Närmast är «money». De som finns: count, money, year, text.',
      en: 'The form, items[1].codes[0].amount, item 2: what is filled in beside "days" does not exist. The nearest is "money". Those that exist: count, money, year, text.',
    },
  },
  {
    name: 'a number beside no information',
    sheet: {
      edit: (s) => {
        s.set(17, 'Fylls i bredvid', 'antal');
      },
      code: 'form-amount-missing',
      sv: 'Formuläret, rad 17, kolumn J «Fylls i bredvid»: bredvid ett svar som betyder ingen uppgift finns inget att fylla i. Ta bort det ena eller det andra.',
      en: 'The form, row 17, column J "Fylls i bredvid": beside an answer that means no information there is nothing to fill in. Take away one or the other.',
    },
    json: {
      edit: (j) => {
        j.set('items.1.codes.2.amount', 'count');
      },
      code: 'form-amount-missing',
      sv: 'Formuläret, items[1].codes[2].amount, fråga 2: bredvid ett svar som betyder ingen uppgift finns inget att fylla i. Ta bort det ena eller det andra.',
      en: 'The form, items[1].codes[2].amount, item 2: beside an answer that means no information there is nothing to fill in. Take away one or the other.',
    },
  },
  {
    name: 'neither yes nor no',
    sheet: {
      edit: (s) => {
        s.set(14, 'Ingen uppgift', 'kanske');
      },
      code: 'form-yes-no',
      sv: 'Formuläret, rad 14, kolumn I «Ingen uppgift»: här ska stå ja eller inget, men här står «kanske». Rätta eller ta bort det.',
      en: 'The form, row 14, column I "Ingen uppgift": here should stand yes or nothing, but here stands "kanske". Mend it or take it away.',
    },
    json: {
      edit: (j) => {
        j.set('items.0.codes.2.missing', 'kanske');
      },
      code: 'form-yes-no',
      sv: 'Formuläret, items[0].codes[2].missing, fråga 1: här ska stå true eller inget, men här står «kanske». Rätta eller ta bort det.',
      en: 'The form, items[0].codes[2].missing, item 1: here should stand true or nothing, but here stands "kanske". Mend it or take it away.',
    },
  },
  {
    name: 'a column that is missing',
    sheet: {
      edit: (s) => {
        s.dropColumn('Frågas om');
      },
      code: 'form-sheet-column',
      sv: 'Formuläret, rad 11: kolumnen «Frågas om» saknas. Lägg till den; den får vara tom.',
      en: 'The form, row 11: the column "Asked if" is missing. Add it; it may be empty.',
    },
  },
  {
    name: 'a column renamed',
    sheet: {
      edit: (s) => {
        s.set(11, 'Slag', 'Slagg');
      },
      code: 'form-sheet-column',
      sv: 'Formuläret, rad 11: kolumnen «Slag» saknas. Är det kolumn D «Slagg», så rätta rubriken; annars lägg till den, den får vara tom.',
      en: 'The form, row 11: the column "Kind" is missing. If it is column D "Slagg", mend the heading; else add it, it may be empty.',
    },
  },
  {
    name: 'a column twice',
    sheet: {
      edit: (s) => {
        s.set(11, 'Frivillig', 'Slag');
      },
      code: 'form-sheet-column-twice',
      sv: 'Formuläret, rad 11: kolumnen «Slag» finns två gånger (D och L). Ta bort den ena.',
      en: 'The form, row 11: the column "Slag" exists twice (D and L). Take one away.',
    },
  },
  {
    name: 'a sheet that is no form',
    sheet: {
      edit: (s) => {
        s.rows = [
          ['Personnummer', 'Datum'],
          ['19600101-9812', '2017-01-05'],
        ];
      },
      code: 'form-sheet-header',
      sv: 'Formuläret, hela bladet: raden med kolumnernas rubriker hittas inte (Nr, Kortnamn, Avsnitt, Slag, Fråga …). Utgå från ett formulär som programmet har skrivit.',
      en: 'The form, the whole sheet: the row with the columns’ headings is not found (No., Short name, Section, Kind, Question in Swedish …). Start from a form that the program has written.',
    },
  },
  {
    name: 'what is of the item on its second row',
    sheet: {
      edit: (s) => {
        s.set(13, 'Frågas om', 'barn = 1');
      },
      code: 'form-sheet-stray',
      sv: 'Formuläret, rad 13, kolumn K «Frågas om»: det som gäller hela frågan «hushallstyp» ska stå på dess första rad (rad 12). Flytta det dit, eller skriv slag och fråga här om det är en ny fråga.',
      en: 'The form, row 13, column K "Frågas om": what is of the whole item "hushallstyp" belongs on its first row (row 12). Move it there, or write a kind and a question here if it is a new item.',
    },
  },
  {
    name: 'an answer before any item',
    sheet: {
      edit: (s) => {
        s.insert(12, { Kod: 1, Svar: 'Ja' });
      },
      code: 'form-sheet-loose',
      sv: 'Formuläret, rad 12: raden hör inte till någon fråga ovanför. En frågas första rad ska ha slag och fråga, och svaren stå under den; har raderna sorterats om, så ställ dem tillbaka.',
      en: 'The form, row 12: the row belongs to no item above. An item’s first row is to have a kind and a question, and its answers to stand below; if the rows were sorted, put them back.',
    },
  },
  {
    name: 'rows sorted so that answers stand before their item',
    sheet: {
      edit: (s) => {
        s.move(12, 12, 15);
      },
      code: 'form-sheet-loose',
      sv: 'Formuläret, rad 12: raden hör inte till någon fråga ovanför. En frågas första rad ska ha slag och fråga, och svaren stå under den; har raderna sorterats om, så ställ dem tillbaka.',
      en: 'The form, row 12: the row belongs to no item above. An item’s first row is to have a kind and a question, and its answers to stand below; if the rows were sorted, put them back.',
      then: ['form-sheet-loose'],
    },
  },
  {
    name: 'a key that does not exist',
    json: {
      edit: (j) => {
        j.set('items.0.qestion', 'x');
      },
      code: 'form-unknown-key',
      sv: 'Formuläret, items[0].qestion: nyckeln «qestion» finns inte. Närmast är «question». De som finns här: id, number, section, kind, question, guidance, codes, asked, optional, fact, mended.',
      en: 'The form, items[0].qestion: there is no key "qestion". The nearest is "question". Those that exist here: id, number, section, kind, question, guidance, codes, asked, optional, fact, mended.',
    },
  },
  {
    name: 'JSON that is a list',
    json: {
      edit: (j) => {
        j.json = [] as never;
      },
      code: 'form-wrong-kind',
      sv: 'Formuläret, hela filen: här ska stå ett objekt inom { och }, men här står [].',
      en: 'The form, the whole file: here should stand an object within { and }, but here stands [].',
    },
  },
  {
    name: 'a number where a text belongs',
    json: {
      edit: (j) => {
        j.set('version', 1);
      },
      code: 'form-wrong-kind',
      sv: 'Formuläret, version: här ska stå en text inom citattecken, men här står 1.',
      en: 'The form, version: here should stand a text within quotes, but here stands 1.',
    },
  },
  {
    name: 'an item that is no object',
    json: {
      edit: (j) => {
        j.list('items').push('barn' as never);
      },
      code: 'form-wrong-kind',
      sv: 'Formuläret, items[10]: här ska stå ett objekt inom { och }, men här står "barn".',
      en: 'The form, items[10]: here should stand an object within { and }, but here stands "barn".',
    },
  },
  {
    name: 'answers that are no list',
    json: {
      edit: (j) => {
        j.set('items.0.codes', { '1': 'Ja' });
      },
      code: 'form-wrong-kind',
      sv: 'Formuläret, items[0].codes, fråga 1: här ska stå en lista inom [ och ], men här står {"1":"Ja"}.',
      en: 'The form, items[0].codes, item 1: here should stand a list within [ and ], but here stands {"1":"Ja"}.',
      then: ['form-no-codes'],
    },
  },
  {
    name: 'register names with a semicolon',
    json: {
      edit: (j) => {
        j.set('items.8.codes.0.register', ['AF; Arbetsförmedlingen']);
      },
      code: 'form-wrong-kind',
      sv: 'Formuläret, items[8].codes[0].register, fråga 9: här ska stå en lista av namn utan semikolon, till exempel ["Polisen"], men här står ["AF; Arbetsförmedlingen"].',
      en: 'The form, items[8].codes[0].register, item 9: here should stand a list of names without semicolons, for example ["Polisen"], but here stands ["AF; Arbetsförmedlingen"].',
    },
  },
];

const inSheet = CASES.flatMap(({ name, sheet }) => (sheet ? [[name, sheet] as const] : []));
const inJson = CASES.flatMap(({ name, json }) => (json ? [[name, json] as const] : []));

describe('a broken form is told where it is broken and how to mend it', () => {
  it.each(inSheet)('in the sheet: %s', (_, { edit, code, sv, en, then = [] }) => {
    const sheet = new FormSheet(ownForm());
    edit(sheet);
    expect(readFormSheet(sheet.rows)).toEqual({ ok: false, problem: { code, sv, en } });
    const { form, problems } = examineFormSheet(sheet.rows);
    expect(form).toBeNull();
    expect(problems.map((problem) => problem.code)).toEqual([code, ...then]);
  });

  it.each(inJson)('in JSON: %s', (_, { edit, code, sv, en, then = [] }) => {
    const json = new FormJson(ownForm());
    edit(json);
    expect(readForm(json.json)).toEqual({ ok: false, problem: { code, sv, en } });
    const { form, problems } = examineForm(json.json);
    expect(form).toBeNull();
    expect(problems.map((problem) => problem.code)).toEqual([code, ...then]);
  });

  it('the same check finds it in both, but for what only one of them can have', () => {
    for (const { sheet, json } of CASES) if (sheet && json) expect(sheet.code).toBe(json.code);
    expect(CASES.filter(({ sheet, json }) => sheet && json).length).toBeGreaterThanOrEqual(30);
  });

  it('every fault is told, not the first alone', () => {
    const sheet = new FormSheet(ownForm());
    sheet.set(3, 'Kortnamn', null);
    sheet.set(13, 'Kod', 1);
    sheet.set(18, 'Frågas om', 'barnn = 1');
    sheet.set(26, 'Slag', 'antall');
    expect(
      examineFormSheet(sheet.rows)
        .problems.map(({ code }) => code)
        .sort(),
    ).toEqual(['form-asked-unknown', 'form-kind', 'form-name-missing', 'form-twice']);
  });
});
