import type { ReactNode } from 'react';
import type { Pack } from '@shouwen/domain/policy/pack';
import { useTranslation } from 'react-i18next';
import { AccountFinder } from './AccountFinder.tsx';
import { canTransfer, choicesOf, type ClosureDraft, type DraftPart, type Expected, possibleKinds } from './closure-form.ts';
import { PlanCard } from './PlanCard.tsx';
import { Mark } from '../../ui/Mark.tsx';

interface Props {
  draft: ClosureDraft;
  pack: Pack;
  missing: readonly DraftPart[];
  expected: Expected | null;
  onChange: (part: Partial<ClosureDraft>) => void;
}

/** Account, reason, cash, target, and what will come of it, each once the one before it is known. */
export function ClosureForm(props: Props) {
  const { t } = useTranslation('closure');
  const { draft, pack, missing, expected, onChange } = props;
  const { account } = draft;
  return (
    <>
      <AccountFinder
        label={t('find.account')}
        pack={pack}
        chosen={account}
        problem={missing.includes('account') ? t('form.missing.account') : null}
        onChoose={(chosen) => onChange({ account: chosen, kind: null, cashChoice: null, identityChecked: false })}
      />
      {account && <KindChoice {...props} account={account} />}
      {draft.kind && choicesOf(draft, pack).length > 0 && <CashChoice {...props} />}
      {canTransfer(draft, pack) && (
        <AccountFinder label={t('find.targetOptional')} pack={pack} chosen={draft.target} onChoose={(target) => onChange({ target })} />
      )}
      {expected && <PlanCard expected={expected} />}
    </>
  );
}

function KindChoice({ draft, pack, missing, account, onChange }: Props & { account: NonNullable<ClosureDraft['account']> }) {
  const { t } = useTranslation(['closure', 'ledger']);
  return (
    <section className="panel" aria-label={t('form.kind')}>
      <Choices legend={t('form.kind')} problem={missing.includes('kind') ? t('form.missing.kind') : null}>
        {possibleKinds(account, pack).map((kind) => (
          <label key={kind} className="choice choice-wide">
            <input
              type="radio"
              name="kind"
              checked={draft.kind === kind}
              onChange={() => onChange({ kind, cashChoice: choicesOf({ account, kind }, pack)[0] ?? null, identityChecked: false })}
            />
            <span className="choice-text">
              <strong>{t(`kind.${kind}`)}</strong>
              <small>{t(`kindHint.${kind}`)}</small>
            </span>
          </label>
        ))}
      </Choices>
      <p className="small-print">{t('form.onlyThese', { account: t(`ledger:accountKind.${account.kind}`) })}</p>
      {draft.kind && draft.kind !== 'arrears' && (
        <Choices legend={t('form.identity')} problem={missing.includes('identityChecked') ? t('form.missing.identityChecked') : null}>
          <label className="choice choice-wide">
            <input type="checkbox" checked={draft.identityChecked} onChange={(event) => onChange({ identityChecked: event.target.checked })} />
            <span>{t('form.identityChecked')}</span>
          </label>
        </Choices>
      )}
    </section>
  );
}

const cashTexts = { transfer: 'form.cashTransfer', refund: 'form.cashRefund' } as const;

/** CLO-2 leaves this choice to the customer; the first way is the one that the policy recommends. */
function CashChoice({ draft, pack, missing, onChange }: Props) {
  const { t } = useTranslation('closure');
  return (
    <section className="panel" aria-label={t('form.cash')}>
      <Choices legend={t('form.cash')} problem={missing.includes('cashChoice') ? t('form.missing.cashChoice') : null}>
        {choicesOf(draft, pack).map((way, index) => (
          <label key={way} className="choice choice-wide">
            <input type="radio" name="cash" checked={draft.cashChoice === way} onChange={() => onChange({ cashChoice: way })} />
            <span>{t(cashTexts[way])}</span>
            {index === 0 && <Mark tone="info">{t('form.recommended')}</Mark>}
          </label>
        ))}
      </Choices>
    </section>
  );
}

function Choices({ legend, problem, children }: { legend: string; problem: string | null; children: ReactNode }) {
  return (
    <fieldset className="choices">
      <legend>{legend}</legend>
      {children}
      {problem !== null && (
        <p className="form-missing" role="alert">
          {problem}
        </p>
      )}
    </fieldset>
  );
}
