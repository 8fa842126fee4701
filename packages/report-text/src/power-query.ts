/**
 * The lathund in Power Query (M): from the export as it is to the rows that count, those that do not and why, and one
 * row a person. The rules are those of definitions.md, "From rows to a register"; core is the place to look them up.
 */
import type { ExclusionReason } from 'isu-core';
import { operands, type RowExpression } from './expression.ts';
import { DERIVED_COLUMNS, PERSON_COLUMNS, PERSONS, ROWS, type ModelColumn } from './lathund.ts';

export const quoted = (value: string): string => `"${value.replaceAll('"', '""')}"`;

const TYPES: Readonly<Record<ModelColumn['type'], string>> = {
  text: 'type text',
  whole: 'Int64.Type',
  decimal: 'type number',
  date: 'type date',
};

export function rowPowerQuery(expression: RowExpression): string {
  const m = rowPowerQuery;
  switch (expression.is) {
    case 'column':
      return `[${expression.name}]`;
    case 'number':
      return String(expression.value);
    case 'text':
      return quoted(expression.value);
    case 'year':
      return `Date.Year(${m(expression.of)})`;
    case 'month':
      return `Date.Month(${m(expression.of)})`;
    case 'day':
      return `Date.Day(${m(expression.of)})`;
    case 'days':
      return `Duration.Days(${m(expression.to)} - ${m(expression.from)})`;
    case 'rounded':
      return `Number.Round(${m(expression.of)}, ${String(expression.decimals)}, RoundingMode.AwayFromZero)`;
    case 'cases': {
      const branches = expression.cases.map(
        ({ when, then }) => `if ${m(when.left)} ${when.is} ${m(when.right)} then ${m(then)} else `,
      );
      return `(${branches.join('')}${m(expression.otherwise)})`;
    }
    case '+':
    case '-':
    case '*':
    case '/': {
      const [left, right] = operands(expression, m, (text) => `(${text})`);
      return `${left} ${expression.is} ${right}`;
    }
  }
}

/** Why a row does not count, in the order in which the reasons are tried. */
export const REASONS = {
  'missing-person': 'person saknas',
  'unidentified-person': 'personen är inte identifierad',
  'missing-date': 'datum saknas',
  'invalid-date': 'datumet finns inte i kalendern',
  duplicate: 'dubblett',
  'outside-period': 'utanför perioden',
  'under-age': 'under lägsta ålder',
} as const satisfies Partial<Record<ExclusionReason, string>>;

/** Header in the export → column of the model. Person and date must be there. */
const COLUMNS: readonly (readonly [name: string, header: string])[] = [
  [ROWS.person, 'Personnummer'],
  [ROWS.date, 'Aktualiseringsdatum'],
  [ROWS.number, 'Aktualiseringsnummer'],
  ['Typ', 'Aktualiseringstyp'],
  ['Orsak', 'Aktualiseringsorsak'],
  ['Anmälare', 'Aktualiserande part'],
  ['Organisation', 'Organisation'],
  ['Utredning', 'Beslut att inleda utredning'],
];
const OTHERS = COLUMNS.slice(3).map(([name]) => name);
/** The row's number in the export, as Excel counts. */
export const ROW_NUMBER = 'Rad i uttaget';
export const REASON = 'Skäl';

const NOBODY = [
  'okänd',
  'okänt',
  'person okänd',
  'saknas',
  'uppgift saknas',
  'personnummer saknas',
  'anonym',
  'unknown',
  'null',
  'na',
  'n/a',
  '#n/a',
  'nan',
  'none',
];

const list = (values: readonly string[]) => `{${values.map(quoted).join(', ')}}`;
const reason = (of: keyof typeof REASONS) => quoted(REASONS[of]);

const derivedSteps = DERIVED_COLUMNS.map(
  ({ name, type, value }) =>
    `(tabell) => Table.AddColumn(tabell, ${quoted(name)}, each ${rowPowerQuery(value)}, ${TYPES[type]})`,
);

