/** The pane: the four steps, or one of the views beside them, with what is going on under it. */
import { lazy, Suspense, useEffect, useRef, type ReactNode, type RefObject } from 'react';
import { BusyBar } from './busy-bar.tsx';
import { Foot } from './foot.tsx';
import { Messages } from './messages.tsx';
import { usePaneState, useSurroundings } from './pane-context.tsx';
import { StepBar } from './step-bar.tsx';
import { DataStep } from './steps/data-step.tsx';

/** What is not first painted is fetched while the first step is looked at, so that walking on waits for nothing. */
const AHEAD = {
  limits: () => import('./steps/limits-step.tsx'),
  control: () => import('./steps/control-step.tsx'),
  result: () => import('./steps/result-step.tsx'),
  columns: () => import('./views/columns-view.tsx'),
  selection: () => import('./views/selection-view.tsx'),
  help: () => import('./views/help-view.tsx'),
};
/** Larger than all of them together, and not for everybody. */
const ReviewPart = lazy(() => import('./review/review-part.tsx'));
const LimitsStep = lazy(AHEAD.limits);
const ControlStep = lazy(AHEAD.control);
const ResultStep = lazy(AHEAD.result);
const ColumnsView = lazy(AHEAD.columns);
const SelectionView = lazy(AHEAD.selection);
const HelpView = lazy(AHEAD.help);
const CompareView = lazy(() => import('./compare/compare-view.tsx'));
const ReviewTablesView = lazy(() => import('./review-tables/review-tables-view.tsx'));
const OverwriteDialog = lazy(() => import('./overwrite-dialog.tsx'));
const ReviewAskedDialog = lazy(() => import('./review-asked-dialog.tsx'));

export function App() {
  const { words } = useSurroundings();
  const { view, step, overwriting, reviewAsked } = usePaneState();
  useEffect(() => {
    for (const load of Object.values(AHEAD)) void load();
  }, []);
  const isBack = useRef(false);
  useEffect(() => {
    isBack.current = view === 'review';
  }, [view]);
  if (view === 'review')
    return (
      <div className="pane">
        <Suspense fallback={null}>
          <ReviewPart />
        </Suspense>
      </div>
    );
  const at = view === 'steps' ? step : view;
  const title =
    view === 'steps' ? words.headings[step] : view === 'help' ? words.help.title : words[view].title;
  return (
    <>
      <div className="pane" inert={overwriting !== null || reviewAsked !== null}>
        <header>
          <StepBar />
        </header>
        <main>
          <Heading at={at} isBack={isBack}>
            {title}
          </Heading>
          <Messages />
          <Suspense fallback={null}>{part(at)}</Suspense>
        </main>
        <footer>
          <BusyBar />
          <Foot />
        </footer>
      </div>
      {overwriting !== null && (
        <Suspense fallback={null}>
          <OverwriteDialog {...overwriting} />
        </Suspense>
      )}
      {reviewAsked !== null && (
        <Suspense fallback={null}>
          <ReviewAskedDialog {...reviewAsked} />
        </Suspense>
      )}
    </>
  );
}

function part(at: string): ReactNode {
  switch (at) {
    case 'limits':
      return <LimitsStep />;
    case 'control':
      return <ControlStep />;
    case 'result':
      return <ResultStep />;
    case 'columns':
      return <ColumnsView />;
    case 'selection':
      return <SelectionView />;
    case 'help':
      return <HelpView />;
    case 'compare':
      return <CompareView />;
    case 'review-tables':
      return <ReviewTablesView />;
    default:
      return <DataStep />;
  }
}

interface HeadingProps {
  readonly at: string;
  /** The review was in sight before. */
  readonly isBack: RefObject<boolean>;
  readonly children: string;
}

/** Takes the focus when the user walks on, so that keyboard and screen reader begin where the new step begins. */
function Heading({ at, isBack, children }: HeadingProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(at);
  useEffect(() => {
    if (shown.current === at && !isBack.current) return;
    shown.current = at;
    heading.current?.focus();
    heading.current?.closest('main')?.scrollTo(0, 0);
  }, [at, isBack]);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  );
}
