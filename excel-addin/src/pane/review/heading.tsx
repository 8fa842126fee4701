/** What is in sight; takes the focus when it changes, so that keyboard and screen reader begin there. */
import { useEffect, useRef, type ReactNode } from 'react';

interface HeadingProps {
  /** The focus comes here when this changes, and when the heading is first shown. */
  readonly at: string;
  readonly children: ReactNode;
}

export function Heading({ at, children }: HeadingProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    heading.current?.closest('main')?.scrollTo(0, 0);
  }, [at]);
  return (
    <h1 ref={heading} id="question" tabIndex={-1}>
      {children}
    </h1>
  );
}
