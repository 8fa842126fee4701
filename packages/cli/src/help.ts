/** `isu --help`: every command, option, setting and exit code, within 80 columns. */
import type { Language } from 'isu-core';

export const HELP: Record<Language, string> = {
  sv: `isu – individbaserad systematisk uppföljning efter lathunden

Användning
  isu analyse FIL [val]   räkna ut lathunden och tabellerna
  isu compare FIL…        lägg delar bredvid varandra: se isu compare --help
  isu spss FIL --out MAPP filer till SPSS, med syntax
  isu check FIL [val]     pröva tryckta tabeller mot sig själva
  isu sample [val]        gör ett påhittat register att pröva med
  isu key FIL             gör en nyckel till pseudonymer
  isu review …            aktgranskningen: se isu review --help

isu analyse FIL
  FIL              .xlsx, .xls eller .csv; - läser CSV från standard in
  --sheet NAMN     blad i arbetsboken (annars det första med innehåll)
  --settings FIL   inställningar i JSON, se nedan
  --json FIL|-     skriv resultatet som JSON till en fil eller standard ut
  --out FIL.xlsx   skriv resultatet som arbetsbok
  --encoding NAMN  teckenkodning för CSV: utf-8, windows-1252, utf-16le
                   (annars avgörs den av innehållet)
  --engine duckdb  räkna i DuckDB, för .csv och .parquet som är för stora för
                   minnet; samma resultat. Kräver npm install @duckdb/node-api
  Utan --json och --out skrivs tabellerna och radredovisningen på standard ut.
  En fil som redan finns ersätts först när den nya är hel.

isu spss FIL --out MAPP
  FIL              ett register; personerna får koder, så pseudonymKeyFile
                   behövs i inställningarna (--settings)
  --review         FIL är i stället en aktgranskning, .xlsx eller .json
  Skriver .csv (UTF-8, koder som tal) och .sps med namn på variabler och
  värden, saknade värden och format: personer och aktualiseringar, eller
  granskningar. Kör .sps i SPSS eller PSPP med mappen som arbetsmapp.

isu check FIL
  FIL              tabeller i .json, eller ett blad i .xlsx, .xls eller .csv
  --sheet NAMN     blad i arbetsboken
  --encoding NAMN  teckenkodning för CSV
  En rad för varje motsägelse, med vad det borde stå.

isu sample
  --out FIL        .xlsx eller .csv; utan --out skrivs CSV på standard ut
  --rows N         antal rader (utan --rows rapportens 3 465)
  --seed N         startvärde för slumpen; samma värde ger samma register
  --review         28 påhittade aktgranskningar, som .xlsx eller .json;
                   --layout som för isu review new

isu key FIL
  FIL              ny fil för nyckeln; den ska förvaras skild från resultaten
  Nyckeln visas en gång. En fil som redan finns skrivs aldrig över.

Alla kommandon
  --lang sv|en     språk för resultat, fel och hjälp (utan --lang svenska)
  --help, -h       den här hjälpen
  --version, -v    version

Inställningar (--settings FIL): ett JSON-objekt, där allt är frivilligt
  profile           "lifecare", "treserva", "combine" eller "viva": rubrikerna
                    i det ärendesystemet går före de allmänna
  columns           {"person": "Personnr", "date": "Inkom"}: vilken kolumn
                    som är vilken, med rubrik eller kolumnbokstav;
                    {"number": false}: en sådan kolumn finns inte
  codes             {"type": {"Orosanmälan": "report"}}: vad ett värde står för
  period            {"from": "2017-01-01", "to": "2022-06-30"}: båda dagarna med
  lowestAge         18: bara den som fyllt 18 vid aktualiseringen
  reasons           ["Missbruk/beroende"]: bara dessa orsaker
  types             ["Anmälan"]: bara dessa typer
  organisations     ["Vuxenenheten"]: bara dessa organisationer
  groups            [1, 2, 3, 7, 12]: frekvensgruppernas nedre gränser
  months            "completed" (hela månader), "boundaries", "average"
  profileBase       "actualisations" eller "persons": vad procenten är av
  intervals         true: 95 %-intervall i tabellerna
  comparison        true: grupperna jämförda, och återaktualisering efter
                    bakgrund, med namngivna test
  returnBy          "group", "type" …: återaktualisering även uppdelad
  asOf              "2026-11-22": analysdag (annars i dag)
  selection         {"atLeast": 12, "activeYears": [2017, 2021, 2022]};
                    även "mostFrequent": 50, "sample": {"size": 30, "seed": 1}
  protection        {"mode": "publication", "threshold": 5}; annars "internal";
                    även "rounding": 3 eller 5
  pseudonymKeyFile  "nyckel.txt": koder i stället för personnummer; nyckeln
                    görs med isu key, och sökvägen räknas från inställningarna
  De som står i ett JSON-resultat kan användas igen och ger samma resultat.

Slutkoder
  0  klart
  1  filen lästes, men ingen rad kunde användas; för check: motsägelser finns
  2  anropet, inställningarna eller filen är fel
  Fel står på en rad på standard error. Hur långt arbetet har kommit visas där
  bara i en terminal. NO_COLOR=1 tar bort färgerna i en terminal.

Exempel
  isu analyse export.csv --out resultat.xlsx
  isu analyse export.xlsx --sheet Blad1 --settings vuxen.json --json svar.json
  isu sample --rows 100000 --out prov.csv

Programmet kopplar inte upp sig någonstans. Uppgifterna stannar på datorn.
`,
  en: `isu – individual-based systematic follow-up by the lathund

Usage
  isu analyse FILE [options]   work out the lathund and the tables
  isu compare FILE…            parts side by side: see isu compare --help
  isu spss FILE --out FOLDER   files for SPSS, with their syntax
  isu check FILE [options]     hold printed tables against themselves
  isu sample [options]         make up a register to try with
  isu key FILE                 make a key to pseudonyms
  isu review …                 the case-file review: see isu review --help

isu analyse FILE
  FILE             .xlsx, .xls or .csv; - reads CSV from standard input
  --sheet NAME     sheet of the workbook (otherwise the first with content)
  --settings FILE  settings in JSON, see below
  --json FILE|-    write the result as JSON to a file or standard output
  --out FILE.xlsx  write the result as a workbook
  --encoding NAME  encoding of CSV: utf-8, windows-1252, utf-16le
                   (otherwise told by the content)
  --engine duckdb  count in DuckDB, for .csv and .parquet too large for memory;
                   the same result. Needs npm install @duckdb/node-api
  Without --json and --out the tables and the row account go to standard
  output. A file that is there already is replaced only when the new one is
  whole.

isu spss FILE --out FOLDER
  FILE             a register; persons get codes, so pseudonymKeyFile is
                   needed in the settings (--settings)
  --review         FILE is a case-file review instead, .xlsx or .json
  Writes .csv (UTF-8, codes as numbers) and .sps with variable and value
  labels, missing values and formats: persons and actualisations, or reviews.
  Run the .sps in SPSS or PSPP with the folder as working folder.

isu check FILE
  FILE             tables in .json, or a sheet in .xlsx, .xls or .csv
  --sheet NAME     sheet of the workbook
  --encoding NAME  encoding of CSV
  One line for each contradiction, with what it should be.

isu sample
  --out FILE       .xlsx or .csv; without --out, CSV goes to standard output
  --rows N         number of rows (without --rows the report's 3,465)
  --seed N         seed of the random draws; the same gives the same register
  --review         28 made-up case-file reviews, as .xlsx or .json;
                   --layout as for isu review new

isu key FILE
  FILE             new file for the key, to be kept apart from the results
  The key is shown once. A file that is there already is never written over.

All commands
  --lang sv|en     language of results, errors and help (Swedish without it)
  --help, -h       this help
  --version, -v    version

Settings (--settings FILE): a JSON object, each key optional
  profile           "lifecare", "treserva", "combine" or "viva": the headers of
                    that case system go before the general ones
  columns           {"person": "Personnr", "date": "Inkom"}: which column is
                    which, by header or column letter; {"number": false}:
                    there is no such column
  codes             {"type": {"Orosanmälan": "report"}}: what a value stands for
  period            {"from": "2017-01-01", "to": "2022-06-30"}: both included
  lowestAge         18: only those aged at least 18 at the actualisation
  reasons           ["Missbruk/beroende"]: only these reasons
  types             ["Anmälan"]: only these types
  organisations     ["Vuxenenheten"]: only these organisations
  groups            [1, 2, 3, 7, 12]: lower limits of the frequency groups
  months            "completed" (whole months), "boundaries", "average"
  profileBase       "actualisations" or "persons": what the percentages are of
  intervals         true: 95% intervals in the tables
  comparison        true: the groups compared, and return by background, with
                    named tests
  returnBy          "group", "type" …: return also divided by these
  asOf              "2026-11-22": day of the analysis (otherwise today)
  selection         {"atLeast": 12, "activeYears": [2017, 2021, 2022]};
                    also "mostFrequent": 50, "sample": {"size": 30, "seed": 1}
  protection        {"mode": "publication", "threshold": 5}; else "internal";
                    also "rounding": 3 or 5
  pseudonymKeyFile  "key.txt": codes instead of personal numbers; isu key
                    makes the key, and the path counts from the settings' folder
  Those that stand in a JSON result can be used again and give the same result.

Exit codes
  0  done
  1  the file was read, and no row could be used; for check: contradictions
  2  the call, the settings or the file is wrong
  An error is one line on standard error. Progress is shown there on a
  terminal only. NO_COLOR=1 takes the colours of a terminal away.

Examples
  isu analyse export.csv --out result.xlsx
  isu analyse export.xlsx --sheet Sheet1 --settings adults.json --json out.json
  isu sample --rows 100000 --out try.csv

The program connects nowhere. The data stay on the computer.
`,
};
