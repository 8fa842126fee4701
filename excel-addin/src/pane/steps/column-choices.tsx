/** Which column is which: what was found, how sure it is, examples of what stands there, and a menu for something else. */
import { Badge, Button, Field, Select, type BadgeProps } from '@fluentui/react-components';
import { formatNumber, mappingWords, type ColumnChoice, type RoleChoice, type Sureness } from 'isu-core';
import type { ShownMapping } from 'isu-session';
import { needsLook } from '../model/needs-look.ts';
import { useSurroundings } from '../pane-context.tsx';
import type { PaneWords } from '../words/words.ts';

export function ColumnChoices({ mapping }: { readonly mapping: ShownMapping }) {
  const { pane, words } = useSurroundings();
  const { data } = words;
  const found = mapping.roles.filter(({ column }) => column !== null).length;
  const toLook = mapping.roles.filter(needsLook).length;
  const isChosen =
    mapping.roles.some(({ chosen }) => chosen !== null) ||
    mapping.values.some(({ values }) => values.some(({ chosenAs }) => chosenAs !== null));
  return (
    <section aria-labelledby="columns-heading">
      <div className="section-head">
        <h2 id="columns-heading">{data.columns}</h2>
        <span className="quiet">{data.columnsFound(found, mapping.roles.length)}</span>
        {toLook > 0 && (
          <Badge appearance="tint" color="warning">
            {data.toLook(toLook)}
          </Badge>
        )}
      </div>
      <p className="quiet">{data.columnsHint}</p>
      <ul className="choices">
        {mapping.roles.map((choice) => (
          <li key={choice.role}>
            <ColumnField choice={choice} columns={mapping.columns} />
          </li>
        ))}
      </ul>
      <HeaderRow mapping={mapping} />
      {isChosen && (
        <Button size="small" onClick={() => void pane.change({ ask: 'forget-mapping' })}>
          {data.forget}
        </Button>
      )}
    </section>
  );
}

const NO_COLUMN = ' none';
const AS_FOUND = ' found';

function ColumnField({
  choice,
  columns,
}: {
  readonly choice: RoleChoice;
  readonly columns: readonly ColumnChoice[];
}) {
  const { pane, words, language } = useSurroundings();
  const { role, column, chosen, isRequired, sureness, fit } = choice;
  const taken = column === null ? null : columns[column]!;
  const isMissing = typeof chosen === 'string' && taken === null;
  const id = `column-${role}`;
  const told = [
    ...(taken?.examples ?? []),
    ...(fit === null || fit >= ALL_BUT ? [] : [words.data.fit(formatNumber(fit * 100, 'percent', language))]),
  ];
  return (
    <div className={needsLook(choice) ? 'choice look' : 'choice'}>
      <div className="choice-head">
        <label htmlFor={id}>{mappingWords(language).roles[role]}</label>
        {sureness && <SurenessBadge sureness={sureness} />}
      </div>
      <Select
        id={id}
        size="small"
        value={isMissing ? chosen : (taken?.name ?? NO_COLUMN)}
        {...(told.length > 0 && { 'aria-describedby': `${id}-told` })}
        onChange={(_, { value }) => {
          const name = value === NO_COLUMN ? false : value === AS_FOUND ? null : value;
          void pane.change({ ask: 'choose-column', role, name });
        }}
      >
        {isRequired ? (
          taken === null && <option value={NO_COLUMN}>{words.data.choose}</option>
        ) : (
          <option value={NO_COLUMN}>{words.data.none}</option>
        )}
        {isMissing && <option value={chosen}>{words.data.notThere(chosen)}</option>}
        {columns.map((each) => (
          <option key={each.letter} value={each.name}>
            {columnLabel(each, words)}
          </option>
        ))}
        {chosen !== null && <option value={AS_FOUND}>{words.data.asFound}</option>}
      </Select>
      {told.length > 0 && (
        <p className="examples" id={`${id}-told`}>
          {told.join(' · ')}
        </p>
      )}
    </div>
  );
}

const SURENESS_COLOURS: Readonly<Record<Sureness, BadgeProps['color']>> = {
  sure: 'success',
  likely: 'informative',
  unsure: 'warning',
};

function SurenessBadge({ sureness }: { readonly sureness: Sureness }) {
  const { language } = useSurroundings();
  return (
    <Badge appearance="tint" size="small" color={SURENESS_COLOURS[sureness]!}>
      {mappingWords(language).surenesses[sureness]}
    </Badge>
  );
}

function columnLabel({ header, name, letter }: ColumnChoice, { data }: PaneWords): string {
  if (header === '') return data.letter(letter);
  return name === header ? header : `${header} (${data.letter(letter)})`;
}

const CELLS_SHOWN = 60;
/** A share that is shown as 100 %. */
const ALL_BUT = 0.995;

function HeaderRow({ mapping: { headerRow, topRows } }: { readonly mapping: ShownMapping }) {
  const { pane, words } = useSurroundings();
  return (
    <Field label={words.data.headerRow} size="small">
      <Select
        size="small"
        value={String(headerRow)}
        onChange={(_, { value }) => void pane.change({ ask: 'choose-header-row', row: Number(value) })}
      >
        {topRows.map(({ row, cells }) => {
          const filled = cells.filter((cell) => cell !== '').join(' · ');
          const shown = filled.length > CELLS_SHOWN ? `${filled.slice(0, CELLS_SHOWN - 1)}…` : filled;
          return (
            <option key={row} value={row}>
              {words.data.row(row, shown)}
            </option>
          );
        })}
      </Select>
    </Field>
  );
}
