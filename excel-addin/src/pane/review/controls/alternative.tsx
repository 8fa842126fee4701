/** An alternative's words, with the key that chooses it. */
import type { ReactNode } from 'react';

export function Alternative({ name, keyName }: { readonly name: string; readonly keyName: string | null }) {
  return (
    <span className="alternative">
      <span>{name}</span>
      {keyName !== null && <Key>{keyName}</Key>}
    </span>
  );
}

/** As on the keyboard. A screen reader is told by `aria-keyshortcuts`. */
export function Key({ children }: { readonly children: ReactNode }) {
  return <kbd aria-hidden="true">{children}</kbd>;
}
