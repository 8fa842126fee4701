/** Which look Office has now, or the system where Office does not say. */
import { useEffect, useState } from 'react';
import { isDarkTheme, onThemeChanged } from '../office/office-context.ts';
import type { Look } from './theme.ts';

const FORCED = matchMedia('(forced-colors: active)');
const DARK = matchMedia('(prefers-color-scheme: dark)');

function lookNow(isOfficeDark: boolean | null): Look {
  if (FORCED.matches) return 'high-contrast';
  return (isOfficeDark ?? DARK.matches) ? 'dark' : 'light';
}

export function useLook(isInExcel: boolean): Look {
  const read = () => lookNow(isInExcel ? isDarkTheme() : null);
  const [look, setLook] = useState(read);
  useEffect(() => {
    const update = () => setLook(read());
    for (const query of [FORCED, DARK]) query.addEventListener('change', update);
    if (isInExcel) onThemeChanged(update);
    return () => {
      for (const query of [FORCED, DARK]) query.removeEventListener('change', update);
    };
  }, [isInExcel]);
  return look;
}
