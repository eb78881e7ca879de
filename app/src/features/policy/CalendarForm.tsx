import { useState } from 'react';
import { problemsOfCalendarYear } from '@shouwen/domain/calendar/check-calendar-year';
import { dayOf } from '@shouwen/domain/calendar/day';
import type { CalendarYear } from '@shouwen/domain/calendar/working-days';
import type { PackId } from '@shouwen/domain/kernel/brand';
import { useTranslation } from 'react-i18next';
import { importCalendar } from './change-policy.ts';
import { nowMs } from '../../platform/device/clock.ts';
import { checkConnectivity } from '../../platform/device/connectivity.ts';
import { refreshReference } from '../../platform/reference/reference.ts';
import { useDraft } from '../../platform/drafts/use-draft.ts';
import { Notice } from '../../ui/telling/Notice.tsx';
import { useRefusalSentence } from '../../parts/refusal-sentence.ts';
import { calendarPasted, calendarTyped, emptyCalendar, type TypedCalendar } from './calendar-typing.ts';
import { type FieldProblems, problemsByField } from './calendar-problems.ts';
import { Button } from '../../ui/action/Button.tsx';
import { Form } from '../../ui/field/Form.tsx';
import { TextArea, TextField } from '../../ui/field/TextField.tsx';
import { Card } from '../../ui/card/Card.tsx';

interface Props {
  uid: string;
  pack: PackId;
  calendar: readonly CalendarYear[];
  onImported: (imported: { year: number; isWaiting: boolean }) => void;
}

type Trouble = { kind: 'failed' | 'offline' } | { kind: 'refused'; code: string };

const fields = ['year', 'holidays', 'makeUpWorkingDays'] as const;

/** A published year, typed or pasted. What is wrong is told at its field before anything is sent, and what was typed stays until it has been taken in. */
export function CalendarForm({ uid, pack, calendar, onImported }: Props) {
  const { t } = useTranslation('policy');
  const sentence = useRefusalSentence();
  const form = useDraft(uid, { form: 'calendar', id: 'calendar' }, () => emptyCalendar);
  const [problems, setProblems] = useState<FieldProblems | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [isBusy, setBusy] = useState(false);
  if (!form) return null;
  const typed = form.content;
  const change = (part: Partial<TypedCalendar>): void => {
    setProblems(null);
    form.put(part);
  };
  const submit = async (): Promise<void> => {
    const year = calendarTyped(typed);
    const found = problemsOfCalendarYear(year, { today: dayOf(nowMs()), isKnown: calendar.some((known) => known.year === year.year) });
    setProblems(problemsByField(found, year));
    if (found.length > 0) return;
    setTrouble(null);
    setBusy(true);
    const answer = await importCalendar(year);
    setBusy(false);
    if (answer.kind === 'refused') return setTrouble(answer);
    if (answer.kind === 'failed') return setTrouble({ kind: (await checkConnectivity()) ? 'failed' : 'offline' });
    form.forget();
    setProblems(null);
    onImported({ year: year.year, isWaiting: answer.isWaiting });
    await refreshReference(pack, 0).catch(() => undefined);
  };
  return (
    <Card title={t('calendar.import')}>
      <Form onSubmit={submit}>
        <p className="small-print">{t('calendar.how')}</p>
        {fields.map((name) => (
          <CalendarField
            key={name}
            name={name}
            value={typed[name]}
            problems={problems?.[name] ?? []}
            onChange={(text) => change(name === 'year' ? { year: text } : (calendarPasted(text) ?? { [name]: text }))}
          />
        ))}
        {trouble && <Notice tone="danger">{trouble.kind === 'refused' ? sentence(trouble.code) : t(`calendar.${trouble.kind}`)}</Notice>}
        <Button type="submit" kind="main" disabled={isBusy}>
          {t(isBusy ? 'calendar.busy' : 'calendar.submit')}
        </Button>
      </Form>
    </Card>
  );
}

interface FieldProps {
  name: (typeof fields)[number];
  value: string;
  problems: FieldProblems[(typeof fields)[number]];
  onChange: (text: string) => void;
}

function CalendarField({ name, value, problems, onChange }: FieldProps) {
  const { t } = useTranslation('policy');
  const field = {
    label: t(`calendar.${name}`),
    problem: problems.length === 0 ? null : problems.map(({ code, day }) => t(`calendar.problem.${code}`, { day: day ?? '' })).join(' '),
    value,
    onType: onChange,
  };
  if (name === 'year') return <TextField {...field} inputMode="numeric" autoComplete="off" longest={4} />;
  return <TextArea {...field} rows={6} spellCheck={false} longest={20_000} />;
}
