import { useEffect, useState } from 'react';
import type { Complaint } from '@shouwen/domain/complaint/complaint';
import { looksLikeSameCustomer } from '@shouwen/domain/customer/mask';
import { parseNumber } from '@shouwen/domain/kernel/number';
import type { Staff } from '@shouwen/domain/organisation/staff';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/format.ts';
import type { ComplaintView } from '../complaint-view.ts';
import { findByNumber, findMergeTargets } from '../related-complaints.ts';
import { Button } from '../../../ui/action/Button.tsx';
import { Choice, ChoiceGroup } from '../../../ui/field/Choice.tsx';
import { TextField } from '../../../ui/field/TextField.tsx';

interface Props {
  value: string;
  isMissing: boolean;
  view: ComplaintView;
  staff: Staff;
  onChange: (id: string) => void;
}

/** What to merge into: one of the same customer's other open complaints, or one found by its number. */
export function MergeTargetField({ value, isMissing, view: { complaint }, staff, onChange }: Props) {
  const { t } = useTranslation('complaint');
  const [sameCustomer, setSameCustomer] = useState<Complaint[] | null>(null);
  const [byNumber, setByNumber] = useState<Complaint[]>([]);
  const candidates = sameCustomer && [...sameCustomer.filter((other) => !byNumber.some((found) => found.id === other.id)), ...byNumber];
  useEffect(() => {
    let isOver = false;
    findMergeTargets(complaint, staff).then(
      (found) => void (isOver || setSameCustomer(found)),
      // Without a network the number is the way, and it says so itself.
      () => void (isOver || setSameCustomer([])),
    );
    return () => {
      isOver = true;
    };
  }, [complaint, staff]);
  return (
    <>
      <ChoiceGroup layout="stack" label={t('form.intoId')} problem={isMissing ? t('form.notChosen', { field: t('form.intoId') }) : null}>
        {candidates?.length === 0 && <p className="small-print">{t('form.noCandidates')}</p>}
        {candidates?.map((candidate) => (
          <Candidate key={candidate.id} candidate={candidate} isChosen={candidate.id === value} onChoose={() => onChange(candidate.id)} />
        ))}
      </ChoiceGroup>
      <NumberSearch
        complaint={complaint}
        staff={staff}
        onFound={(found) => {
          setByNumber((known) => [...known.filter((other) => other.id !== found.id), found]);
          onChange(found.id);
        }}
      />
    </>
  );
}

function Candidate({ candidate, isChosen, onChoose }: { candidate: Complaint; isChosen: boolean; onChoose: () => void }) {
  const { t } = useTranslation('vocabulary');
  const format = useFormat();
  return (
    <Choice kind="radio" name="intoId" isChosen={isChosen} onChoose={onChoose}>
      <span className="number">{candidate.number}</span> · {t(`state.${candidate.state}`)} · {format.day(candidate.capturedAtMs)}
      <br />
      <span data-typed>{candidate.what.slice(0, 40)}</span>
    </Choice>
  );
}

function NumberSearch({ complaint, staff, onFound }: { complaint: Complaint; staff: Staff; onFound: (found: Complaint) => void }) {
  const { t } = useTranslation('complaint');
  const [typed, setTyped] = useState('');
  const [trouble, setTrouble] = useState<'numberWrong' | 'notFound' | 'findFailed' | 'otherCustomer' | null>(null);
  const find = async (): Promise<void> => {
    const number = parseNumber(typed);
    if (number === null) return setTrouble('numberWrong');
    try {
      const found = await findByNumber(number, staff);
      if (!found) return setTrouble('notFound');
      if (!looksLikeSameCustomer(found.contactMasked, complaint.contactMasked)) return setTrouble('otherCustomer');
      setTrouble(null);
      onFound(found);
    } catch {
      setTrouble('findFailed');
    }
  };
  return (
    <TextField
      label={t('form.number')}
      problem={trouble === null ? null : t(`form.${trouble}`)}
      autoComplete="off"
      autoCapitalize="characters"
      value={typed}
      onType={setTyped}
      beside={<Button onClick={() => void find()}>{t('form.find')}</Button>}
    />
  );
}
