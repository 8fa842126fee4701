/** Urval: the selection for the case-file review, marked in the export and as a sheet of its own. */
import { Button, Field, Input } from '@fluentui/react-components';
import { selectionSentence } from 'isu-session';
import { usePaneState, useSurroundings } from '../pane-context.tsx';
import { ReviewMakingPart } from './review-making.tsx';

type Rule = 'atLeast' | 'activeYears' | 'mostFrequent' | 'sampleSize' | 'sampleSeed';

const RULES: readonly Rule[] = ['atLeast', 'activeYears', 'mostFrequent', 'sampleSize', 'sampleSeed'];

export default function SelectionView() {
  const { pane, words } = useSurroundings();
  const { form, busy, place, counted, isCounted } = usePaneState();
  const { selection } = words;
  const { labels } = selection;
  const hints: Partial<Record<Rule, string>> = {
    activeYears: labels.activeYearsHint,
    mostFrequent: labels.mostFrequentHint,
    sampleSeed: labels.sampleHint,
  };
  const isReady = busy === null && place !== null;
  const hasRule = RULES.some((rule) => form[rule] !== null);
  const document = counted?.result?.document;
  const sentence = isCounted && hasRule && document ? selectionSentence(document) : null;
  return (
    <>
      <p>{selection.intro}</p>
      <div className="fields">
        {RULES.map((rule) => (
          <Field key={rule} label={labels[rule]} size="small" {...(hints[rule] && { hint: hints[rule] })}>
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
        <Button disabledFocusable={!isReady || !hasRule} onClick={() => void pane.writeSelection()}>
          {selection.write}
        </Button>
        <Button appearance="subtle" disabledFocusable={!isReady} onClick={() => void pane.unmark()}>
          {selection.unmark}
        </Button>
      </div>
      <ReviewMakingPart hasRule={hasRule} />
    </>
  );
}
