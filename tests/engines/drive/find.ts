/** What is looked for in a page, by the words that a person knows it by. */
export interface Sought {
  what: 'control' | 'field' | 'choice' | 'selector';
  name: string;
  group?: string;
}

/** Runs in the page, so everything that it needs stands within it. What is hidden, or on a page below the uppermost, is not found. */
export function find({ what, name, group }: Sought): Element | null {
  const isShown = (element: Element): boolean => {
    const { width, height } = element.getBoundingClientRect();
    return width > 0 && height > 0 && element.closest('.ion-page-hidden') === null && getComputedStyle(element).visibility !== 'hidden';
  };
  const shown = (selector: string, within: ParentNode = document): HTMLElement[] =>
    [...within.querySelectorAll<HTMLElement>(selector)].filter((element) => isShown(element));
  const nameOf = (element: HTMLElement): string => element.getAttribute('aria-label') ?? element.innerText.trim();
  const named = (elements: HTMLElement[]): HTMLElement | null =>
    elements.find((element) => nameOf(element) === name) ?? elements.find((element) => nameOf(element).includes(name)) ?? null;
  if (what === 'selector') return document.querySelector(name);
  if (what === 'control') return named(shown('button, a, [role=tab], [role=button], summary, label, ion-button'));
  if (what === 'choice') {
    const legend = (element: HTMLElement): string => element.getAttribute('aria-label') ?? element.querySelector('legend')?.innerText ?? '';
    const within = shown('fieldset, [role=group]').find((element) => legend(element).trim() === group);
    return within === undefined ? null : named(shown('button, label', within));
  }
  const fields = shown('input, textarea, select') as HTMLInputElement[];
  return fields.find((field) => field.getAttribute('aria-label') === name || [...(field.labels ?? [])].some((label) => label.innerText.includes(name))) ?? null;
}
