/** Granskningsunderlag: which form, how it stands in the workbook, who reads; and the light form with one click. */
import { Button, Field, Input, Radio, RadioGroup } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { ReviewFields } from '../model/review-work.ts';
import { usePaneState, useSurroundings } from '../pane-context.tsx';

type FormName = 'standard' | 'light' | 'workbook' | 'file';

interface FormFile {
  readonly name: string;
  readonly json: string;
}

/** @param hasRule whether a selection has been asked for */
export function ReviewMakingPart({ hasRule }: { readonly hasRule: boolean }) {
  const { pane, words } = useSurroundings();
  const { busy, place, counted } = usePaneState();
  const { reviewMaking } = words;
  const [form, setForm] = useState<FormName>('standard');
  const [file, setFile] = useState<FormFile | null>(null);
  const [layout, setLayout] = useState<ReviewFields['layout']>('rows');
  const [readers, setReaders] = useState('');
  const [years, setYears] = useState('');
  const hasForm = useFormInWorkbook();
  const isReady = busy === null && place !== null;
  const key = counted?.settings.key ?? null;
  const fields = { layout, readers, years: years.trim() === '' ? null : years };
  const chosen = form === 'file' ? file : form;
  return (
    <section aria-labelledby="making-heading">
      <h2 id="making-heading">{reviewMaking.title}</h2>
      <p>{reviewMaking.intro}</p>
      <p className="quiet">{key === null ? reviewMaking.noKey : reviewMaking.key(key)}</p>
      <Field label={reviewMaking.form} size="small">
        <RadioGroup value={form} onChange={(_, { value }) => setForm(value as FormName)}>
          {(['standard', 'light', 'workbook', 'file'] as const).map((name) =>
            name === 'workbook' && !hasForm ? null : (
              <Radio key={name} value={name} label={reviewMaking.forms[name]} />
            ),
          )}
        </RadioGroup>
      </Field>
      {form === 'file' && <FormFileChoice file={file} choose={setFile} />}
      <Field label={reviewMaking.layout} size="small">
        <RadioGroup value={layout} onChange={(_, { value }) => setLayout(value as ReviewFields['layout'])}>
          <Radio value="rows" label={reviewMaking.layouts.rows} />
          <Radio value="forms" label={reviewMaking.layouts.forms} />
        </RadioGroup>
      </Field>
      <Field label={reviewMaking.readers} size="small" hint={reviewMaking.readersHint}>
        <Input size="small" value={readers} onChange={(_, { value }) => setReaders(value)} />
      </Field>
      <Field label={reviewMaking.years} size="small" hint={reviewMaking.yearsHint}>
        <Input size="small" value={years} onChange={(_, { value }) => setYears(value)} />
      </Field>
      <div className="buttons">
        <Button
          appearance="primary"
          disabledFocusable={!isReady || !hasRule || chosen === null}
          onClick={() =>
            chosen !== null && void pane.review.make({ ...fields, form: chosen, persons: 'selection' })
          }
        >
          {reviewMaking.make}
        </Button>
        <Button
          disabledFocusable={!isReady}
          onClick={() => void pane.review.make({ ...fields, form: 'light', persons: 'most-returning' })}
        >
          {reviewMaking.makeLight}
        </Button>
      </div>
      <p className="quiet">{reviewMaking.makeLightHint}</p>
    </section>
  );
}

/** Asked when the part comes in sight, and again when something has been made. */
function useFormInWorkbook(): boolean {
  const { pane } = useSurroundings();
  const { said } = usePaneState();
  const [hasForm, setHasForm] = useState(false);
  useEffect(() => {
    let isWanted = true;
    void pane.review.hasForm().then((has) => isWanted && setHasForm(has));
    return () => {
      isWanted = false;
    };
  }, [pane, said]);
  return hasForm;
}

function FormFileChoice({
  file,
  choose,
}: {
  readonly file: FormFile | null;
  readonly choose: (file: FormFile) => void;
}) {
  const { reviewMaking } = useSurroundings().words;
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className="one-line">
      <Button size="small" onClick={() => input.current?.click()}>
        {reviewMaking.chooseFile}
      </Button>
      <input
        ref={input}
        type="file"
        accept=".json"
        hidden
        aria-label={reviewMaking.chooseFile}
        onChange={({ target }) => {
          const [chosen] = target.files ?? [];
          if (chosen) void chosen.text().then((json) => choose({ name: chosen.name, json }));
          target.value = '';
        }}
      />
      {file && <span className="quiet">{reviewMaking.file(file.name)}</span>}
    </div>
  );
}
