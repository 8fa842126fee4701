/** Starts the pane when Office is ready: binds ribbon and functions, draws, and looks for the export once in sight. */
import { FluentProvider } from '@fluentui/react-components';
import { SessionClient } from 'isu-session';
import { StrictMode, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { associateCommands } from '../commands/associate-commands.ts';
import { associateFunctions, functionsAreSupported } from '../functions/associate-functions.ts';
import { displayLanguage, isInExcel, workbookDateSystem, workbookName } from '../office/office-context.ts';
import { officeWorkbook } from '../office/office-workbook.ts';
import { App } from './app.tsx';
import { Pane } from './model/pane.ts';
import { NoExcel } from './no-excel.tsx';
import { PaneContext } from './pane-context.tsx';
import { CHART_LOOKS, THEMES, type Look } from './theme.ts';
import { useLook } from './use-look.ts';
import { paneWords } from './words/words.ts';
import './pane.css';

void start();

async function start(): Promise<void> {
  const root = createRoot(document.getElementById('root')!);
  if (!(await isInExcel())) {
    const language = /^sv\b/i.test(navigator.language) ? 'sv' : 'en';
    document.documentElement.lang = language;
    const hasOffice = typeof Office !== 'undefined';
    root.render(
      <Themed isInExcel={false}>
        {() => <NoExcel words={paneWords(language)} hasOffice={hasOffice} />}
      </Themed>,
    );
    return;
  }
  const language = displayLanguage();
  const words = paneWords(language);
  const pane = new Pane({
    workbook: officeWorkbook(),
    session: new SessionClient(
      () => new Worker(new URL('../worker/worker.ts', import.meta.url), { type: 'module' }),
    ),
    language,
    workbookName: workbookName(),
    faultWords: { sv: paneWords('sv').fault, en: paneWords('en').fault },
    onFault: reportError,
  });
  associateCommands(Promise.resolve(pane));
  const dateSystem = workbookDateSystem();
  // A function that is called says what is wrong; until then nobody needs to know.
  dateSystem.catch(() => {});
  associateFunctions(dateSystem);
  document.documentElement.lang = language;
  document.title = words.title;
  const hasFunctions = functionsAreSupported();
  root.render(
    <StrictMode>
      <Themed isInExcel>
        {(look) => (
          <PaneContext value={{ pane, words, language, chartColours: CHART_LOOKS[look], hasFunctions }}>
            <App />
          </PaneContext>
        )}
      </Themed>
    </StrictMode>,
  );
  whenInSight(() => void pane.begin());
}

function Themed({
  isInExcel: inExcel,
  children,
}: {
  isInExcel: boolean;
  children: (look: Look) => ReactNode;
}) {
  const look = useLook(inExcel);
  return (
    <FluentProvider theme={THEMES[look]} className={`look-${look}`}>
      {children(look)}
    </FluentProvider>
  );
}

/** A formula or a ribbon button may have started the add-in without its pane: then nothing is read yet. */
function whenInSight(begin: () => void): void {
  if (document.visibilityState === 'visible') return begin();
  document.addEventListener('visibilitychange', begin, { once: true });
}
