import type { Assist } from '@shouwen/domain/assist/assist';
import { findCategory } from '@shouwen/domain/policy/category';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { inLanguage, useLanguage } from '../../platform/device/language.ts';
import { regionName, useReference } from '../../platform/reference/reference.ts';
import { Card } from '../../ui/card/Card.tsx';
import { Fact, Facts } from '../../ui/card/Facts.tsx';

/** AST-3: what of the complaint goes with the question, and that the contact does not. */
export function SharedFactsCard({ assist: { facts } }: { assist: Assist }) {
  const { t } = useTranslation(['assist', 'vocabulary', 'particulars']);
  const format = useFormat();
  const language = useLanguage();
  const pack = useReference()?.pack;
  if (!facts) return null;
  const place = facts.category === null || !pack ? null : findCategory(pack, facts.category);
  const moment = (atMs: number | null) => (atMs === null ? null : format.moment(atMs));
  const rows: [name: 'category' | 'urgency' | 'region' | 'occurred' | 'asks' | 'mailItem' | 'cause' | 'promise', text: string | null][] = [
    ['category', place ? `${inLanguage(place.group.name, language)} · ${inLanguage(place.category.name, language)}` : facts.category],
    ['urgency', facts.urgency && t(`vocabulary:urgency.${facts.urgency}`)],
    ['region', facts.homeRegion === null ? null : regionName(facts.homeRegion)],
    ['occurred', moment(facts.occurredAtMs)],
    ['asks', facts.asks && facts.asks.map((ask) => t(`vocabulary:ask.${ask}`)).join(' · ')],
    ['mailItem', facts.mailItem],
    ['cause', facts.cause],
    ['promise', moment(facts.promisedAtMs)],
  ];
  const told = [...rows.flatMap(([name, text]) => (text ? [{ name, text }] : [])), ...particularsOf()];
  return (
    <Card title={t('facts.heading')}>
      {facts.what !== null && (
        <>
          <p className="small-print">{t('facts.what')}</p>
          <p className="told">{facts.what}</p>
        </>
      )}
      {told.length > 0 && (
        <Facts>
          {told.map(({ name, text }) => (
            <Fact key={name} name={t(`facts.${name}`)}>
              {text}
            </Fact>
          ))}
        </Facts>
      )}
      {facts.what === null && told.length === 0 && <p>{t('facts.none')}</p>}
      <p className="small-print">{t('facts.without')}</p>
    </Card>
  );

  function particularsOf(): { name: 'particulars'; text: string }[] {
    const told = facts?.particulars;
    if (!told) return [];
    const parts = [
      told.place && t(`particulars:place.${told.place}`),
      told.paidAtMs === null ? null : format.moment(told.paidAtMs),
      told.billsFen && told.billsFen.map((fen) => format.money(fen)).join(' · '),
    ].filter((part) => part);
    return parts.length > 0 ? [{ name: 'particulars', text: parts.join(' · ') }] : [];
  }
}
