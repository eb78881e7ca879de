import { useState } from 'react';
import type { Pack } from '@shouwen/domain/policy/pack';
import { type PolicyField, policyGroups, type PolicyValue, valueAt } from '@shouwen/domain/policy/policy-field';
import { policyFields } from '@shouwen/domain/policy/policy-fields';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/icon/Icon.tsx';
import { Notice } from '../../ui/telling/Notice.tsx';
import { FigureSheet } from './FigureSheet.tsx';
import { useFigureWords } from '../../parts/figure-wording.ts';
import { isDraftOutdated, type PolicyDraft, withFigure } from './policy-draft.ts';
import { BareButton } from '../../ui/action/BareButton.tsx';
import { Card } from '../../ui/card/Card.tsx';
import { List } from '../../ui/card/List.tsx';
import '../../parts/FigureChanges.css';
import './FiguresTab.css';

export interface DraftForm {
  content: PolicyDraft;
  put: (part: Partial<PolicyDraft>) => void;
  forget: () => void;
}

interface Props {
  pack: Pack;
  form: DraftForm;
  isEditor: boolean;
}

/** Every figure of the policy in its group, with what it is and what it is about to become. */
export function FiguresTab({ pack, form, isEditor }: Props) {
  const { t } = useTranslation('policy');
  const [editedKey, setEditedKey] = useState<string | null>(null);
  const draft = form.content;
  const fields = policyFields(pack);
  const edited = fields.find(({ key }) => key === editedKey);
  const wanted = (field: PolicyField): PolicyValue | undefined => draft.changes.find(({ key }) => key === field.key)?.value;
  const groups = policyGroups.map((name) => ({ name, ofGroup: fields.filter(({ group }) => group === name) })).filter(({ ofGroup }) => ofGroup.length > 0);
  return (
    <>
      <p className="policy-version small-print">{t('inForce', { version: pack.version })}</p>
      {!isEditor && <Notice tone="info">{t('readOnly')}</Notice>}
      {isDraftOutdated(draft, pack.version) && (
        <Notice tone="warning" action={t('outdated.keep')} onAction={() => form.put({ basedOn: pack.version })}>
          {t('outdated.text', { version: pack.version })}
        </Notice>
      )}
      {groups.map(({ name, ofGroup }) => (
        <Card key={name} className="figures" title={t(`group.${name}`)}>
          <List>
            {ofGroup.map((field) => (
              <li key={field.key}>
                <FigureRow field={field} value={valueAt(pack, field)} wanted={wanted(field)} onEdit={isEditor ? () => setEditedKey(field.key) : null} />
              </li>
            ))}
          </List>
        </Card>
      ))}
      {edited && (
        <FigureSheet
          field={edited}
          inForce={valueAt(pack, edited)}
          wanted={wanted(edited)}
          onClose={() => setEditedKey(null)}
          onSet={(value) => {
            form.put(withFigure(draft, pack.version, edited.key, value));
            setEditedKey(null);
          }}
        />
      )}
    </>
  );
}

interface RowProps {
  field: PolicyField;
  value: PolicyValue;
  wanted: PolicyValue | undefined;
  /** Null where it may only be read. */
  onEdit: (() => void) | null;
}

function FigureRow({ field, value, wanted, onEdit }: RowProps) {
  const { t } = useTranslation('policy');
  const words = useFigureWords();
  const basis = words.basis(field);
  const content = (
    <>
      <span className="figure-told">
        <span>{words.name(field)}</span>
        <strong className={wanted === undefined ? undefined : 'figure-before'}>{words.value(field, value)}</strong>
        {wanted !== undefined && <strong className="figure-after">{t('becomes', { value: words.value(field, wanted) })}</strong>}
        <small>{[words.bounds(field), basis].filter((text) => text !== null).join(' · ')}</small>
      </span>
      {onEdit && <Icon name="next" size={20} />}
    </>
  );
  if (!onEdit) return <div className="figure">{content}</div>;
  return (
    <BareButton className="figure" onClick={onEdit}>
      {content}
    </BareButton>
  );
}
