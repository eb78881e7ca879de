import type { Pack } from '@shouwen/domain/policy/pack';
import { useTranslation } from 'react-i18next';
import { AccountFinder } from './AccountFinder.tsx';
import { canTransfer, choicesOf, type ClosureDraft, type DraftPart, type Expected, possibleKinds } from './closure-form.ts';
import { DisposalsCard } from './DisposalsCard.tsx';
import { Mark } from '../../ui/telling/Mark.tsx';
import { Choice, ChoiceGroup } from '../../ui/field/Choice.tsx';
import { Card } from '../../ui/card/Card.tsx';

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
      {expected && <DisposalsCard expected={expected} />}
    </>
  );
}

function KindChoice({ draft, pack, missing, account, onChange }: Props & { account: NonNullable<ClosureDraft['account']> }) {
  const { t } = useTranslation(['closure', 'ledger']);
  return (
    <Card label={t('form.kind')}>
      <ChoiceGroup layout="stack" label={t('form.kind')} problem={missing.includes('kind') ? t('form.missing.kind') : null}>
        {possibleKinds(account, pack).map((kind) => (
          <Choice
            key={kind}
            kind="radio"
            name="kind"
            isChosen={draft.kind === kind}
            onChoose={() => onChange({ kind, cashChoice: choicesOf({ account, kind }, pack)[0] ?? null, identityChecked: false })}
          >
            <span className="choice-text">
              <strong>{t(`kind.${kind}`)}</strong>
              <small>{t(`kindHint.${kind}`)}</small>
            </span>
          </Choice>
        ))}
      </ChoiceGroup>
      <p className="small-print">{t('form.onlyThese', { account: t(`ledger:accountKind.${account.kind}`) })}</p>
      {draft.kind && draft.kind !== 'arrears' && (
        <ChoiceGroup layout="stack" label={t('form.identity')} problem={missing.includes('identityChecked') ? t('form.missing.identityChecked') : null}>
          <Choice kind="checkbox" isChosen={draft.identityChecked} onChoose={(identityChecked) => onChange({ identityChecked })}>
            {t('form.identityChecked')}
          </Choice>
        </ChoiceGroup>
      )}
    </Card>
  );
}

const cashTexts = { transfer: 'form.cashTransfer', refund: 'form.cashRefund' } as const;

/** CLO-2 leaves this choice to the customer; the first way is the one that the policy recommends. */
function CashChoice({ draft, pack, missing, onChange }: Props) {
  const { t } = useTranslation('closure');
  return (
    <Card label={t('form.cash')}>
      <ChoiceGroup layout="stack" label={t('form.cash')} problem={missing.includes('cashChoice') ? t('form.missing.cashChoice') : null}>
        {choicesOf(draft, pack).map((way, index) => (
          <Choice key={way} kind="radio" name="cash" isChosen={draft.cashChoice === way} onChoose={() => onChange({ cashChoice: way })}>
            {t(cashTexts[way])} {index === 0 && <Mark tone="info">{t('form.recommended')}</Mark>}
          </Choice>
        ))}
      </ChoiceGroup>
    </Card>
  );
}
