import { useState } from 'react';
import type { RecordedChange, Job } from '@shouwen/domain/change/change';
import { confirmingRoles, targetOf } from '@shouwen/domain/change/second-person';
import type { Staff } from '@shouwen/domain/organisation/staff';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { FigureChanges } from '../../parts/FigureChanges.tsx';
import { PasswordSheet } from '../../parts/PasswordSheet.tsx';
import { ReasonSheet } from '../../parts/ReasonSheet.tsx';
import { useRefusalSentence } from '../../parts/refusal-sentence.ts';
import { unitName, useReference } from '../../platform/reference/reference.ts';
import { isSignInFresh } from '../../platform/session/fresh-sign-in.ts';
import { Button } from '../../ui/action/Button.tsx';
import { ButtonRow } from '../../ui/action/ButtonRow.tsx';
import { Card } from '../../ui/card/Card.tsx';
import { Notice } from '../../ui/telling/Notice.tsx';
import { ChangeEffects } from './ChangeEffects.tsx';
import { ChangeForesight } from './ChangeForesight.tsx';
import { type ChangeVerdict, decideOnChange } from './change-record.ts';

const results = { confirm: 'applied', refuse: 'refused', withdraw: 'withdrawn' } as const;

/** One change: what it is about, before and after, who wanted it and why, and who had the second word. */
export function ChangeCard({ change, staff }: { change: RecordedChange; staff: Staff }) {
  const { t } = useTranslation('changes');
  const format = useFormat();
  const title = useTitle(change);
  const { verdict } = change;
  return (
    <Card as="article" label={title}>
      <p>
        <strong>{title}</strong>
      </p>
      <p className="small-print">{t('by', { name: change.byName, moment: format.fullMoment(change.proposedAtMs) })}</p>
      {change.reason !== '' && <p className="told">{change.reason}</p>}
      <ChangeContent change={change} />
      {'effects' in change && change.effects && <ChangeEffects label={t('effects.label')} effects={change.effects} />}
      <p className={change.state === 'awaitingConfirmation' ? 'warning-text' : 'small-print'}>
        {t(`state.${change.state}`)}
        {verdict && ` · ${t('verdict', { name: verdict.byName, moment: format.fullMoment(verdict.atMs) })}`}
      </p>
      {verdict && verdict.reason !== '' && <p className="told">{verdict.reason === 'changedMeanwhile' ? t('changedMeanwhile') : verdict.reason}</p>}
      <p className="small-print">{t(`needs.${change.needs}`)}</p>
      {change.state === 'awaitingConfirmation' && change.expiresAtMs !== null && (
        <p className="small-print">{t('until', { moment: format.fullMoment(change.expiresAtMs) })}</p>
      )}
      <ChangeActions change={change} staff={staff} />
    </Card>
  );
}

function useTitle(change: RecordedChange): string {
  const { t } = useTranslation('changes');
  if (change.kind === 'policy') return t('kind.policy', { version: change.version ?? change.basedOn });
  return change.kind === 'calendar' ? t('kind.calendar', { year: change.after.year }) : t(`kind.${change.kind}`, { name: change.targetName });
}

function ChangeContent({ change }: { change: RecordedChange }) {
  const { t } = useTranslation('changes');
  const format = useFormat();
  const pack = useReference()?.pack;
  switch (change.kind) {
    case 'policy':
      return (
        <>
          {pack && <FigureChanges pack={pack} changes={change.differences} />}
          {change.applyToOpen && <p className="small-print">{t('applyToOpen')}</p>}
        </>
      );
    case 'calendar':
      return pack && <FigureChanges pack={pack} changes={[{ key: t('calendar.days'), before: change.before, after: change.after }]} />;
    case 'job':
      return <JobChange before={change.before} after={change.after} />;
    case 'duty':
      return <DutyChange change={change} />;
    case 'deputy': {
      const { deputy } = change;
      return <p>{deputy ? t('deputy.named', { name: deputy.name, from: format.day(deputy.fromMs), until: format.day(deputy.untilMs) }) : t('deputy.none')}</p>;
    }
  }
}

