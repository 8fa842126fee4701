/** Which keys do what, folded until it is asked for. */
import { useDesk } from './desk-context.tsx';

export function KeysHelp() {
  const { keys } = useDesk().words;
  return (
    <details className="keys">
      <summary>{keys.title}</summary>
      <dl>
        {keys.list.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
