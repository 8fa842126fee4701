/** Fields whose text cannot be read as an answer: nobody walks past them unawares. */
import { createContext } from 'react';

export class UnreadFields {
  private readonly elements = new Map<string, { focus(): void }>();

  set(key: string, element: { focus(): void } | null): void {
    if (element === null) this.elements.delete(key);
    else this.elements.set(key, element);
  }

  /** @returns whether there was one to go to */
  focusFirst(): boolean {
    const [first] = this.elements.values();
    first?.focus();
    return first !== undefined;
  }
}

export const UnreadFieldsContext = createContext(new UnreadFields());
