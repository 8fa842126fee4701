/**
 * The columns that the method needs, and the words that case systems head them with: Bilaga 1 of the Söderhamn
 * report, Lifecare's API (PersonId, FromWho, …), and usual abbreviations.
 */
import { fold, Spellings } from './spelling.ts';

/** What a column of a register can be. */
export const ROLES = [
  'person',
  'date',
  'number',
  'type',
  'reason',
  'referrer',
  'organisation',
  'investigation',
  'sex',
  'age',
] as const;

/** What a column of a register can be: the person, the date, the reason, … */
export type Role = (typeof ROLES)[number];

export const REQUIRED_ROLES = ['person', 'date'] as const satisfies readonly Role[];

/** 3: the method's own word. 2: another usual name. 1: could be it, where nothing better stands. */
export type HeaderStrength = 1 | 2 | 3;

export interface HeaderMeaning {
  readonly role: Role;
  readonly strength: HeaderStrength;
}

/** What people call the column. */
export const ROLE_NAMES: Record<Role, { readonly sv: string; readonly en: string }> = {
  person: { sv: 'person', en: 'person' },
  date: { sv: 'aktualiseringsdatum', en: 'date' },
  number: { sv: 'aktualiseringsnummer', en: 'number' },
  type: { sv: 'aktualiseringstyp', en: 'type' },
  reason: { sv: 'aktualiseringsorsak', en: 'reason' },
  referrer: { sv: 'aktualiserande part', en: 'referrer' },
  organisation: { sv: 'organisation', en: 'organisation' },
  investigation: { sv: 'beslut att inleda utredning', en: 'investigation' },
  sex: { sv: 'kön', en: 'sex' },
  age: { sv: 'ålder', en: 'age' },
};

