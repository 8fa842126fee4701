/** What a call to the host was about, in a few signs. No value of the data is among them: it may be a person's number. */
import type { Call } from 'isu-powerbi-host';
import type powerbi from 'powerbi-visuals-api';

export function detailOf({ name, args }: Call): string {
  switch (name) {
    case 'applyJsonFilter':
      return filterDetail(args[0]);
    case 'persistProperties':
      return changesDetail(args[0] as powerbi.VisualObjectInstancesToPersist);
    case 'renderingFailed':
      return typeof args[1] === 'string' ? args[1] : '';
    case 'exportVisualsContent':
    case 'exportVisualsContentExtended':
      return String(args[1]);
    case 'fetchMoreData':
      return String(args[0]);
    case 'select':
      return String(Array.isArray(args[0]) ? args[0].length : 1);
    default:
      return '';
  }
}

function filterDetail(filter: unknown): string {
  if (filter === null) return 'null';
  const { operator, values, conditions } = (Array.isArray(filter) ? filter[0] : filter) as {
    readonly operator?: string;
    readonly values?: readonly unknown[];
    readonly conditions?: readonly unknown[];
  };
  return `${operator ?? ''} ${String((values ?? conditions ?? []).length)}`.trim();
}

/** Only the visual's own choices are told; a filter is kept with them, and names persons. */
function changesDetail({
  merge = [],
  replace = [],
  remove = [],
}: powerbi.VisualObjectInstancesToPersist): string {
  return [...merge, ...replace, ...remove]
    .flatMap(({ objectName, properties }) =>
      Object.entries(properties).map(([property, value]) =>
        typeof value === 'object'
          ? `${objectName}.${property}`
          : `${objectName}.${property} = ${String(value)}`,
      ),
    )
    .join(', ');
}
