import { keep, kept } from './session-store.ts';

/** Whether this tab shows its texts larger. */
export function isTypeLarge(): boolean {
  return kept('largeType') === true;
}

export function setTypeLarge(isLarge: boolean): void {
  keep('largeType', isLarge);
  document.documentElement.classList.toggle('large', isLarge);
}
