/** What axe-core finds wrong for those who see badly, hear the page or use the keyboard alone. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { RunOptions, AxeResults } from 'axe-core';
import type { Frame, Page } from 'playwright-core';
import { faintTexts } from './reading.ts';

const ENGINE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Each frame is looked at by itself: the engine's own way into frames needs messages that a strict policy may stop. */
const OPTIONS: RunOptions = { iframes: false, resultTypes: ['violations'] };

/**
 * Violations of all rules of axe-core (WCAG 2.2 A and AA, and its best practices), in the page and every frame in it.
 *
 * @param within only what stands in the elements of this selector, as for an open dialog
 */
export async function accessibilityViolations(page: Page, within?: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const frame of page.frames()) found.push(...(await violationsIn(frame, within)));
  return found;
}

async function violationsIn(frame: Frame, within: string | undefined): Promise<readonly string[]> {
  if (within !== undefined && (await frame.locator(within).count()) === 0) return [];
  await colourTransitionsOver(frame);
  if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(`${ENGINE}; 0`);
  // Where the system's colours are forced, the engine reads a colour that Chromium reports unforced: we look ourselves.
  const isForced = await frame.evaluate(() => matchMedia('(forced-colors: active)').matches);
  // A frame without an origin may not ask for its stylesheets again; and what it shows is a part of a page.
  const isPart = await frame.evaluate(() => window.origin === 'null');
  const options: RunOptions = {
    ...OPTIONS,
    preload: !isPart,
    rules: {
      'color-contrast': { enabled: !isForced },
      'page-has-heading-one': { enabled: !isPart },
    },
  };
  const faint = isForced && within === undefined ? await faintTexts(frame) : [];
  const violations = await frame.evaluate(
    async ([selector, given]) => {
      const { axe } = window as unknown as {
        axe: { run: (where: unknown, options: unknown) => Promise<AxeResults> };
      };
      const { violations } = await axe.run(selector ?? document, given);
      return violations.flatMap(({ id, help, nodes }) =>
        nodes.map(
          ({ html, failureSummary = '' }) => `${id}: ${help}. ${failureSummary} ${html.slice(0, 300)}`,
        ),
      );
    },
    [within, options] as const,
  );
  return [...violations, ...faint.map((text) => `contrast in forced colours: ${text}`)];
}

/** A colour on its way from one theme to another is nobody's: what is drawn is looked at when it stands still. */
async function colourTransitionsOver(frame: Frame): Promise<void> {
  await frame.evaluate(async () => {
    // A frame that is out of sight is not drawn.
    const drawn = () =>
      new Promise((resolve) => {
        requestAnimationFrame(resolve);
        setTimeout(resolve, 100);
      });
    const transitions = () => document.getAnimations().filter((each) => each instanceof CSSTransition);
    await drawn();
    await drawn();
    // One that is taken away before its end is over too.
    for (let running = transitions(); running.length > 0; running = transitions())
      await Promise.allSettled(running.map(({ finished }) => finished));
  });
}
