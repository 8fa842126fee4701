/** Avgränsning: what is counted, in which groups, and for whom. Core judges what is filled in. */
import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Button,
  Checkbox,
  Field,
  Input,
  Radio,
  RadioGroup,
  Select,
} from '@fluentui/react-components';
import { CODED_ROLES, mappingWords, type MonthsConvention, type ReturnBy } from 'isu-core';
import type { FormSettings, KeptSetting } from 'isu-session';
import { usePaneState, useSurroundings } from '../pane-context.tsx';
import { GroupChips } from './group-chips.tsx';
import { KeyPart } from './key-part.tsx';
import { LimitChips } from './limit-chips.tsx';

export default function LimitsStep() {
  const { words } = useSurroundings();
  return (
    <>
      <Period />
      {(['reasons', 'types', 'organisations'] as const).map((limit) => (
        <LimitChips key={limit} limit={limit} />
      ))}
      <GroupChips />
      <Months />
      <Protection />
      <Accordion collapsible>
        <AccordionItem value="more">
          <AccordionHeader as="h2" size="small">
            {words.limits.more}
          </AccordionHeader>
          <AccordionPanel>
            <MoreChoices />
          </AccordionPanel>
        </AccordionItem>
      </Accordion>
    </>
  );
}

/** An emptied field says nothing. */
const orNull = (text: string) => (text.trim() === '' ? null : text.trim());

function Period() {
  const { pane, words } = useSurroundings();
  const { form } = usePaneState();
  const { limits } = words;
  const day = (key: 'from' | 'to', label: string) => (
    <Field label={label} size="small">
      <Input
        size="small"
        type="date"
        min="1900-01-01"
        max="2199-12-31"
        value={form[key] ?? ''}
        onChange={(_, { value }) => pane.fill({ [key]: orNull(value) })}
      />
    </Field>
  );
  return (
    <section aria-labelledby="period-heading">
      <h2 id="period-heading">{limits.period}</h2>
      <p className="quiet">{limits.periodHint}</p>
      <div className="two">
        {day('from', limits.from)}
        {day('to', limits.to)}
      </div>
      <Field label={limits.lowestAge} hint={limits.lowestAgeHint} size="small">
        <Input
          size="small"
          className="short"
          inputMode="numeric"
          value={form.lowestAge ?? ''}
          onChange={(_, { value }) => pane.fill({ lowestAge: orNull(value) })}
        />
      </Field>
    </section>
  );
}

function Months() {
  const { pane, words } = useSurroundings();
  const { form } = usePaneState();
  const { monthsChoices } = words.limits;
  return (
    <section aria-labelledby="months-heading">
      <h2 id="months-heading">{words.limits.months}</h2>
      <RadioGroup
        aria-labelledby="months-heading"
        value={form.months}
        onChange={(_, { value }) => pane.fill({ months: value as MonthsConvention })}
      >
        {(Object.keys(monthsChoices) as MonthsConvention[]).map((convention) => (
          <Radio key={convention} value={convention} label={monthsChoices[convention]} />
        ))}
      </RadioGroup>
    </section>
  );
}

function Protection() {
  const { pane, words } = useSurroundings();
  const { form } = usePaneState();
  const { limits } = words;
  const choice = (name: string, hint: string) => (
    <span className="choice-with-hint">
      {name}
      <span className="quiet">{hint}</span>
    </span>
  );
  return (
    <section aria-labelledby="protection-heading">
      <h2 id="protection-heading">{limits.protection}</h2>
      <RadioGroup
        aria-labelledby="protection-heading"
        value={form.publication ? 'publication' : 'internal'}
        onChange={(_, { value }) => pane.fill({ publication: value === 'publication' })}
      >
        <Radio value="internal" label={choice(limits.internal, limits.internalHint)} />
        <Radio value="publication" label={choice(limits.publication, limits.publicationHint)} />
      </RadioGroup>
      {form.publication && (
        <Field label={limits.threshold} size="small">
          <Input
            size="small"
            className="short"
            inputMode="numeric"
            value={form.threshold ?? ''}
            onChange={(_, { value }) => pane.fill({ threshold: orNull(value) })}
          />
        </Field>
      )}
    </section>
  );
}

function MoreChoices() {
  const { pane, words, language } = useSurroundings();
  const { form, counted } = usePaneState();
  const { limits } = words;
  const { roles } = mappingWords(language);
  return (
    <div className="fields">
      <Field label={limits.profileBase} size="small">
        <Select
          size="small"
          value={form.profileBase}
          onChange={(_, { value }) => pane.fill({ profileBase: value as FormSettings['profileBase'] })}
        >
          <option value="actualisations">{limits.bases.actualisations}</option>
          <option value="persons">{limits.bases.persons}</option>
        </Select>
      </Field>
      <Field label={limits.returnBy} size="small">
        <Select
          size="small"
          value={form.returnBy ?? ''}
          onChange={(_, { value }) => pane.fill({ returnBy: (value || null) as ReturnBy | null })}
        >
          <option value="">{limits.returnByNone}</option>
          <option value="group">{limits.returnByGroup}</option>
          {CODED_ROLES.map((role) => (
            <option key={role} value={role}>
              {roles[role]}
            </option>
          ))}
        </Select>
      </Field>
      {(['intervals', 'comparison'] as const).map((key) => (
        <Checkbox
          key={key}
          label={limits[key]}
          checked={form[key]}
          onChange={(_, { checked }) => pane.fill({ [key]: checked === true })}
        />
      ))}
      <KeyPart />
      <Kept kept={counted?.settings.kept ?? []} />
    </div>
  );
}

/** What stored settings say beside the fields. */
function Kept({ kept }: { readonly kept: readonly KeptSetting[] }) {
  const { pane, words } = useSurroundings();
  const { limits } = words;
  if (kept.length === 0) return null;
  return (
    <div>
      <p className="quiet">{limits.keptHint}</p>
      <ul className="kept">
        {kept.map(({ key, value }) => (
          <li key={key}>
            {limits.kept(limits.keptLabels[key] ?? key, value)}{' '}
            <Button size="small" onClick={() => void pane.change({ ask: 'forget-setting', key })}>
              {limits.forget}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
