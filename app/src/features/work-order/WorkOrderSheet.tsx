import { type CSSProperties, useLayoutEffect, useRef, useState } from 'react';
import type { Complaint } from '@shouwen/domain/complaint/complaint';
import type { OpenedContact } from '@shouwen/domain/complaint/intake/recording';
import { maskNumbersInText } from '@shouwen/domain/customer/mask-numbers';
import { findCategory } from '@shouwen/domain/policy/category';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { nowMs } from '../../platform/device/clock.ts';
import { inLanguage, useLanguage } from '../../platform/device/language.ts';
import type { JournalEntry } from '../../records/live-aggregate.ts';
import { named } from '../../platform/reference/named.ts';
import { useReference } from '../../platform/reference/reference.ts';
import { CardBoundary } from '../../ui/card/CardBoundary.tsx';
import { QrCode } from '../../ui/icon/QrCode.tsx';
import type { Copy } from './copy.ts';
import { densities, mayCut } from './density.ts';
import { ownNumbers } from './own-numbers.ts';
import { MilestoneList } from './MilestoneList.tsx';
import { AnswerOnPaper } from './AnswerOnPaper.tsx';
import { Parties } from './Parties.tsx';
import { WorkOrderTimeline } from './WorkOrderTimeline.tsx';

interface Props {
  complaint: Complaint;
  journal: readonly JournalEntry[];
  copy: Copy;
  /** Null while it has not been opened, and on the customer's copy: the sheet then bears what is masked. */
  contact: OpenedContact | null;
  /** The customer's link, where somebody has asked to print it. */
  link: string | null;
}

/** One A4 page (WO-1), whatever it has to hold. */
export function WorkOrderSheet({ complaint, journal, copy, contact, link }: Props) {
  const { t } = useTranslation(['workOrder', 'vocabulary']);
  const language = useLanguage();
  const pack = useReference()?.pack;
  const { body, density } = useFittingDensity();
  const place = pack && findCategory(pack, complaint.category);
  const style = { '--sheet-font': `${density.fontPt}pt`, '--what-lines': density.whatLines, '--answer-lines': density.answerLines } as CSSProperties;
  return (
    <article className="sheet-a4" style={style} aria-label={t('title')}>
      <CardBoundary>
        <SheetHead complaint={complaint} copy={copy} link={link} operator={pack ? inLanguage(pack.operator, language) : ''} />
      </CardBoundary>
      <div className="sheet-body" ref={body}>
        <CardBoundary>
          <Parties complaint={complaint} contact={contact} pack={pack ?? null} />
        </CardBoundary>
        <h3>{t('what')}</h3>
        <p className="sheet-text sheet-what">{copy === 'internal' ? complaint.what : maskNumbersInText(complaint.what, ownNumbers(complaint))}</p>
        <p>
          <b>{t('category')}</b>{' '}
          {place ? `${inLanguage(place.group.name, language)} · ${inLanguage(place.category.name, language)}` : named('category', null, language)}{' '}
          <b>{t('asks')}</b> {complaint.asks.map((ask) => t(`vocabulary:ask.${ask}`)).join(' · ')}
        </p>
        <CardBoundary>
          <ClockLine complaint={complaint} />
        </CardBoundary>
        <h3>{t('timeline')}</h3>
        <CardBoundary>
          {copy === 'internal' ? <WorkOrderTimeline complaint={complaint} journal={journal} most={density.entries} /> : <MilestoneList complaint={complaint} />}
        </CardBoundary>
        <h3>{t('answer')}</h3>
        <CardBoundary>
          <AnswerOnPaper complaint={complaint} copy={copy} />
        </CardBoundary>
        {mayCut(density) && <p className="sheet-quiet">{t('cut')}</p>}
      </div>
      <Signatures />
    </article>
  );
}

/** Tries the densities in turn until the body no longer overflows, before anything is painted. A sheet with other content starts anew, by its key. */
function useFittingDensity() {
  const body = useRef<HTMLDivElement>(null);
  const [step, setStep] = useState(0);
  useLayoutEffect(() => {
    const shown = body.current;
    if (shown && shown.scrollHeight > shown.clientHeight && step < densities.length - 1) setStep(step + 1);
  }, [step]);
  return { body, density: densities[step] ?? densities[0] };
}

/** The code leads to the status page itself where the link is to be printed; else to where one looks a number up. */
function SheetHead({ complaint, copy, link, operator }: { complaint: Complaint; copy: Copy; link: string | null; operator: string }) {
  const { t } = useTranslation(['workOrder', 'vocabulary']);
  const format = useFormat();
  // Who left no number cannot look it up by number and phone.
  const isByLinkAlone = link === null && complaint.flags.includes('no-number');
  const scan = t(isByLinkAlone ? 'scan.byLink' : link === null ? 'scan.lookUp' : 'scan.status');
  return (
    <header className="sheet-head">
      <div>
        <p>{operator}</p>
        <h2>
          {t('title')} <small>{t(`copy.${copy}`)}</small>
        </h2>
        <p>
          <b>{t('number')}</b> <strong className="sheet-number">{complaint.number}</strong> · {t(`vocabulary:state.${complaint.state}`)}
        </p>
        <p className="sheet-quiet">{t('printedAt', { moment: format.fullMoment(nowMs()) })}</p>
      </div>
      <div className="sheet-code">
        {!isByLinkAlone && <QrCode text={link ?? `${location.origin}/s`} label={scan} />}
        <p className="sheet-quiet">{scan}</p>
      </div>
    </header>
  );
}

function ClockLine({ complaint: { occurredAtMs, capturedAtMs, clockOffsetMs, clocks, agreedTime, answeredAtMs, closedAtMs } }: { complaint: Complaint }) {
  const { t } = useTranslation('workOrder');
  const format = useFormat();
  const moments = {
    occurred: occurredAtMs,
    recorded: clocks?.startAtMs ?? capturedAtMs + clockOffsetMs,
    promised: clocks && !agreedTime ? clocks.replyDueAtMs : null,
    agreed: clocks && agreedTime ? clocks.replyDueAtMs : null,
    statutory: clocks?.statutoryDueAtMs ?? null,
    answered: answeredAtMs,
    closed: closedAtMs,
  };
  const named = (Object.keys(moments) as (keyof typeof moments)[]).flatMap((name) => (moments[name] === null ? [] : [{ name, atMs: moments[name] }]));
  return (
    <p className="sheet-clocks">
      {named.map(({ name, atMs }) => (
        <span key={name}>
          <b>{t(`clocks.${name}`)}</b> {format.fullMoment(atMs)}
        </span>
      ))}
    </p>
  );
}

function Signatures() {
  const { t } = useTranslation('workOrder');
  return (
    <footer className="sheet-signatures">
      <p>{t('opinion')}</p>
      {(['handler', 'head', 'customer'] as const).map((who) => (
        <p key={who}>
          <span>{t(`signature.${who}`)}</span>
          <span className="sheet-line" />
          <span>{t('signature.date')}</span>
          <span className="sheet-line sheet-line-short" />
        </p>
      ))}
    </footer>
  );
}