/** The function `Lathunden`: all settings are its first lines. */
export const LATHUNDEN = `() =>
let
    // ---------- Ställ in här ----------
    Fil = "C:\\Uppföljning\\uttag.csv",
    Blad = null,              // Excel: bladets namn inom citattecken; null är det första bladet
    Avgränsare = ";",         // CSV
    Teckenkodning = 65001,    // CSV: 65001 är UTF-8, 1252 är äldre svenska Windowsfiler
    Rubrikrad = 1,            // raden som rubrikerna står på
    // Till höger: rubriken i uttaget inom citattecken, eller null där uppgiften inte finns.
    Kolumner = [
${COLUMNS.map(([name, header]) => `        ${name} = ${quoted(header)}`).join(',\n')}
    ],
    FrånOchMed = null,        // till exempel #date(2017, 1, 1); null är utan gräns
    TillOchMed = null,        // båda dagarna räknas med
    LägstaÅlder = null,       // till exempel 18; åldern räknas ur personnumret
    // ---------- Slut på inställningar ----------

    // Uttaget, utan att Power Query gissar typer: ett personnummer som blir tal tappar sin inledande nolla.
    ÄrText = List.AnyTrue(List.Transform({".csv", ".txt"}, (slut) => Text.EndsWith(Text.Lower(Fil), slut))),
    Bok = Excel.Workbook(File.Contents(Fil), null, true),
    BokensBlad = Table.SelectRows(Bok, each [Kind] = "Sheet" and (Blad = null or [Name] = Blad)),
    Celler =
        if ÄrText then
            Csv.Document(
                File.Contents(Fil),
                [Delimiter = Avgränsare, Encoding = Teckenkodning, QuoteStyle = QuoteStyle.Csv]
                    // Titelrader över rubrikerna är smalare än tabellen, och den första raden bestämmer annars bredden.
                    & (if Rubrikrad > 1 then [Columns = 100] else [])
            )
        else
            BokensBlad{0}[Data],
    MedRubriker = Table.PromoteHeaders(Table.Skip(Celler, Rubrikrad - 1), [PromoteAllScalars = true]),
    Numrerade = Table.AddIndexColumn(MedRubriker, ${quoted(ROW_NUMBER)}, Rubrikrad + 1, 1, Int64.Type),

    ÄrTom = (värde) => värde = null or (värde is text and Text.Trim(värde) = ""),
    Ifyllda = Table.SelectRows(
        Numrerade,
        (rad) =>
            List.AnyTrue(
                List.Transform(
                    Record.FieldValues(Record.RemoveFields(rad, {${quoted(ROW_NUMBER)}})),
                    (värde) => not ÄrTom(värde)
                )
            )
    ),

    // Kolumnerna under modellens namn. Finns en rubrik inte i uttaget säger Power Query vilken.
    Angivna = List.Select(Record.FieldNames(Kolumner), (namn) => Record.Field(Kolumner, namn) <> null),
    Saknade = List.Difference(Record.FieldNames(Kolumner), Angivna),
    Rubriker = List.Transform(Angivna, (namn) => Record.Field(Kolumner, namn)),
    Valda = Table.SelectColumns(Ifyllda, List.Combine({{${quoted(ROW_NUMBER)}}, Rubriker})),
    Nya = List.Select(List.Zip({Rubriker, Angivna}), (par) => par{0} <> par{1}),
    Omdöpta = Table.RenameColumns(Valda, Nya),
    Alla = List.Accumulate(Saknade, Omdöpta, (tabell, namn) => Table.AddColumn(tabell, namn, each null)),

    Siffror = {"0".."9"},
    ÄrSiffror = (text) => text <> "" and Text.Select(text, Siffror) = text,
    SomText = (värde) => if ÄrTom(värde) then null else Text.Trim(Text.From(värde, "en-US")),
    Tal = (text) => Number.FromText(text, "en-US"),

    // ---------- Datum: dag före månad, aldrig tvärtom. null saknas, en text finns inte i kalendern ----------
    Fel = ${reason('invalid-date')},
    Dag = (år, månad, dag) =>
        if List.Contains({0, 99991231, 99999999}, år * 10000 + månad * 100 + dag) then
            null
        else
            try #date(år, månad, dag) otherwise Fel,
    ÄrKlockslag = (text) =>
        text = ""
            or (
                List.Contains({" ", "T", "t", "k"}, Text.Start(text, 1))
                    and Text.Remove(text, List.Combine({Siffror, {" ", "T", "t", "Z", "z", "k", "l", ":", ".", ",", "+", "-"}})) = ""
                    and Text.Select(text, Siffror) <> ""
                    and Text.Length(List.Select(Text.SplitAny(text, " TtZzkl:.,+-"), (del) => del <> ""){0}) <= 2
            ),
    BörjarMed = (text, början) => Text.StartsWith(text, början) and ÄrKlockslag(Text.Middle(text, Text.Length(början))),
    NågonBörjan = (text, former) => List.AnyTrue(List.Transform(former, (form) => BörjarMed(text, form))),
    UtanLuft = (text) =>
        List.Accumulate(
            {"/", "-", "."},
            text,
            (hittills, tecken) =>
                Text.Replace(Text.Replace(hittills, " " & tecken, tecken), tecken & " ", tecken)
        ),
    DatumUrText = (text) =>
        let
            Delar = List.Select(Text.SplitAny(text, "-/. Tt"), (del) => del <> ""),
            Tre = List.FirstN(Delar, 3),
            ÄrTre = List.Count(Tre) = 3 and List.AllTrue(List.Transform(Tre, ÄrSiffror)),
            Längder = List.Transform(Tre, Text.Length),
            Med = (tecken) => Text.Combine(Tre, tecken),
            DagFörst = (tecken) => Tre{0} & tecken & Tre{1} & tecken & Tre{2},
            DagFörstMedLuft = (tecken) => Tre{0} & tecken & Tre{1} & " " & Tre{2},
            Tal8 = Text.Start(text, 8)
        in
            if ÄrSiffror(Tal8) and Text.Length(Tal8) = 8 and BörjarMed(text, Tal8) then
                Dag(Tal(Text.Start(Tal8, 4)), Tal(Text.Middle(Tal8, 4, 2)), Tal(Text.End(Tal8, 2)))
            else if not ÄrTre then
                Fel
            else if Längder{0} = 4 and Längder{1} <= 2 and Längder{2} <= 2
                and NågonBörjan(text, List.Transform({"-", "/", "."}, Med)) then
                Dag(Tal(Tre{0}), Tal(Tre{1}), Tal(Tre{2}))
            else if Längder{0} <= 2 and Längder{1} <= 2 and Längder{2} = 4
                and NågonBörjan(
                    UtanLuft(text),
                    List.Combine({
                        List.Transform({"-", "/", "."}, DagFörst),
                        List.Transform({"-", "/", "."}, DagFörstMedLuft)
                    })
                ) then
                Dag(Tal(Tre{2}), Tal(Tre{1}), Tal(Tre{0}))
            else if Längder = {2, 2, 2} and BörjarMed(text, Med("-")) then
                Dag(Tal(Tre{0}) + (if Tal(Tre{0}) >= 90 then 1900 else 2000), Tal(Tre{1}), Tal(Tre{2}))
            else
                Fel,
    DatumUrTal = (tal) =>
        if tal = 0 or (tal >= 10000000 and Number.RoundDown(tal) = tal) then
            Dag(
                Number.IntegerDivide(tal, 10000),
                Number.Mod(Number.IntegerDivide(tal, 100), 100),
                Number.Mod(tal, 100)
            )
        else if tal < 1 or tal >= 2958466 or Number.RoundDown(tal) = 60 then
            Fel
        else
            // Excels dagnummer, som räknar en 29 februari 1900 som aldrig fanns.
            UtanSlutdag(Date.AddDays(#date(1899, 12, 30), Number.RoundDown(tal) + (if tal < 60 then 1 else 0))),
    UtanSlutdag = (dag) => if dag = #date(9999, 12, 31) then null else dag,
    LästDatum = (värde) =>
        if ÄrTom(värde) then
            null
        else if värde is date or värde is datetime or värde is datetimezone then
            UtanSlutdag(Date.From(värde))
        else if värde is number then
            DatumUrTal(värde)
        else if värde is text then
            DatumUrText(Text.Trim(värde))
        else
            Fel,

    // ---------- Personer: tolv siffror, hur de än är skrivna ----------
    ÄrFödelsedag = (år, månadOchDag) =>
        let
            Dagen = Number.Mod(månadOchDag, 100),
            Datumet = try #date(år, Number.IntegerDivide(månadOchDag, 100), if Dagen > 60 then Dagen - 60 else Dagen) otherwise null
        in
            Datumet <> null,
    ÄrFödelsedatum = (siffror) =>
        if Text.Length(siffror) = 8 then
            Tal(siffror) >= 18000000 and Tal(siffror) < 21000000
                and ÄrFödelsedag(Tal(Text.Start(siffror, 4)), Tal(Text.End(siffror, 4)))
        else
            ÄrFödelsedag(2000 + Tal(Text.Start(siffror, 2)), Tal(Text.End(siffror, 4))),
    // Slag: hel (tolv siffror), kort (tio), okänd (kan vara vem som helst), annan (inte ett personnummer).
    Annan = [Slag = "annan", Siffror = null, Hundra = false, HarFormen = false],
    Okänd = [Slag = "okänd", Siffror = null, Hundra = false, HarFormen = true],
    Hel = (siffror) =>
        if Text.End(siffror, 4) = "0000" then
            Okänd
        else if ÄrFödelsedatum(Text.Start(siffror, 8)) then
            [Slag = "hel", Siffror = siffror, Hundra = false, HarFormen = true]
        else
            Annan,
    HarRättKontrollsiffra = (tio) =>
        let
            Vägda = List.Transform(
                {0..9},
                (plats) => Tal(Text.Middle(tio, plats, 1)) * (if Number.Mod(plats, 2) = 0 then 2 else 1)
            )
        in
            Number.Mod(List.Sum(List.Transform(Vägda, (tal) => if tal > 9 then tal - 9 else tal)), 10) = 0,
    // Ett löpnummer kan likna ett personnummer som tappat nollor: bara en rätt kontrollsiffra talar för det senare.
    Kort = (siffror, hundra) =>
        let
            Tio = Text.PadStart(siffror, 10, "0")
        in
            if Text.End(Tio, 4) = "0000" then
                Okänd
            else if ÄrFödelsedatum(Text.Start(Tio, 6)) then
                [
                    Slag = "kort",
                    Siffror = Tio,
                    Hundra = hundra,
                    HarFormen = Text.Length(siffror) = 10 or HarRättKontrollsiffra(Tio)
                ]
            else
                Annan,
    UrSiffror = (siffror) =>
        let
            Längd = Text.Length(siffror)
        in
            if Längd = 12 then
                Hel(siffror)
            else if (Längd = 8 or Längd = 6) and ÄrFödelsedatum(siffror) then
                Okänd
            else if Längd >= 6 and Längd <= 10 then
                Kort(siffror, false)
            else
                Annan,
    // 1,97001011234E+11 har alla siffror kvar; 1,97E+11 har tappat personen.
    UrPotens = (text) =>
        let
            Delar = Text.Split(Text.Upper(Text.Replace(text, "+", "")), "E"),
            Decimaler = Text.Middle(Delar{0}, 2),
            Potens = Tal(Delar{1})
        in
            if Potens <> 11 and Potens <> 9 then
                Annan
            else if Text.Length(Decimaler) < Potens then
                Okänd
            else
                UrSiffror(Text.Start(Delar{0}, 1) & Text.Start(Decimaler, Potens)),
    ÄrPotens = (text) =>
        let
            Delar = Text.Split(Text.Upper(text), "E"),
            Bas = Delar{0}
        in
            List.Count(Delar) = 2
                and ÄrSiffror(Text.Start(Bas, 1))
                and (
                    Text.Length(Bas) = 1
                        or (List.Contains({",", "."}, Text.Middle(Bas, 1, 1)) and ÄrSiffror(Text.Middle(Bas, 2)))
                )
                and ÄrSiffror(Text.Replace(Delar{1}, "+", "")),
    ÄrIngen = (text) =>
        List.Contains(${list(NOBODY)}, Text.Lower(text))
            or (Text.Upper(text) = Text.Lower(text) and Text.Select(text, Siffror) = ""),
    UrDelar = (text) =>
        let
            Åtta = ÄrSiffror(Text.Start(text, 8)) and Text.Length(text) >= 8,
            Sex = ÄrSiffror(Text.Start(text, 6)) and Text.Length(text) >= 6,
            Födelse = Text.Start(text, if Åtta then 8 else 6),
            Resten = Text.Trim(Text.Middle(text, Text.Length(Födelse))),
            Tecken = Text.Start(Resten, 1),
            HarTecken = List.Contains({"-", "–", "−", "‐", "+"}, Tecken),
            Sista = Text.Trim(if HarTecken then Text.Middle(Resten, 1) else Resten),
            Stora = Text.Upper(Sista),
            ÄrTillfällig =
                (Text.StartsWith(Stora, "T") and ÄrSiffror(Text.Middle(Stora, 1)))
                    or (Text.StartsWith(Stora, "TF") and ÄrSiffror(Text.Middle(Stora, 2))),
            KanVaraFödelse = Tal(Text.Middle(Födelse, Text.Length(Födelse) - 4, 2)) <= 12 and Tal(Text.End(Födelse, 2)) <= 91,
            ÄrStruken = Text.Length(Stora) <= 4 and Text.Remove(Stora, {"X", "*", "_", "?", ".", "-", "–"}) = ""
        in
            if not (Åtta or Sex) then
                (if ÄrIngen(text) then Okänd else Annan)
            else if ÄrSiffror(Sista) and Text.Length(Sista) = 4 then
                (if Åtta then Hel(Födelse & Sista) else Kort(Födelse & Sista, Tecken = "+"))
            else if ÄrTillfällig then
                (if KanVaraFödelse then Okänd else Annan)
            else if ÄrStruken and ÄrFödelsedatum(Födelse) then
                Okänd
            else
                Annan,
    LästPerson = (text) =>
        let
            Bar = if Text.StartsWith(text, "'") then Text.Middle(text, 1) else text
        in
            if text = null then
                Annan
            else if ÄrSiffror(Bar) then
                UrSiffror(Bar)
            else if ÄrPotens(Bar) then
                UrPotens(Bar)
            else
                UrDelar(Bar),
    // Tio siffror får det senaste sekel där personen inte är född efter radens dag; med + där hen fyller minst 100.
    MedSekel = (tio, hundra, dag) =>
        let
            Född = Tal(Text.Start(tio, 6)),
            FöddUtanSamordning = if Number.Mod(Född, 100) > 60 then Född - 60 else Född,
            Senast =
                if hundra then
                    (Date.Year(dag) - 100) * 10000 + 1231
                else
                    Date.Year(dag) * 10000 + Date.Month(dag) * 100 + Date.Day(dag),
            Sekel = Number.IntegerDivide(Senast, 1000000),
            Rätt = if Sekel * 1000000 + FöddUtanSamordning > Senast then Sekel - 1 else Sekel
        in
            Text.PadStart(Text.From(Rätt, "en-US"), 2, "0") & tio,

    // ---------- Läs varje olika värde en gång: dagarna är få, och personer kommer tillbaka ----------
    Rensade = Table.Buffer(Table.TransformColumns(Alla, {{${quoted(ROWS.person)}, SomText}, {${quoted(ROWS.number)}, SomText}})),
    MedLästa = (tabell, kolumn, läs, fält) =>
        let
            Olika = Table.Distinct(Table.SelectColumns(tabell, {kolumn})),
            Lästa = Table.AddColumn(Olika, "Läst", (rad) => läs(Record.Field(rad, kolumn))),
            Utfällda = Table.ExpandRecordColumn(Lästa, "Läst", fält),
            Fogade = Table.NestedJoin(tabell, {kolumn}, Utfällda, {kolumn}, "Läst", JoinKind.LeftOuter)
        in
            Table.ExpandTableColumn(Fogade, "Läst", fält),
    MedDagar = MedLästa(Rensade, ${quoted(ROWS.date)}, (värde) => [Dagen = LästDatum(värde)], {"Dagen"}),
    Utfällda = MedLästa(MedDagar, ${quoted(ROWS.person)}, LästPerson, {"Slag", "Siffror", "Hundra", "HarFormen"}),
    // Kolumnen är personnummer när mer än hälften har den formen; annars är varje värde personens egen kod.
    ÄrPersonnummer =
        let
            Fyllda = List.Buffer(Table.SelectRows(Utfällda, each [${ROWS.person}] <> null)[HarFormen])
        in
            List.Count(List.Select(Fyllda, (har) => har)) * 2 > List.Count(Fyllda),
    MedSkäl = Table.AddColumn(
        Utfällda,
        ${quoted(REASON)},
        each
            if [${ROWS.person}] = null then
                ${reason('missing-person')}
            else if ÄrPersonnummer and [Slag] = "okänd" then
                ${reason('unidentified-person')}
            else if [Dagen] = null then
                ${reason('missing-date')}
            else if [Dagen] is text then
                [Dagen]
            else
                null
    ),
    MedNyckel = Table.AddColumn(
        MedSkäl,
        "Nyckel",
        each
            if [${REASON}] <> null or not ÄrPersonnummer or [Slag] = "annan" then
                [${ROWS.person}]
            else if [Slag] = "hel" then
                [Siffror]
            else
                MedSekel([Siffror], [Hundra], [Dagen]),
        type text
    ),

    // ---------- Dubbletter: samma nummer och person. Raden med tidigast datum stannar, vid lika den första ----------
    MedOrdning = Table.AddColumn(
        MedNyckel,
        "Ordning",
        each
            if [${REASON}] = null and [${ROWS.number}] <> null then
                Number.From([Dagen]) * 1000000000 + [${ROW_NUMBER}]
            else
                null
    ),
    Kandidater = Table.SelectRows(MedOrdning, each [Ordning] <> null),
    Stannar = Table.Group(Kandidater, {"Nyckel", ${quoted(ROWS.number)}}, {{"Stannar", each List.Min([Ordning]), type number}}),
    Jämförda = Table.NestedJoin(
        MedOrdning, {"Ordning"}, Table.SelectColumns(Stannar, {"Stannar"}), {"Stannar"}, "Stannar", JoinKind.LeftOuter
    ),
    ÅldernVid = (nyckel, dag) =>
        let
            Född = Tal(Text.Start(nyckel, 8)),
            FöddUtanSamordning = if Number.Mod(Född, 100) > 60 then Född - 60 else Född
        in
            Number.RoundDown((Date.Year(dag) * 10000 + Date.Month(dag) * 100 + Date.Day(dag) - FöddUtanSamordning) / 10000),
    Avgjorda = Table.AddColumn(
        Jämförda,
        "Skälet",
        each
            if [${REASON}] <> null then
                [${REASON}]
            else if [Ordning] <> null and Table.IsEmpty([Stannar]) then
                ${reason('duplicate')}
            else if (FrånOchMed <> null and [Dagen] < FrånOchMed) or (TillOchMed <> null and [Dagen] > TillOchMed) then
                ${reason('outside-period')}
            else if LägstaÅlder <> null and ÄrPersonnummer and [Slag] <> "annan" and ÅldernVid([Nyckel], [Dagen]) < LägstaÅlder then
                ${reason('under-age')}
            else
                null,
        type nullable text
    ),
    Utfall = Table.Buffer(
        Table.RenameColumns(
            Table.SelectColumns(
                Avgjorda,
                {${[ROW_NUMBER, 'Nyckel', 'Dagen', ROWS.number, ...OTHERS, 'Skälet'].map(quoted).join(', ')}}
            ),
            {{"Nyckel", ${quoted(ROWS.person)}}, {"Dagen", ${quoted(ROWS.date)}}, {"Skälet", ${quoted(REASON)}}}
        )
    ),

    // ---------- Det som blir tabeller i modellen ----------
    Aktualiseringar = Table.TransformColumnTypes(
        Table.RemoveColumns(Table.SelectRows(Utfall, each [${REASON}] = null), {${quoted(REASON)}}),
        {{${quoted(ROWS.person)}, type text}, {${quoted(ROWS.date)}, type date}, {${quoted(ROWS.number)}, type text}, ${OTHERS.map((name) => `{${quoted(name)}, type text}`).join(', ')}}
    ),
    Uteslutna = Table.SelectColumns(
        Table.SelectRows(Utfall, each [${REASON}] <> null), {${quoted(ROW_NUMBER)}, ${quoted(REASON)}}
    ),
    Redovisning = #table(
        type table [Utfall = text, Antal rader = Int64.Type],
        List.Combine({
            {{"lästa", Table.RowCount(Utfall)}, {"använda", Table.RowCount(Aktualiseringar)}},
            List.Transform(
                ${list(Object.values(REASONS))},
                (skäl) => {skäl, Table.RowCount(Table.SelectRows(Uteslutna, each [${REASON}] = skäl))}
            )
        })
    ),
    PerPerson = Table.Group(
        Aktualiseringar,
        {${quoted(PERSONS.person)}},
        {
            {${quoted(PERSONS.count)}, each Table.RowCount(_), Int64.Type},
            {${quoted(PERSONS.first)}, each List.Min([${ROWS.date}]), type date},
            {${quoted(PERSONS.last)}, each List.Max([${ROWS.date}]), type date}
        }
    ),
    Personer = List.Accumulate(
        {
${derivedSteps.map((step) => `            ${step}`).join(',\n')}
        },
        PerPerson,
        (tabell, steg) => steg(tabell)
    )
in
    [Aktualiseringar = Aktualiseringar, Personer = Personer, Uteslutna = Uteslutna, Redovisning = Redovisning]
`;

/** The queries that are loaded, by the name that each is to have. */
export const LOADED_QUERIES: readonly {
  readonly name: string;
  readonly means: string;
  readonly text: string;
}[] = [
  {
    name: ROWS.table,
    means: 'En rad per använd aktualisering. Det är den som visualen ISU Lathund ska ha.',
    text: 'Lathunden()[Aktualiseringar]\n',
  },
  {
    name: PERSONS.table,
    means: `En rad per person: ${[...PERSON_COLUMNS, ...DERIVED_COLUMNS].map(({ name }) => name).join(', ')}.`,
    text: 'Lathunden()[Personer]\n',
  },
  {
    name: 'Uteslutna rader',
    means: 'Varje rad som inte räknades, med sitt nummer i uttaget och sitt skäl.',
    text: 'Lathunden()[Uteslutna]\n',
  },
  {
    name: 'Radredovisning',
    means: 'Lästa och använda rader, och de uteslutna efter skäl. Lästa = använda + uteslutna.',
    text: 'Lathunden()[Redovisning]\n',
  },
];
