import '../../i18n/later-texts.ts';
import { useState } from 'react';
import { dayOf } from '@shouwen/domain/calendar/day';
import type { Staff } from '@shouwen/domain/organisation/staff';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { call, CallRefused } from '../../platform/callable/callable.ts';
import { nowMs } from '../../platform/device/clock.ts';
import { unitName, useReference } from '../../platform/reference/reference.ts';
import { Notice } from '../../ui/telling/Notice.tsx';
import { Sheet } from '../../ui/sheet/Sheet.tsx';
import { Button } from '../../ui/action/Button.tsx';
import { Form } from '../../ui/field/Form.tsx';
import { TextField } from '../../ui/field/TextField.tsx';
import { Select } from '../../ui/field/Select.tsx';
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

type DeputySaving = 'idle' | 'busy' | 'saved' | 'missing' | 'order' | 'failed' | 'refused';

function DeputySheet({ staff, people, onClose }: { staff: Staff; people: readonly Staff[]; onClose: () => void }) {
  const { t } = useTranslation(['approvals', 'vocabulary']);
  const today = dayOf(nowMs());
  const [uid, setUid] = useState(staff.deputy?.uid ?? '');
  const [from, setFrom] = useState(staff.deputy ? dayOf(staff.deputy.fromMs) : today);
  const [until, setUntil] = useState(staff.deputy ? dayOf(staff.deputy.untilMs) : today);
  const [standing, setStanding] = useState<DeputySaving>('idle');
  const colleagues = people.filter((person) => person.active && person.uid !== staff.uid && person.pack === staff.pack);
  const name = (deputyUid: string | null): void => {
    setStanding('busy');
    call('nameDeputy', { deputyUid, fromDay: from, untilDay: until }).then(
      () => setStanding('saved'),
      (error: unknown) => setStanding(error instanceof CallRefused ? 'refused' : 'failed'),
    );
  };
  const submit = (): void => {
    if (uid === '' || from === '' || until === '') setStanding('missing');
    else if (until < from) setStanding('order');
    else name(uid);
  };
  return (
    <Sheet title={t('deputy.title')} onClose={onClose}>
      <Form onSubmit={submit}>
        {colleagues.length === 0 && <p className="warning-text">{t('deputy.noDirectory')}</p>}
        <Select
          label={t('deputy.who')}
          value={uid}
          onChoose={setUid}
          options={[
            { value: '', text: t('deputy.choose') },
            ...colleagues.map((person) => ({
              value: person.uid,
              text: `${person.name} · ${unitName(person.unitId)} · ${t(`vocabulary:role.${person.role}`)}`,
            })),
          ]}
        />
        <TextField label={t('deputy.from')} type="date" value={from} onType={setFrom} />
        <TextField label={t('deputy.until')} type="date" value={until} onType={setUntil} />
        {standing === 'saved' && <Notice tone="success">{t('deputy.saved')}</Notice>}
        {(standing === 'missing' || standing === 'order' || standing === 'failed' || standing === 'refused') && (
          <Notice tone="danger">{t(`deputy.${standing}`)}</Notice>
        )}
        <Button type="submit" kind="main" disabled={standing === 'busy'}>
          {t(standing === 'busy' ? 'deputy.saving' : 'deputy.save')}
        </Button>
        {staff.deputy !== null && (
          <Button disabled={standing === 'busy'} onClick={() => name(null)}>
            {t('deputy.remove')}
          </Button>
        )}
      </Form>
    </Sheet>
  );
}
