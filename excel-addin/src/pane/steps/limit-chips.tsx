/** Only these reasons, types or organisations: a chip for each that the export has. */
import { ToggleButton } from '@fluentui/react-components';
import type { ShownMapping } from 'isu-session';
import { usePaneState, useSurroundings } from '../pane-context.tsx';

const ROLES = { reasons: 'reason', types: 'type', organisations: 'organisation' } as const;
type Limit = keyof typeof ROLES;

export function LimitChips({ limit }: { readonly limit: Limit }) {
  const { pane, words } = useSurroundings();
  const { form, counted } = usePaneState();
  const chosen = form[limit];
  const names = [...new Set([...(counted?.mapping ? namesIn(counted.mapping, limit) : []), ...chosen])];
  // Where all rows have the one value there is nothing to choose.
  if (names.length < 2 && chosen.length === 0) return null;
  const turn = (name: string) =>
    pane.fill({
      [limit]: chosen.includes(name) ? chosen.filter((each) => each !== name) : [...chosen, name],
    });
  return (
    <section aria-labelledby={`${limit}-heading`}>
      <h2 id={`${limit}-heading`}>{words.limits.only[limit]}</h2>
      <p className="quiet" id={`${limit}-hint`}>
        {words.limits.onlyHint}
      </p>
      <div
        className="chips"
        role="group"
        aria-labelledby={`${limit}-heading`}
        aria-describedby={`${limit}-hint`}
      >
        {names.map((name) => (
          <ToggleButton
            key={name}
            size="small"
            shape="circular"
            checked={chosen.includes(name)}
            onClick={() => turn(name)}
          >
            {name}
          </ToggleButton>
        ))}
      </div>
    </section>
  );
}

/** A type is limited by its word in the export; reasons and organisations by the name that they are shown under. */
function namesIn({ values }: ShownMapping, limit: Limit): readonly string[] {
  const column = values.find(({ role }) => role === ROLES[limit]);
  return column?.values.map(({ value, meaning }) => (limit === 'types' ? value : meaning)) ?? [];
}
