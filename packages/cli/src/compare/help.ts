/** `isu compare --help`: what can be compared and how, within 80 columns. */
import type { Language } from 'isu-core';

export const COMPARE_HELP: Record<Language, string> = {
  sv: `isu compare – delar bredvid varandra, var för sig och tillsammans

Användning
  isu compare FIL FIL… [val]        flera register, till exempel kommuner
  isu compare FIL --by VAD [val]    ett register delat

Delar
  --by VAD         organisation, year (kalenderår), group (frekvensgrupp)
                   eller en kolumns rubrik
  --periods LISTA  2017-2019,2020-2022 eller 2020-01-01..2020-06-30,…
  --names LISTA    vad filerna ska kallas, med komma mellan
  --population FIL invånare per del: namn och antal på varje rad, .csv eller
                   .xlsx; ger personer och aktualiseringar per 10 000

Rader och jämförelser
  --profile KOLUMNER|FIL.json   egna rader: "Distrikt,Skuld", eller en fil
                   med {"rows": ["Distrikt", {"column": "Missbruk",
                   "separator": ";", "base": "actualisations"}]}
                   Varje rad kan ha label, as ("category" eller "number"),
                   base ("persons" eller "actualisations"), separator mellan
                   flera svar i en cell, order ("frequency", "value" eller en
                   lista), top (så många svar, resten tillsammans) och labels.
                   Filen kan också ha base (profilens bas), against ("first"
                   eller "rest"), percent ("column" eller "row"), sameCodes
                   (true: samma kod är samma person i alla filer), intervals
                   (true: under varje andel) och digits (decimaler, 0-3; även
                   för en rad).
  --publication    för andra att läsa: inget tal som vilar på färre än fem
                   personer och inget som det kan räknas fram ur
  --settings FIL   inställningar i JSON, se isu --help: hur raderna läses

Resultat
  --json FIL|-     som JSON till en fil eller standard ut
  --out FIL.xlsx   som arbetsbok
  --sheet NAMN, --encoding NAMN   som för isu analyse
  --lang sv|en     språk
  Utan --json och --out skrivs tabellerna på standard ut. Varje skillnad har
  95 % intervall och varje test sitt namn; p-värden står också justerade för
  hur många testen är (Holm).

Slutkoder
  0  klart
  1  en fil lästes, men ingen rad kunde användas
  2  anropet, inställningarna eller en fil är fel

Exempel
  isu compare alby.csv berga.csv --population folk.csv --out kommuner.xlsx
  isu compare export.csv --periods 2017-2019,2020-2022 --profile Distrikt
  isu compare export.xlsx --by organisation --publication --json svar.json

Programmet kopplar inte upp sig någonstans. Uppgifterna stannar på datorn.
`,
  en: `isu compare – parts side by side, each and together

Usage
  isu compare FILE FILE… [options]     several registers, such as towns
  isu compare FILE --by WHAT [options] one register, split

Parts
  --by WHAT        organisation, year (calendar years), group (frequency
                   groups) or a column's header
  --periods LIST   2017-2019,2020-2022 or 2020-01-01..2020-06-30,…
  --names LIST     what the files are to be called, with commas between
  --population FILE   inhabitants: name and number in each row, .csv or
                   .xlsx; gives persons and actualisations per 10,000

Rows and comparisons
  --profile COLUMNS|FILE.json   rows of your own: "Distrikt,Skuld", or a file
                   with {"rows": ["Distrikt", {"column": "Missbruk",
                   "separator": ";", "base": "actualisations"}]}
                   Each row can have label, as ("category" or "number"), base
                   ("persons" or "actualisations"), separator between several
                   answers in a cell, order ("frequency", "value" or a list),
                   top (so many answers, the rest together) and labels.
                   The file can also have base (of the profile), against
                   ("first" or "rest"), percent ("column" or "row"),
                   sameCodes (true: one code is one person in all files),
                   intervals (true: below each percentage) and digits
                   (decimals, 0-3; also of a row).
  --publication    for others to read: no number that rests on fewer than
                   five persons, and none that would give it away
  --settings FILE  settings in JSON, see isu --help: how the rows are read

Results
  --json FILE|-    as JSON to a file or standard output
  --out FILE.xlsx  as a workbook
  --sheet NAME, --encoding NAME   as for isu analyse
  --lang sv|en     language
  Without --json and --out the tables go to standard output. Each difference
  has a 95% interval and each test its name; p-values stand also adjusted for
  how many the tests are (Holm).

Exit codes
  0  done
  1  a file was read, and no row could be used
  2  the call, the settings or a file is wrong

Examples
  isu compare alby.csv berga.csv --population people.csv --out towns.xlsx
  isu compare export.csv --periods 2017-2019,2020-2022 --profile Distrikt
  isu compare export.xlsx --by organisation --publication --json out.json

The program connects nowhere. The data stay on the computer.
`,
};
