import '../i18n/later-texts.ts';
import { postIds } from '@shouwen/domain/policy/clock-rules';
import { roles } from '@shouwen/domain/organisation/staff';
import type { PolicyField, PolicyValue } from '@shouwen/domain/policy/policy-field';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/format.ts';
import { inLanguage, useLanguage } from '../platform/device/language.ts';

const ladderIds = ['hotline', 'department', 'outlet'] as const;
const optionIds = ['elapsed', 'workingTime', 'defer', 'bringForward', 'ignore', 'critical', 'urgent', 'normal', 'complaint', 'complaint+customer'] as const;

/** The words for a figure: what it is, what stands in it, and between which bounds it may be. */
export interface FigureWords {
  name: (field: PolicyField) => string;
  value: (field: PolicyField, value: PolicyValue) => string;
  option: (option: string) => string;
  bounds: (field: PolicyField) => string | null;
  basis: (field: PolicyField) => string | null;
}

export function useFigureWords(): FigureWords {
  const { t } = useTranslation(['policy', 'vocabulary', 'clocks']);
  const reader = useLanguage();
  const format = useFormat();

  const number = (field: PolicyField, value: number): string => {
    if (field.takes.kind !== 'number') return format.number(value);
    const { unit } = field.takes;
    if (unit === 'fen') return format.money(value);
    if (unit === 'share') return t('policy:unit.percent', { count: Math.round(value * 100) });
    return t(`policy:unit.${unit}`, { count: value });
  };
  const option = (one: string): string => {
    const post = postIds.find((id) => id === one);
    if (post) return t(`clocks:post.${post}`);
    const known = optionIds.find((id) => id === one);
    return known ? t(`policy:option.${known}`) : one;
  };
  const value = (field: PolicyField, shown: PolicyValue): string => {
    if (typeof shown === 'number') return number(field, shown);
    if (typeof shown === 'boolean') return t(shown ? 'policy:yes' : 'policy:no');
    if (typeof shown === 'string') return field.takes.kind === 'choice' ? option(shown) : shown;
    if (shown.length === 0) return t('policy:none');
    return shown.map((one) => (typeof one === 'string' ? option(one) : `${one.from}–${one.to}`)).join(t('policy:and'));
  };
  return {
    name: (field) => {
      const ladder = ladderIds.find((id) => id === field.key.split('.')[2]);
      const jobs = field.roles.map((one) => roles.find((role) => role === one)).flatMap((role) => (role ? [t(`vocabulary:role.${role}`)] : []));
      return t(`policy:figure.${field.name}`, {
        of: field.of ? inLanguage(field.of, reader) : '',
        step: field.step ?? '',
        ladder: ladder ? t(`policy:ladder.${ladder}`) : '',
        roles: jobs.join(t('policy:and')),
      });
    },
    value,
    option,
    bounds: (field) => {
      const { takes } = field;
      return takes.kind === 'number' ? t('policy:bounds', { least: number(field, takes.least), most: number(field, takes.most) }) : null;
    },
    basis: ({ basis }) => (basis ? inLanguage(basis, reader) : null),
  };
}
