/** What a call throws. */
export function failureOf(deed: () => unknown): unknown {
  try {
    deed();
  } catch (error) {
    return error;
  }
  return null;
}

export function codeOf(deed: () => unknown): string | null {
  return (failureOf(deed) as { readonly code?: string } | null)?.code ?? null;
}
