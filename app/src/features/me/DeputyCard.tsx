import '../../i18n/later-texts.ts';
import { useState } from 'react';
import { dayOf } from '@shouwen/domain/calendar/day';
import type { Colleague } from '@shouwen/domain/organisation/directory';
import type { Staff } from '@shouwen/domain/organisation/staff';
import { isSuperiorOf } from '@shouwen/domain/organisation/superior';
import { deputyStanding } from '@shouwen/domain/refund/approver/deputy';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { call, CallRefused } from '../../platform/callable/callable.ts';
import { nowMs } from '../../platform/device/clock.ts';
import { oddYearIn } from '../../platform/device/local-moment.ts';
import { useReference } from '../../platform/reference/reference.ts';
import { useColleaguesNow } from '../../records/colleagues-now.ts';
import { useRefusalSentence } from '../../parts/refusal-sentence.ts';
import { Notice } from '../../ui/telling/Notice.tsx';
import { Sheet } from '../../ui/sheet/Sheet.tsx';
import { Button } from '../../ui/action/Button.tsx';
import { Form } from '../../ui/field/Form.tsx';
import { DateField } from '../../parts/DateField.tsx';
import { Choice, ChoiceGroup } from '../../ui/field/Choice.tsx';
import { PersonChoice } from './PersonChoice.tsx';
import { Card } from '../../ui/card/Card.tsx';

/** REF-6: who decides in one's name while one is away. Shows what the staff document says, so it changes only when the server has agreed. */
export function DeputyCard({ staff }: { staff: Staff }) {
  const { t } = useTranslation('approvals');
  const format = useFormat();
  const people = useReference()?.staff ?? [];
  const [isOpen, setOpen] = useState(false);
  const { deputy } = staff;
  const isOver = deputy !== null && deputy.untilMs < nowMs();
  const name = people.find(({ uid }) => uid === deputy?.uid)?.name ?? deputy?.uid ?? '';
  return (
    <>
      <Card title={t('deputy.title')}>
        <p>{deputy === null || isOver ? t('deputy.none') : t('deputy.now', { name, from: format.day(deputy.fromMs), until: format.day(deputy.untilMs) })}</p>
        <Button aria-haspopup="dialog" onClick={() => setOpen(true)}>
          {t('deputy.change')}
        </Button>
      </Card>
      {/* Not within the card, whose look is not the sheet's. */}
      {isOpen && <DeputySheet staff={staff} people={people} onClose={() => setOpen(false)} />}
    </>
  );
}

type DeputySaving = 'idle' | 'busy' | 'saved' | 'missing' | 'chooseAbsent' | 'order' | 'failed' | { refused: string };

function DeputySheet({ staff, people, onClose }: { staff: Staff; people: readonly Colleague[]; onClose: () => void }) {
  const { t } = useTranslation('approvals');
  const reference = useReference();
  const format = useFormat();
  const refusal = useRefusalSentence();
  const today = dayOf(nowMs());
  const named = staff.deputy !== null && staff.deputy.untilMs >= nowMs() ? staff.deputy : null;
  const [forUid, setForUid] = useState(staff.uid);
  const [uid, setUid] = useState(named?.uid ?? '');
  const [from, setFrom] = useState(named ? later(dayOf(named.fromMs), today) : today);
  const [until, setUntil] = useState(named ? dayOf(named.untilMs) : today);
  const [standing, setStanding] = useState<DeputySaving>('idle');
  const chooseAbsent = (absentUid: string): void => {
    setForUid(absentUid);
    setUid('');
  };
  const below = reference ? people.filter((person) => person.active && isSuperiorOf(staff, person, reference.units)) : [];
  const absent = forUid === staff.uid ? staff : below.find((person) => person.uid === forUid);
  const absentNow = useColleaguesNow(forUid === staff.uid ? [] : [forUid]).people.get(forUid);
  const deputyNow = (forUid === staff.uid ? staff : absentNow)?.deputy ?? null;
  const { pack } = staff;
  const standingOf = (person: Colleague) => (absent && reference ? deputyStanding({ ...absent, pack }, { ...person, pack }, reference) : null);
  const able = people.filter((person) => standingOf(person)?.ok);
  const capOf = (person: Colleague): string | null => {
    const one = standingOf(person);
    return one?.ok && one.capFen !== null ? t('deputy.cap', { cap: format.money(one.capFen) }) : null;
  };
  const name = (deputyUid: string | null): void => {
    setStanding('busy');
    call('nameDeputy', { deputyUid, forUid, fromDay: from, untilDay: until }).then(
      () => setStanding('saved'),
      (error: unknown) => setStanding(error instanceof CallRefused ? { refused: error.reason.code } : 'failed'),
    );
  };
  const submit = (): void => {
    if (!absent) setStanding('chooseAbsent');
    else if (uid === '' || from === '' || until === '') setStanding('missing');
    else if (oddYearIn(from) || oddYearIn(until)) setStanding('idle');
    else if (until < from) setStanding('order');
    else name(uid);
  };
  return (
    <Sheet title={t('deputy.title')} onClose={onClose}>
      <Form onSubmit={submit}>
        {people.length === 0 && <p className="warning-text">{t('deputy.noDirectory')}</p>}
        {below.length > 0 && (
          <ChoiceGroup layout="row" label={t('deputy.forWhom')}>
            <Choice kind="radio" name="for" isChosen={forUid === staff.uid} onChoose={() => chooseAbsent(staff.uid)}>
              {t('deputy.forMe')}
            </Choice>
            <Choice kind="radio" name="for" isChosen={forUid !== staff.uid} onChoose={() => chooseAbsent('')}>
              {t('deputy.forOther')}
            </Choice>
          </ChoiceGroup>
        )}
        {forUid !== staff.uid && (
          <PersonChoice
            label={t('deputy.absent')}
            name="absent"
            people={below}
            chosenUid={forUid}
            problem={standing === 'chooseAbsent' ? t('deputy.chooseAbsent') : null}
            onChoose={chooseAbsent}
          />
        )}
        {absent && (
          <PersonChoice
            label={t('deputy.who')}
            name="deputy"
            people={able}
            chosenUid={uid}
            problem={standing === 'missing' ? t('deputy.missing') : null}
            hint={t('deputy.rule')}
            noteOf={capOf}
            onChoose={setUid}
          />
        )}
        <DateField label={t('deputy.from')} type="date" value={from} min={today} onType={setFrom} />
        <DateField label={t('deputy.until')} type="date" value={until} min={from} onType={setUntil} />
        {standing === 'saved' && <Notice tone="success">{t('deputy.saved')}</Notice>}
        {(standing === 'order' || standing === 'failed') && <Notice tone="danger">{t(`deputy.${standing}`)}</Notice>}
        {typeof standing === 'object' && <Notice tone="danger">{refusal(standing.refused)}</Notice>}
        <Button type="submit" kind="main" disabled={standing === 'busy'}>
          {t(standing === 'busy' ? 'deputy.saving' : 'deputy.save')}
        </Button>
        {deputyNow !== null && (
          <Button disabled={standing === 'busy'} onClick={() => name(null)}>
            {t('deputy.remove')}
          </Button>
        )}
      </Form>
    </Sheet>
  );
}

/** A deputy is not named backwards: one who is named already is named anew from today. */
function later(one: string, other: string): string {
  return one > other ? one : other;
}
