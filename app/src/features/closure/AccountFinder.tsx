import { useState } from 'react';
import type { Account } from '@shouwen/domain/ledger/account';
import type { Pack } from '@shouwen/domain/policy/pack';
import { useTranslation } from 'react-i18next';
import { type AccountSearch, findByAccountNo, findByPhone } from '../../records/find-account.ts';
import { AccountCard } from './AccountCard.tsx';
import { searchTermOf } from './search-term.ts';
import { Button } from '../../ui/action/Button.tsx';
import { BareButton } from '../../ui/action/BareButton.tsx';
import { Form } from '../../ui/field/Form.tsx';
import { TextField } from '../../ui/field/TextField.tsx';
import { Card } from '../../ui/card/Card.tsx';
import { List } from '../../ui/card/List.tsx';
import './AccountFinder.css';

interface Props {
  label: string;
  pack: Pack;
  chosen: Account | null;
  onChoose: (account: Account | null) => void;
  /** What is missing, in words. */
  problem?: string | null;
}

type Found = AccountSearch | { kind: 'idle' | 'searching' | 'missing' };

/** Finds an account by its number or by the customer's phone number, which stays in this form: it is neither kept nor put into an address (RET-2). */
export function AccountFinder({ label, pack, chosen, onChoose, problem = null }: Props) {
  const { t } = useTranslation('closure');
  const [found, setFound] = useState<Found>({ kind: 'idle' });
  const search = async (typed: string): Promise<void> => {
    const term = searchTermOf(typed, pack.identifiers.account);
    if (term.by === 'missing' || term.by === 'none') return setFound({ kind: term.by });
    setFound({ kind: 'searching' });
    const answer = await (term.by === 'phone' ? findByPhone(term.phone) : findByAccountNo(term.accountNo));
    setFound(answer);
    const [only, ...others] = answer.kind === 'found' ? answer.accounts : [];
    if (only && others.length === 0) onChoose(only);
  };
  return (
    <Card title={label}>
      {chosen ? (
        <div className="account-chosen">
          <AccountCard account={chosen} />
          <Button
            onClick={() => {
              setFound({ kind: 'idle' });
              onChoose(null);
            }}
          >
            {t('find.change')}
          </Button>
        </div>
      ) : (
        <SearchForm found={found} problem={problem} onSearch={(typed) => void search(typed)} onChoose={onChoose} />
      )}
    </Card>
  );
}

interface SearchFormProps {
  found: Found;
  problem: string | null;
  onSearch: (typed: string) => void;
  onChoose: (account: Account) => void;
}

function SearchForm({ found, problem, onSearch, onChoose }: SearchFormProps) {
  const { t } = useTranslation('closure');
  const [typed, setTyped] = useState('');
  const failure = found.kind === 'found' || found.kind === 'idle' || found.kind === 'searching' ? problem : t(`find.${found.kind}`);
  return (
    <>
      <Form onSubmit={() => onSearch(typed)}>
        <TextField
          label={t('find.label')}
          problem={failure}
          hint={t('find.hint')}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          longest={36}
          value={typed}
          onType={setTyped}
          beside={
            <Button type="submit" disabled={found.kind === 'searching'}>
              {t(found.kind === 'searching' ? 'find.searching' : 'find.search')}
            </Button>
          }
        />
      </Form>
      {found.kind === 'found' && found.accounts.length > 1 && (
        <>
          <p role="status">{t('find.choose')}</p>
          <List isSpaced>
            {found.accounts.map((account) => (
              <li key={account.accountNo}>
                <BareButton className="account-choice" onClick={() => onChoose(account)}>
                  <AccountCard account={account} />
                </BareButton>
              </li>
            ))}
          </List>
        </>
      )}
    </>
  );
}
