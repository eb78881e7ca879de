import { foldedText } from '@shouwen/domain/kernel/folded-text';
import type { PolicyField, PolicyValue } from '@shouwen/domain/policy/policy-field';

/** A figure as a native field holds it: amounts in yuan, shares in per cent, everything else as it is. */
export function typedNumber({ takes }: PolicyField, value: PolicyValue): string {
  if (takes.kind !== 'number' || typeof value !== 'number') return typeof value === 'string' ? value : '';
  if (takes.unit === 'fen') return yuanText(value);
  return String(takes.unit === 'share' ? Math.round(value * 100) : value);
}

/** What was typed as the figure's own number; null where it is none. Yuan become fen through text, so that no fraction is lost. */
export function numberTyped({ takes }: PolicyField, typed: string): number | null {
  const text = foldedText(typed).replaceAll(',', '');
  if (takes.kind !== 'number') return null;
  if (takes.unit === 'fen') {
    const parts = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(text);
    return parts ? Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(2, '0')) : null;
  }
  if (!/^-?\d{1,7}$/.test(text)) return null;
  return takes.unit === 'share' ? Number(text) / 100 : Number(text);
}

function yuanText(fen: number): string {
  const cents = fen % 100;
  return cents === 0 ? String(fen / 100) : `${Math.floor(fen / 100)}.${String(cents).padStart(2, '0')}`;
}
