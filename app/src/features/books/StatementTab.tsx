import { useEffect, useState } from 'react';
import { numberOf } from '@shouwen/domain/kernel/number';
import type { StatementSubject } from '@shouwen/domain/books/statement';
import type { Staff } from '@shouwen/domain/organisation/staff';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router-dom';
import { complaintIdOf, readStatement, type Statement } from './read-books.ts';
import { Blank } from '../../ui/telling/Blank.tsx';
import { Loading } from '../../frame/Loading.tsx';
import { lookUpOf, viewInAddress } from './books-view.ts';
import { StatementView as StatementPanel } from './StatementView.tsx';
import { Button } from '../../ui/action/Button.tsx';
import { Chips } from '../../ui/action/Chip.tsx';
import { Form } from '../../ui/field/Form.tsx';
import { TextField } from '../../ui/field/TextField.tsx';
import { Card } from '../../ui/card/Card.tsx';
import './StatementTab.css';

type By = 'account' | 'complaint';
type Problem = 'missing' | 'wrongAccount' | 'wrongComplaint' | 'noComplaint' | 'unreachable';

/** Looks up a statement by account or complaint. An address can name one too, by its id. */
export function StatementTab({ staff }: { staff: Staff }) {
  const { search } = useLocation();
  const [view, setView] = useState<StatementSubject | null>(() => viewInAddress(search));
  return (
    <>
      <LookUpForm staff={staff} onView={setView} />
      {view && <StatementOf key={JSON.stringify(view)} staff={staff} view={view} />}
    </>
  );
}

function LookUpForm({ staff, onView }: { staff: Staff; onView: (view: StatementSubject) => void }) {
  const { t } = useTranslation('books');
  const [by, setBy] = useState<By>('account');
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isBusy, setBusy] = useState(false);
  const submit = async (): Promise<void> => {
    const lookUp = lookUpOf(by, typed);
    if (lookUp.kind === 'account') {
      setProblem(null);
      return onView({ accountNo: lookUp.accountNo });
    }
    if (lookUp.kind !== 'complaint') return setProblem(lookUp.kind);
    setBusy(true);
    const complaintId = await complaintIdOf(lookUp.number, staff).catch(() => undefined);
    setBusy(false);
    setProblem(complaintId === undefined ? 'unreachable' : complaintId === null ? 'noComplaint' : null);
    if (complaintId) onView({ complaintId });
  };
  return (
    <Card>
      <Form onSubmit={submit}>
        <Chips
          label={t('find.legend')}
          choices={(['account', 'complaint'] as const).map((kind) => ({ id: kind, name: t(`find.by.${kind}`) }))}
          chosen={[by]}
          onChoose={(kind) => {
            setBy(kind);
            setProblem(null);
          }}
        />
        <TextField
          label={t(`find.${by}`)}
          problem={problem === null ? null : t(`find.${problem}`)}
          hint={t(by === 'account' ? 'find.accountHint' : 'find.complaintHint')}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          longest={36}
          value={typed}
          onType={setTyped}
          beside={
            <Button type="submit" kind="main" disabled={isBusy}>
              {t('find.show')}
            </Button>
          }
        />
      </Form>
    </Card>
  );
}

function StatementOf({ staff, view }: { staff: Staff; view: StatementSubject }) {
  const { t } = useTranslation(['books', 'shell']);
  const [round, setRound] = useState(0);
  const statement = useStatement(staff.pack, view, round);
  const title = 'accountNo' in view ? t('statement.ofAccount', { number: view.accountNo }) : t('statement.ofComplaint', { number: numberOf(view.complaintId) });
  return (
    <section className="books-statement" aria-label={title}>
      <h2>{title}</h2>
      {statement === null && <Loading rows={3} />}
      {statement === 'failed' && (
        <Blank
          icon="warning"
          title={t('statement.failed.title')}
          text={t('statement.failed.text')}
          action={t('shell:retry')}
          onAction={() => setRound(round + 1)}
        />
      )}
      {statement !== null && statement !== 'failed' && <StatementPanel statement={statement} view={view} />}
    </section>
  );
}

/** Null while it is being read. */
function useStatement(pack: Staff['pack'], view: StatementSubject, round: number): Statement | 'failed' | null {
  const [statement, setStatement] = useState<Statement | 'failed' | null>(null);
  useEffect(() => {
    let isOver = false;
    setStatement(null);
    readStatement(pack, view).then(
      (read) => void (isOver || setStatement(read)),
      () => void (isOver || setStatement('failed')),
    );
    return () => {
      isOver = true;
    };
  }, [pack, view, round]);
  return statement;
}
