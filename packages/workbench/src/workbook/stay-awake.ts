/** Keeps the page awake while Excel does long work in it: clicks and drawing get in between, many times a second. */

/** In milliseconds: with what an action takes at most, below what a person notices. */
const LONGEST_STRETCH = 8;

/** A turn of the page's own: sooner than a timer gives one, and later than everything that already waits. */
export function stayAwake(): () => Promise<void> | undefined {
  const { port1, port2 } = new MessageChannel();
  const waiting: (() => void)[] = [];
  let since = performance.now();
  port1.onmessage = () => {
    since = performance.now();
    waiting.shift()?.();
  };
  return () => {
    if (performance.now() - since < LONGEST_STRETCH) return undefined;
    return new Promise((go) => {
      waiting.push(go);
      port2.postMessage(null);
    });
  };
}
