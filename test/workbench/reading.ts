/** What a page looks like to those who see badly or hear it: contrast, names, and text that is cut off. */
import type { Page } from 'playwright-core';

/** Visible texts whose contrast with their ground is below WCAG 2.2 AA (4.5:1, large text 3:1). */
export function faintTexts(page: Page): Promise<readonly string[]> {
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
    const groundOf = (element: Element): Colour => {
      for (let at: Element | null = element; at !== null; at = at.parentElement) {
        const colour = colourOf(getComputedStyle(at).backgroundColor);
        if (colour[3] === 1) return colour;
      }
      return [255, 255, 255, 1];
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

/** Fields and buttons that a screen reader could not name, and ids that stand twice. */
export function namelessParts(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const nameless: string[] = [];
    for (const part of document.querySelectorAll<HTMLElement>(
      'input, select, button, a, [role=img], [role=region]',
    )) {
      if (!part.checkVisibility()) continue;
      const labels =
        part instanceof HTMLInputElement || part instanceof HTMLSelectElement ? part.labels : null;
      const by = part.getAttribute('aria-labelledby');
      const name =
        part.getAttribute('aria-label') ??
        (by === null ? null : document.getElementById(by)?.textContent) ??
        [...(labels ?? [])].map((label) => label.textContent).join('');
      if ((name || part.textContent || '').trim() === '') nameless.push(part.outerHTML.slice(0, 120));
    }
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    nameless.push(...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `id ${id} twice`));
    return nameless;
  });
}
