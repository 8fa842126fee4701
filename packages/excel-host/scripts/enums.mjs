// Writes src/excel/enums.ts: the enums of the Excel namespace that supported members take or give, from @types/office-js.
// Run: node packages/excel-host/scripts/enums.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import ts from 'typescript';

const require = createRequire(import.meta.url);
const file = require.resolve('@types/office-js/index.d.ts');
const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
const WANTED =
  `AutoFillType BorderIndex BorderLineStyle BorderWeight BuiltInStyle CalculationMode CalculationState
CalculationType ChartAxisCategoryType ChartAxisGroup ChartAxisPosition ChartAxisScaleType ChartAxisTickLabelPosition
ChartAxisTickMark ChartAxisType ChartDataLabelPosition ChartDisplayBlanksAs ChartLegendPosition ChartLineStyle
ChartMarkerStyle ChartSeriesBy ChartTitlePosition ChartType ChartUnderlineStyle ClearApplyTo CloseBehavior
ConditionalCellValueOperator ConditionalFormatType ConditionalTextOperator ConditionalFormatColorCriterionType
ConditionalFormatPresetCriterion ConditionalTopBottomCriterionType DataChangeType DataValidationAlertStyle
DataValidationOperator DataValidationType DeleteShiftDirection DocumentPropertyType EventSource EventTriggerSource
EventType FillPattern FilterOn FilterOperator HeaderFooterState HorizontalAlignment InsertShiftDirection KeyboardDirection
NamedItemScope NamedItemType PageOrientation PaperType PrintComments PrintErrorType PrintMarginUnit PrintOrder
ProtectionSelectionMode RangeCopyType RangeUnderlineStyle RangeValueType ReadingOrder SaveBehavior SearchDirection
SheetVisibility SortMethod SortOn SortOrientation VerticalAlignment WorksheetPositionType ErrorCodes`.split(
    /\s+/,
  );

const found = new Map();
for (const space of source.statements) {
  if (!ts.isModuleDeclaration(space) || space.name.text !== 'Excel') continue;
  for (const declaration of space.body.statements) {
    if (!ts.isEnumDeclaration(declaration) || !WANTED.includes(declaration.name.text)) continue;
    const members = found.get(declaration.name.text) ?? [];
    found.set(declaration.name.text, members);
    for (const member of declaration.members) members.push([member.name.text, member.initializer?.text]);
  }
}
const missing = WANTED.filter((name) => !found.has(name));
if (missing.length > 0) throw new Error(`@types/office-js has no enum ${missing.join(', ')}`);

const isPlain = ([key, text]) => key.charAt(0).toUpperCase() + key.slice(1) === text;
const lines = WANTED.toSorted().map((name) => {
  const members = found.get(name);
  const odd = members.filter((member) => !isPlain(member));
  const plain = members
    .filter(isPlain)
    .map(([, text]) => text)
    .join(' ');
  const oddPart = odd.length > 0 ? `, ${JSON.stringify(Object.fromEntries(odd))}` : '';
  return `  ${name}: texts('${plain}'${oddPart}),`;
});
writeFileSync(
  new URL('../src/excel/enums.ts', import.meta.url),
  `/** Enums of the Excel namespace. Written by scripts/enums.mjs from @types/office-js; do not edit. */

/** \`columnClustered\` is \`ColumnClustered\`; those that are called otherwise are given apart. */
function texts(plain: string, odd: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
  const named = plain.split(' ').filter(Boolean);
  return { ...Object.fromEntries(named.map((text) => [text.charAt(0).toLowerCase() + text.slice(1), text])), ...odd };
}

export const ENUMS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
${lines.join('\n')}
};
`,
);
