/** Power BI waits for each update to end: a report is exported, and a page is measured, when all have. */
import { beforeEach, expect, it, vi } from 'vitest';
import { PowerBiHost } from 'isu-powerbi-host';
import { Visual } from '../src/visual.ts';
import { ALL_WELLS, CAPABILITIES, SAMPLE } from './registers.ts';

/** What goes wrong in the visual, and where. */
const faults = { update: false, showFault: false };

vi.mock('../style/visual.less', () => ({}));
vi.mock('../src/session.ts', () => ({
  Session: class {
    update() {
      if (faults.update) throw new Error('out of ink');
    }
    showFault() {
      if (faults.showFault) throw new Error('no paper');
    }
    end() {
      // Nothing waits.
    }
  },
}));

beforeEach(() => {
  faults.update = false;
  faults.showFault = false;
});

function events(act: (host: PowerBiHost) => void): readonly string[] {
  const host = new PowerBiHost({ capabilities: CAPABILITIES });
  host.mount((visualHost) => new Visual({ element: {} as HTMLElement, host: visualHost }));
  try {
    act(host);
  } catch {
    // The host sees it; what counts is what it was told.
  }
  return host.calls.map(({ name }) => name);
}

it('each update is told as begun and then as finished, also without rows', () => {
  const told = events((host) => {
    host.show(SAMPLE, {});
    host.show(SAMPLE, ALL_WELLS);
    host.resize(200, 100);
  });
  expect(told).toEqual(Array(4).fill(['renderingStarted', 'renderingFinished']).flat());
});

it('an update that fails is told as failed, once, also where not even that can be shown', () => {
  faults.update = true;
  expect(events((host) => host.show(SAMPLE, ALL_WELLS))).toEqual(['renderingStarted', 'renderingFailed']);
  faults.showFault = true;
  expect(events((host) => host.show(SAMPLE, ALL_WELLS))).toEqual(['renderingStarted', 'renderingFailed']);
});
