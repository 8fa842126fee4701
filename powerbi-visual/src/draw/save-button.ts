/** The button that saves the shown table as a file: an arrow down to a tray. */
import { element } from 'isu-charts';
import { pictureNode } from './draw-picture.ts';
import { made } from './made.ts';

export const SAVE_WIDTH = 32;

export function saveButton(page: Document): HTMLButtonElement {
  const path = element('path', {
    d: 'M8 1.5V10.5M4.5 7L8 10.5L11.5 7M2 11V14H14V11',
    fill: 'none',
    stroke: 'currentColor',
    'stroke-width': 1.4,
  });
  const sign = element(
    'svg',
    { class: 'isu-sign', width: 16, height: 16, viewBox: '0 0 16 16', 'aria-hidden': 'true' },
    [path],
  );
  return made(page, 'button', {
    class: 'isu-save',
    attributes: { type: 'button' },
    children: [pictureNode(sign, page)],
  });
}
