/** Which tab of a row of tabs a key leads to from one: the arrows turn about at the ends. `null`: none of these keys. */
export function tabReached(key: string, from: number, tabs: number): number | null {
  switch (key) {
    case 'ArrowRight':
      return (from + 1) % tabs;
    case 'ArrowLeft':
      return (from + tabs - 1) % tabs;
    case 'Home':
      return 0;
    case 'End':
      return tabs - 1;
    default:
      return null;
  }
}