const HEADERS: Record<Role, Record<HeaderStrength, string>> = {
  person: {
    3: 'personnummer, personnr, persnr, pnr, pnummer, personid, personidentitet, personbeteckning, person-/samordningsnummer, personnummer/samordningsnummer, person number, personal identity number, personnummer/tf-nummer, personnummer/samordningsnr, pnr/samnr',
    2: 'person, klient, klientid, klientnummer, klientnr, klientens personnummer, personkod, unik personkod, brukare, brukarid, pseudonym, samordningsnummer, sökande personnummer, pid, individ, individid, client, clientid, patientid, subject, subjectid, klient personnummer, klient personnr, klientens personnr, personnummer klient, brukarens personnummer',
    1: 'customernumber, kundnummer, kundnr, kund, identitet, caseconceptname, patient, löpnummer person, personlöpnummer, id-nummer, löpnr person',
  },
  date: {
    3: 'aktualiseringsdatum, aktualiseringsdag, aktualiserad, aktualiserades, aktdatum, aktualdatum, aktualiseringsdat, datum för aktualisering, datum aktualisering, inkom, inkommen, inkomdatum, inkomstdatum, inkommen datum, inkommet datum, inkommandedatum, inkom datum, datum inkommen, datum inkom, inkommen den, ankomstdatum, datum, date, dag, aktualiserad datum, datum för aktualiseringen, aktualiseringens datum, aktualiseringstidpunkt, aktualiseringsdatum och tid, inkom dat, inkom den, ink datum, ank datum, ärende inkom',
    2: 'anmälningsdatum, anmälan datum, ansökningsdatum, händelsedatum, ärendedatum, anmäld, received, received date, event date, actualisation date, day, dat, inkommet, mottagen, mottaget, mottaget datum, mottagningsdatum, anm datum, datum för anmälan',
    1: 'startdatum, starttid, starttime, start, registreringsdatum, regdatum, registrerad, skapad, skapat, upprättad, öppnad, öppnat, från, from, from datum, timestamp, timetimestamp, tidpunkt, tid, time, datetime, datum fr.o.m., fr.o.m.',
  },
  number: {
    3: 'aktualiseringsnummer, aktualiseringsnr, aktualiseringsid, aktnr, aktnummer, aktid, aktualnr, actualisation number, aktualisering nr, aktualiseringens nummer',
    2: 'ärendenummer, ärendenr, ärendeid, ärende, diarienummer, diarienr, dnr, case number, caseid, case id',
    1: 'id, nummer, nr, löpnummer, löpnr, aktualisering, number, referensnummer, case no',
  },
  type: {
    3: 'aktualiseringstyp, akttyp, aktualtyp, typ av aktualisering, actualisation type, aktualisering typ',
    2: 'typ, type, ärendetyp, typ av ärende, ansökan/anmälan, anmälan/ansökan, inkommandesätt, aktualiseringssätt, ans/anm',
    1: 'art, slag, sort, kind',
  },
  reason: {
    3: 'aktualiseringsorsak, aktorsak, aktualorsak, orsak till aktualisering, orsak, aktualisering orsak, aktualiseringsorsak 1',
    2: 'reason, anledning, aktualiseringskod, orsakskod, problematik, aktualiseringsanledning, huvudorsak, orsak 1, orsak/anledning, anmälningsorsak',
    1: 'kategori, ärendemening, rubrik, category, problem',
  },
  referrer: {
    3: 'aktualiserande part, anmälare, anmälande part, aktualiserad av, aktualiserande, anmäld av, vem har anmält, vem som anmält, anmälarkategori, fromwho, från vem, anmälaren, anmälare/sökande, anmälartyp, anm av, vem anmälde, vem aktualiserar, aktualiserad av vem, aktualiserad från',
    2: 'uppgiftslämnare, avsändare, inkommen från, inkom från, part, aktör, källa, referrer, referred by, source, inkommet från, inkommer från, kontakt från',
    1: 'initiativtagare, initierad av, initiativ, initiativ av',
  },
  organisation: {
    3: 'organisation, organization, enhet, mottagande enhet, organisatorisk enhet, unit, mottagande organisation, enhet/organisation',
    2: 'avdelning, verksamhet, team, förvaltning, organisationsenhet, org, org enhet, ansvarig enhet, handläggande enhet, enhetsnamn, sektion, organisatorisk tillhörighet',
    1: 'grupp, distrikt, område',
  },
  investigation: {
    3: 'beslut att inleda utredning, beslut att inleda utredning eller inte, beslut inleda utredning, beslut om utredning, inleda utredning, utredning inleds, utredning inledd, inledd utredning, utredning öppnad, utredning, investigation, inleds utredning, inlett utredning, ledde till utredning, utredning startad, utredning j/n, inleda utr, utr inledd, inledande av utredning',
    2: 'beslut, förhandsbedömning, beslut förhandsbedömning, beslut efter förhandsbedömning, resultat av förhandsbedömning, utfall, resultat, decision, outcome, beslut i förhandsbedömning, resultat förhandsbedömning, utfall förhandsbedömning, beslut efter aktualisering, inledd',
    1: 'åtgärd, avslutsorsak',
  },
  sex: { 3: 'kön, juridiskt kön, sex, gender', 2: 'klientens kön, man/kvinna, kvinna/man', 1: 'k/m, m/k' },
  age: {
    3: 'ålder, ålder vid aktualisering, age, ålder år',
    2: 'ålder vid aktualiseringen, klientens ålder',
    1: 'år gammal',
  },
};

const MEANINGS = new Spellings<HeaderMeaning>(
  ROLES.flatMap((role) =>
    ([3, 2, 1] as const).flatMap((strength) =>
      HEADERS[role][strength].split(', ').map((word) => [word, { role, strength }] as const),
    ),
  ),
);

/** What a header says the column is, or undefined. A word in brackets does not count: `Datum (inkom)` is Datum. */
export function headerMeaning(header: string): HeaderMeaning | undefined {
  const whole = MEANINGS.find(header);
  if (whole) return whole;
  const bare = header.replace(/\([^)]*\)|\[[^\]]*\]/g, '');
  return fold(bare) === fold(header) ? undefined : MEANINGS.find(bare);
}
