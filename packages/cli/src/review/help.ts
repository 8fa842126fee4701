/** `isu review --help`: the commands of the case-file review, within 80 columns. */
import type { Language } from 'isu-core';

export const REVIEW_HELP: Record<Language, string> = {
  sv: `isu review – aktgranskningen: från de valda personerna till tabell 4–7

Användning
  isu review new REGISTER --out FIL [val]         gör granskningsunderlaget
  isu review fill GRANSKNING REGISTER [val]       fyll på ur registret igen
  isu review tables GRANSKNING [val]              räkna tabellerna
  isu review form --years ÅR --out FIL [val]      ett formulär att ändra i
  isu review form --check FIL                     pröva ett ändrat formulär

isu review new
  REGISTER         .xlsx, .xls eller .csv, som isu analyse läser det
  --out FIL        .xlsx: arbetsboken som fylls i; .json för andra program
  --form FORMULÄR  standard (rapportens 36 frågor), light (hälften) eller en
                   fil, .xlsx eller .json; utan det standard
  --years ÅR       2017-2022 eller 2017,2018; utan det periodens år i
                   inställningarna, annars registrets
  --layout SÄTT    rows: en rad per person; forms: ett blad per person
  --readers NAMN   signaturer på dem som läser: "AB,CD"; utan det en läsare
  --settings FIL   inställningar i JSON, se isu --help: selection säger vilka
                   personer, och resten hur registret läses
  --key FIL        nyckel till koderna (isu key), eller pseudonymKeyFile i
                   inställningarna; utan den en ny för bara den här boken
  --sheet NAMN, --encoding NAMN   som för isu analyse
  Utan selection i inställningarna väljer --form light de fem personer som
  aktualiserats och utretts mest de tre senaste åren.
  Bladet «Vem är vem» säger vem en kod står för. Boken omfattas av sekretess.

isu review fill
  GRANSKNING       boken (.xlsx) eller filen (.json) från isu review new
  REGISTER         ett nyare uttag
  --out FIL        .xlsx eller .json; får vara samma bok, för läsarnas svar
                   står kvar. Utan --out skrivs inget, bara vad som skulle ske
  --settings, --key, --sheet, --encoding   som för isu review new
  Skriver hur många svar som fylldes i och var svaren skiljer sig från
  registret.

isu review tables
  GRANSKNING       boken eller filen, ifylld
  --second FIL     en andra läsares bok, med samma formulär
  --reader NAMN    vems svar tabellerna räknas på, när flera har läst
  --agreement A,B  hur lika två läsare har svarat: procent och Cohens kappa
  --by FRÅGA --across FRÅGA   en korstabell; frågorna anges med nummer
                   eller kortnamn, och paret får upprepas
  --publication    för andra att läsa: inga personer, och inget tal som
                   vilar på färre än fem personer
  --settings FIL   {"protection": {"mode": "publication", "threshold": 10}};
                   intervals: intervall vid procenten; comparison: test
                   under varje korstabell
  --json FIL|-     resultatet som JSON till en fil eller standard ut
  --out FIL.xlsx   resultatet som arbetsbok
  Utan --json och --out skrivs rapportens tabeller på standard ut, utan alla
  frågor var för sig. Ett svar som inte går att läsa räknas som obesvarat och
  sägs på standard error.

isu review form
  --years ÅR       vilka år granskningen gäller
  --form FORMULÄR  standard, light eller en fil att utgå från
  --out FIL        .xlsx att ändra i Excel, eller .json
  --check FIL      en rad för varje fel i formuläret, med plats och råd

Alla
  --lang sv|en     språk; en arbetsbok behåller det den gjordes med

Slutkoder
  0  klart
  1  registret eller granskningen lästes, men ingen person uppfyller urvalet
     eller inget är besvarat; för --check: formuläret har fel
  2  anropet, formuläret, inställningarna eller en fil är fel
  En fil som redan finns ersätts först när den nya är hel.

Exempel
  isu review new export.csv --settings vuxen.json --out granskning.xlsx
  isu review new export.csv --form light --layout forms --out fem.xlsx
  isu review fill granskning.xlsx nytt.csv --out granskning.xlsx
  isu review tables granskning.xlsx --by 16 --across 25 --out tabeller.xlsx
  isu review tables ab.xlsx --second cd.xlsx --agreement AB,CD --reader AB
  isu sample --review --out prov.xlsx    28 påhittade granskningar

Programmet kopplar inte upp sig någonstans. Uppgifterna stannar på datorn.
`,
  en: `isu review – the case-file review: from the selected persons to tables 4–7

Usage
  isu review new REGISTER --out FILE [options]    make the review to fill in
  isu review fill REVIEW REGISTER [options]       fill from the register again
  isu review tables REVIEW [options]              count the tables
  isu review form --years YEARS --out FILE        a form to edit
  isu review form --check FILE                    try an edited form

isu review new
  REGISTER         .xlsx, .xls or .csv, as isu analyse reads it
  --out FILE       .xlsx: the workbook to fill in; .json for other programs
  --form FORM      standard (the report's 36 items), light (half of them) or a
                   file, .xlsx or .json; without it standard
  --years YEARS    2017-2022 or 2017,2018; without it the years of the period
                   in the settings, otherwise the register's
  --layout HOW     rows: a row a person; forms: a sheet a person
  --readers NAMES  signatures of who reads: "AB,CD"; without it one reader
  --settings FILE  settings in JSON, see isu --help: selection says whose
                   files, the rest how the register is read
  --key FILE       key to the codes (isu key), or pseudonymKeyFile in the
                   settings; without it a new one for this workbook only
  --sheet NAME, --encoding NAME   as for isu analyse
  Without a selection in the settings, --form light selects the five persons
  with most actualisations and investigations in the last three years.
  The sheet "Who is who" says whom a code stands for. The workbook is under
  secrecy.

isu review fill
  REVIEW           the workbook (.xlsx) or file (.json) of isu review new
  REGISTER         a later export
  --out FILE       .xlsx or .json; may be the same workbook, since the
                   readers' answers stay. Without --out nothing is written,
                   only what would happen
  --settings, --key, --sheet, --encoding   as for isu review new
  Tells how many answers were filled in, and where answers differ from the
  register.

isu review tables
  REVIEW           the workbook or file, filled in
  --second FILE    a second reader's workbook, with the same form
  --reader NAME    whose answers the tables count, where several have read
  --agreement A,B  how alike two readers have answered: percent and Cohen's
                   kappa
  --by ITEM --across ITEM   a cross table; items by number or short name,
                   and the pair may be repeated
  --publication    for others to read: no persons, and no figure that rests
                   on fewer than five
  --settings FILE  {"protection": {"mode": "publication", "threshold": 10}};
                   intervals: intervals beside percent; comparison: a test
                   under each cross table
  --json FILE|-    the result as JSON to a file or standard output
  --out FILE.xlsx  the result as a workbook
  Without --json and --out the report's tables go to standard output, not each
  item by itself. An answer that cannot be read counts as not answered and is
  told on standard error.

isu review form
  --years YEARS    which years the review covers
  --form FORM      standard, light or a file to start from
  --out FILE       .xlsx to edit in Excel, or .json
  --check FILE     one line for each fault of the form, with place and mend

All
  --lang sv|en     language; a workbook keeps the one it was made in

Exit codes
  0  done
  1  the register or the review was read, but nobody meets the selection or
     nothing is answered; for --check: the form has faults
  2  the call, the form, the settings or a file is wrong
  A file that is there already is replaced only when the new one is whole.

Examples
  isu review new export.csv --settings adults.json --out review.xlsx
  isu review new export.csv --form light --layout forms --out five.xlsx
  isu review fill review.xlsx newer.csv --out review.xlsx
  isu review tables review.xlsx --by 16 --across 25 --out tables.xlsx
  isu review tables ab.xlsx --second cd.xlsx --agreement AB,CD --reader AB
  isu sample --review --out trial.xlsx   28 made-up reviews

The program connects to nothing. The data stay on the computer.
`,
};
