import { needs } from '@shouwen/domain/complaint/complaint-values';
import { routeOf } from '@shouwen/domain/policy/category';
import type { Pack } from '@shouwen/domain/policy/pack';
import { useTranslation } from 'react-i18next';
import { inLanguage, type Language, useLanguage } from '../../../platform/device/language.ts';
import type { CommandDraft } from './command-form.ts';
import type { ComplaintView } from '../complaint-view.ts';
import { Select } from '../../../ui/field/Select.tsx';

interface Props {
  name: 'category' | 'tier' | 'urgency' | 'need';
  draft: CommandDraft;
  missing: readonly string[];
  view: ComplaintView;
  onChange: (name: string, value: string) => void;
}

/** One part of the recording that can be corrected (SLA-1…3). Urgency is asked for where the network is concerned, and only there. */
export function SelectionField({ name, draft, missing, view, onChange }: Props) {
  const { t } = useTranslation('complaint');
  const language = useLanguage();
  const pack = view.predictContext?.pack;
  if (!pack) return name === 'category' ? <p className="warning-text">{t('form.unknownDirectory')}</p> : null;
  if (name === 'urgency' && routeOf(pack, draft['category'] ?? '') !== 'network') return null;
  return (
    <Select
      label={t(`form.${name}`)}
      problem={missing.includes(name) ? t('form.missing', { field: t(`form.${name}`) }) : null}
      value={draft[name] ?? ''}
      onChoose={(value) => onChange(name, value)}
    >
      {name === 'category' ? <CategoryOptions pack={pack} language={language} /> : <Options name={name} pack={pack} language={language} />}
    </Select>
  );
}

function CategoryOptions({ pack, language }: { pack: Pack; language: Language }) {
  return pack.categories.map((group) => (
    <optgroup key={group.id} label={inLanguage(group.name, language)}>
      {group.children.map(({ id, name }) => (
        <option key={id} value={id}>
          {inLanguage(name, language)}
        </option>
      ))}
    </optgroup>
  ));
}

function Options({ name, pack, language }: { name: 'tier' | 'urgency' | 'need'; pack: Pack; language: Language }) {
  const { t } = useTranslation('complaint');
  const options = {
    tier: () => pack.tiers.map((tier) => ({ value: tier.id, text: inLanguage(tier.name, language) })),
    urgency: () => [
      { value: '', text: t('form.choose') },
      ...pack.urgencies.map((urgency) => ({ value: urgency.id, text: inLanguage(urgency.name, language) })),
    ],
    need: () => [{ value: '', text: t('form.noNeed') }, ...needs.map((need) => ({ value: need, text: t(`form.needOf.${need}`) }))],
  }[name]();
  return options.map(({ value, text }) => (
    <option key={value} value={value}>
      {text}
    </option>
  ));
}
