/** Urval: the selection for the case-file review, marked in the export and written with the rest. */
import { Button, Field, Input } from '@fluentui/react-components';
import { usePaneState, useSurroundings } from '../pane-context.tsx';

type Rule = 'atLeast' | 'activeYears' | 'mostFrequent' | 'sampleSize' | 'sampleSeed';

const RULES: readonly Rule[] = ['atLeast', 'activeYears', 'mostFrequent', 'sampleSize', 'sampleSeed'];

export default function SelectionView() {
  const { pane, words } = useSurroundings();
  const { form, busy, place, counted, isCounted } = usePaneState();
  const { selection } = words;
  const hints: Partial<Record<Rule, string>> = {
    activeYears: selection.activeYearsHint,
    mostFrequent: selection.mostFrequentHint,
    sampleSeed: selection.sampleHint,
  };
  const isReady = busy === null && place !== null;
  const hasRule = RULES.some((rule) => form[rule] !== null);
  const sentence = isCounted && hasRule ? ruleIn(counted?.result?.document.sheets[0]) : null;
  return (
    <>
      <p>{selection.intro}</p>
      <div className="fields">
        {RULES.map((rule) => (
          <Field key={rule} label={selection[rule]} size="small" {...(hints[rule] && { hint: hints[rule] })}>
            <Input
              size="small"
              className={rule === 'activeYears' ? '' : 'short'}
              inputMode={rule === 'activeYears' ? 'text' : 'numeric'}
              value={form[rule] ?? ''}
              onChange={(_, { value }) => pane.fill({ [rule]: value.trim() === '' ? null : value })}
            />
          </Field>
        ))}
      </div>
      {sentence && <p className="paragraph">{sentence}</p>}
      {!hasRule && <p className="quiet">{selection.empty}</p>}
      <div className="buttons">
        <Button
          appearance="primary"
          disabledFocusable={!isReady || !hasRule}
          onClick={() => void pane.mark()}
        >
          {selection.mark}
        </Button>
        <Button disabledFocusable={!isReady || !hasRule} onClick={() => void pane.write()}>
          {selection.write}
        </Button>
        <Button appearance="subtle" disabledFocusable={!isReady} onClick={() => void pane.unmark()}>
          {selection.unmark}
        </Button>
      </div>
    </>
  );
}

/** The document says the rule in a sentence, under the last heading of its overview. */
function ruleIn(
  overview: { readonly blocks: readonly { readonly kind: string }[] } | undefined,
): string | null {
  const blocks = (overview?.blocks ?? []) as readonly { kind: string; text?: string }[];
  const heading = blocks.findLastIndex(({ kind }) => kind === 'heading');
  return heading > 0 ? (blocks[heading + 1]?.text ?? null) : null;
}
