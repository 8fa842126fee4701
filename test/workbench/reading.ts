/** What a page looks like to those who see badly: contrast, charts' texts too, and text that is cut off. */
import type { Frame, Page } from 'playwright-core';

/** In which a page is to be read: by day, by night, and in the system's own. */
export const COLOURS = [
  { colorScheme: 'light', forcedColors: 'none' },
  { colorScheme: 'dark', forcedColors: 'none' },
  { colorScheme: 'light', forcedColors: 'active' },
] as const;

/** Visible texts whose contrast with their ground is below WCAG 2.2 AA (4.5:1, large text 3:1). */
export function faintTexts(page: Page | Frame): Promise<readonly string[]> {
  return page.evaluate(() => {
    type Colour = readonly [number, number, number, number];
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
    const colourOf = (css: string): Colour => {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = css;
      canvas.fillRect(0, 0, 1, 1);
      const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
      return [r!, g!, b!, a! / 255];
    };
    const luminance = ([r, g, b]: Colour) => {
      const [x, y, z] = [r, g, b].map((value) => {
        const c = value / 255;
        return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * x! + 0.7152 * y! + 0.0722 * z!;
    };
    /** What shines through is mixed with what lies below it. */
    const groundOf = (element: Element | null): Colour => {
      if (element === null) return [255, 255, 255, 1];
      const [r, g, b, a] = colourOf(getComputedStyle(element).backgroundColor);
      if (a === 1) return [r, g, b, 1];
      const below = groundOf(element.parentElement);
      const mixed = (own: number, at: number) => own * a + below[at]! * (1 - a);
      return [mixed(r, 0), mixed(g, 1), mixed(b, 2), 1];
    };
    const faint: string[] = [];
    for (const element of document.querySelectorAll('body *')) {
      const own = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
      const text = own
        .map((node) => node.textContent)
        .join('')
        .trim();
      if (text === '' || element.tagName === 'title' || !element.checkVisibility()) continue;
      const style = getComputedStyle(element);
      const ink = colourOf(element instanceof SVGElement ? style.fill : style.color);
      const [a, b] = [luminance(ink), luminance(groundOf(element))];
      const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
      const size = parseFloat(style.fontSize);
      const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
      if (contrast < (isLarge ? 3 : 4.5)) faint.push(`${text}: ${contrast.toFixed(2)}`);
    }
    return faint;
  });
}

/** Texts of charts that reach outside their picture, and elements wider than the screen that do not scroll. */
export function cutOffTexts(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const cut: string[] = [];
    for (const text of document.querySelectorAll<SVGTextElement>('svg text')) {
      if (!text.checkVisibility()) continue;
      const { x, y, width, height } = text.getBBox();
      const view = text.ownerSVGElement!.viewBox.baseVal;
      const inside = x >= -0.5 && y >= -0.5 && x + width <= view.width + 0.5 && y + height <= view.height + 2;
      if (!inside) cut.push(`chart: ${text.textContent}`);
    }
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) cut.push(`page: ${String(scrollWidth)} > ${String(clientWidth)}`);
    return cut;
  });
}