function DutyChange({ change: { onDuty, nextDutyAtMs, away } }: { change: Extract<RecordedChange, { kind: 'duty' }> }) {
  const { t } = useTranslation('changes');
  const format = useFormat();
  const back = nextDutyAtMs === null ? null : format.fullMoment(nextDutyAtMs);
  // The end of leave is a midnight: the last day is the one before it.
  const until = away?.untilMs ? format.day(away.untilMs - 1) : null;
  return (
    <>
      <p>{onDuty ? t('duty.on') : back === null ? t('duty.off') : t('duty.offUntil', { back })}</p>
      {away && (
        <p>
          {until === null
            ? t('duty.awayOpen', { reason: t(`duty.reason.${away.reason}`), from: format.day(away.fromMs) })
            : t('duty.away', { reason: t(`duty.reason.${away.reason}`), from: format.day(away.fromMs), until })}
        </p>
      )}
    </>
  );
}

function JobChange({ before, after }: { before: Job | null; after: Job }) {
  const { t } = useTranslation(['changes', 'vocabulary']);
  const words = ({ role, unitId, active }: Job) => [t(`vocabulary:role.${role}`), unitName(unitId), t(active ? 'job.active' : 'job.suspended')].join(' · ');
  return (
    <>
      {before && <p className="small-print">{t('job.before', { job: words(before) })}</p>}
      <p>
        <strong>{t('job.after', { job: words(after) })}</strong>
      </p>
    </>
  );
}

type Standing = { kind: 'idle' | 'busy' } | { kind: 'done'; verdict: ChangeVerdict } | { kind: 'refused'; code: string };

/** What this person may do about it. The server looks at everything again. */
function ChangeActions({ change, staff }: { change: RecordedChange; staff: Staff }) {
  const { t } = useTranslation('changes');
  const refusal = useRefusalSentence();
  const [asking, setAsking] = useState<ChangeVerdict | null>(null);
  const [password, setPassword] = useState<{ verdict: ChangeVerdict; reason: string } | null>(null);
  const [standing, setStanding] = useState<Standing>({ kind: 'idle' });
  const isOwn = change.byUid === staff.uid;
  const mayConfirm = !isOwn && targetOf(change) !== staff.uid && confirmingRoles(change.needs).includes(staff.role);
  const isBusy = standing.kind === 'busy';
  const send = async (verdict: ChangeVerdict, reason: string): Promise<void> => {
    setPassword(null);
    setStanding({ kind: 'busy' });
    const code = await decideOnChange(change.id, verdict, reason);
    setStanding(code === null ? { kind: 'done', verdict } : { kind: 'refused', code });
  };
  const give = async (verdict: ChangeVerdict, reason: string): Promise<void> => {
    setAsking(null);
    if (verdict !== 'withdraw' && !(await isSignInFresh())) setPassword({ verdict, reason });
    else await send(verdict, reason);
  };
  return (
    <>
      {standing.kind === 'done' && <Notice tone="success">{t(`done.${results[standing.verdict]}`)}</Notice>}
      {standing.kind === 'refused' && <Notice tone="danger">{standing.code === 'offline' ? t('offline') : refusal(standing.code)}</Notice>}
      {change.state === 'awaitingConfirmation' && (isOwn || mayConfirm) && (
        <ButtonRow>
          {mayConfirm && (
            <Button aria-haspopup="dialog" disabled={isBusy} onClick={() => setAsking('refuse')}>
              {t('refuse')}
            </Button>
          )}
          <Button kind="main" aria-haspopup="dialog" disabled={isBusy} onClick={() => setAsking(isOwn ? 'withdraw' : 'confirm')}>
            {t(isOwn ? 'withdraw' : 'confirm')}
          </Button>
        </ButtonRow>
      )}
      {asking && (
        <ReasonSheet
          title={t(asking)}
          hint={t(`${asking}Hint`)}
          label={asking === 'refuse' ? t('reason') : null}
          submit={t(asking)}
          beforehand={asking === 'confirm' ? <ChangeForesight id={change.id} /> : null}
          onSubmit={(reason) => void give(asking, reason)}
          onClose={() => setAsking(null)}
        />
      )}
      {password && <PasswordSheet why={t('passwordText')} onConfirmed={() => void send(password.verdict, password.reason)} onClose={() => setPassword(null)} />}
    </>
  );
}
