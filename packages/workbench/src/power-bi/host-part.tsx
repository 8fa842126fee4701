/** How the report hands over rows. */
import { Menu } from './menu.tsx';
import { FETCHINGS, type ReportSetting } from './messages.ts';
import type { PowerBiWords } from './words/words.ts';

interface HostPartProps {
  readonly setting: Pick<ReportSetting, 'windowRows' | 'fetching'>;
  readonly change: (setting: Partial<ReportSetting>) => void;
  readonly formatNumber: (value: number) => string;
  readonly words: PowerBiWords;
}

/** Power BI's own, and as few as show it with a small register. */
export const WINDOWS = [30_000, 1000, 250] as const;

export function HostPart({ setting, change, formatNumber, words }: HostPartProps) {
  return (
    <>
      <p className="hint">{words.hostHint}</p>
      <div className="fields">
        <Menu
          label={words.windowRows}
          value={String(setting.windowRows)}
          options={WINDOWS.map((rows) => ({ value: String(rows), text: formatNumber(rows) }))}
          choose={(rows) => change({ windowRows: Number(rows) })}
        />
        <Menu
          label={words.fetching}
          value={setting.fetching}
          options={FETCHINGS.map((value) => ({ value, text: words.fetchings[value] }))}
          choose={(fetching) => change({ fetching })}
        />
      </div>
    </>
  );
}
