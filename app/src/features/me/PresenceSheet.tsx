import { useMemo, useState } from 'react';
import { addDays, type Day, dayOf, startOfDayMs } from '@shouwen/domain/calendar/day';
import { nextWorkingStartMs } from '@shouwen/domain/calendar/working-days';
import type { PresenceCommand } from '@shouwen/domain/organisation/presence';
import type { Colleague } from '@shouwen/domain/organisation/directory';
import { awayReasons, type AwayReason, type Staff } from '@shouwen/domain/organisation/staff';
import { useTranslation } from 'react-i18next';
import { CallRefused } from '../../platform/callable/callable.ts';
import { nowMs } from '../../platform/device/clock.ts';
import { formatLocalMoment, oddYearIn, parseLocalMoment } from '../../platform/device/local-moment.ts';
import { useReference } from '../../platform/reference/reference.ts';
import { useColleaguesNow } from '../../records/colleagues-now.ts';
import { useRefusalSentence } from '../../parts/refusal-sentence.ts';
import { Button } from '../../ui/action/Button.tsx';
import { Choice, ChoiceGroup } from '../../ui/field/Choice.tsx';
import { Form } from '../../ui/field/Form.tsx';
import { DateField } from '../../parts/DateField.tsx';
import { Sheet } from '../../ui/sheet/Sheet.tsx';
import { Notice } from '../../ui/telling/Notice.tsx';
import { PersonChoice } from './PersonChoice.tsx';
import { PresenceForesight } from './PresenceForesight.tsx';
import { usePresenceWording } from './presence-wording.ts';
import { sayPresence } from './say-presence.ts';

type Kind = PresenceCommand['kind'];

interface Typed {
  kind: Kind;
  /** Local date and time, as the control has it. */
  back: string;
  reason: AwayReason;
  from: Day;
  /** Empty while nobody knows. */
  until: Day;
}

interface Props {
  /** Of oneself; of those below otherwise. */
  own: Staff | null;
  people: readonly Colleague[];
  firstKind: Kind;
  onClose: () => void;
}

type Saving = 'idle' | 'busy' | 'missing' | 'order' | 'failed' | 'chooseWho' | { refused: string };

/** Says of somebody that they are on shift, off it or away, and shows beforehand what becomes of the work in their hands (ADM-3, ADM-4). */
export function PresenceSheet({ own, people, firstKind, onClose }: Props) {
  const { t } = useTranslation('presence');
  const refusal = useRefusalSentence();
  const words = usePresenceWording();
  const reference = useReference();
  const today = dayOf(nowMs());
  const [uid, setUid] = useState(own?.uid ?? '');
  const [typed, setTyped] = useState<Typed>(() => ({ kind: firstKind, back: usualBack(), reason: 'leave', from: today, until: today }));
  const [saving, setSaving] = useState<Saving>('idle');
  const person = own ?? people.find((one) => one.uid === uid);
  const now = useColleaguesNow(own ? [] : [uid]).people.get(uid);
  const command = useMemo(() => commandOf(typed), [typed]);
  const type = (change: Partial<Typed>): void => {
    setSaving('idle');
    setTyped({ ...typed, ...change });
  };
  const submit = (): void => {
    if (!person) return setSaving('chooseWho');
    if (typeof command === 'string') return setSaving(command);
    setSaving('busy');
    sayPresence(person.uid, command).then(onClose, (error: unknown) => setSaving(error instanceof CallRefused ? { refused: error.reason.code } : 'failed'));
  };
  return (
    <Sheet title={t(own ? 'sheet.own' : 'sheet.other')} onClose={onClose}>
      <Form onSubmit={submit}>
        {!own && (
          <PersonChoice
            label={t('who')}
            name="person"
            people={people}
            chosenUid={uid}
            problem={saving === 'chooseWho' ? t('chooseWho') : null}
            presentNoteOf={(one) => words(one).join(' · ')}
            onChoose={setUid}
          />
        )}
        <ChoiceGroup layout="stack" label={t('what')}>
          {kindsFor(own ?? now).map((kind) => (
            <Choice key={kind} kind="radio" name="kind" isChosen={typed.kind === kind} onChoose={() => type({ kind })}>
              {t(`kind.${kind}`)}
            </Choice>
          ))}
        </ChoiceGroup>
        {typed.kind === 'offShift' && (
          <DateField
            label={t('back')}
            type="datetime-local"
            hint={t('backHint')}
            problem={saving === 'missing' ? t('missing') : null}
            min={formatLocalMoment(nowMs())}
            value={typed.back}
            onType={(back) => type({ back })}
          />
        )}
        {typed.kind === 'away' && <AwayFields typed={typed} today={today} isMissing={saving === 'missing'} onType={type} />}
        {person && typeof command !== 'string' && command.kind !== 'onDuty' && command.kind !== 'notAway' && (
          <PresenceForesight uid={person.uid} command={command} />
        )}
        {(saving === 'order' || saving === 'failed') && <Notice tone="danger">{t(saving)}</Notice>}
        {typeof saving === 'object' && <Notice tone="danger">{refusal(saving.refused)}</Notice>}
        <Button type="submit" kind="main" disabled={saving === 'busy'}>
          {t(saving === 'busy' ? 'saving' : 'save')}
        </Button>
      </Form>
    </Sheet>
  );

  /** When work begins next; without the calendar at hand the person says it. */
  function usualBack(): string {
    return reference ? formatLocalMoment(nextWorkingStartMs(nowMs(), reference.pack.clocks.workingTime, reference.calendar)) : '';
  }
}

function AwayFields({ typed, today, isMissing, onType }: { typed: Typed; today: Day; isMissing: boolean; onType: (change: Partial<Typed>) => void }) {
  const { t } = useTranslation('presence');
  return (
    <>
      <ChoiceGroup layout="row" label={t('why')} hint={t('awayHint')}>
        {awayReasons.map((reason) => (
          <Choice key={reason} kind="radio" name="reason" isChosen={typed.reason === reason} onChoose={() => onType({ reason })}>
            {t(`reason.${reason}`)}
          </Choice>
        ))}
      </ChoiceGroup>
      <DateField label={t('from')} type="date" min={today} problem={isMissing ? t('missing') : null} value={typed.from} onType={(from) => onType({ from })} />
      <DateField label={t('until')} type="date" min={typed.from} hint={t('untilHint')} value={typed.until} onType={(until) => onType({ until })} />
    </>
  );
}

/** Whoever is away or will be can have it taken back. */
function kindsFor(person: Staff | undefined): Kind[] {
  return ['onDuty', 'offShift', 'away', ...(person?.away ? ['notAway' as const] : [])];
}

/** What was typed as a command, or what is wrong with it. */
function commandOf({ kind, back, reason, from, until }: Typed): PresenceCommand | 'missing' | 'order' {
  switch (kind) {
    case 'onDuty':
    case 'notAway':
      return { kind };
    case 'offShift':
      return back === '' || oddYearIn(back) ? 'missing' : { kind, nextDutyAtMs: parseLocalMoment(back) };
    case 'away':
      if (from === '') return 'missing';
      if (until !== '' && until < from) return 'order';
      if (oddYearIn(from) || oddYearIn(until)) return 'missing';
      return { kind, reason, fromMs: startOfDayMs(from), untilMs: until === '' ? null : startOfDayMs(addDays(until, 1)) };
  }
}
