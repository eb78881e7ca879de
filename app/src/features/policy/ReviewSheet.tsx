import { useEffect, useState } from 'react';
import type { Pack } from '@shouwen/domain/policy/pack';
import { valueAt } from '@shouwen/domain/policy/policy-field';
import { policyFields } from '@shouwen/domain/policy/policy-fields';
import { useTranslation } from 'react-i18next';
import { type PolicyEffects, previewPolicy, publishPolicy } from './change-policy.ts';
import { checkConnectivity } from '../../platform/device/connectivity.ts';
import { Notice } from '../../ui/telling/Notice.tsx';
import { useRefusalSentence } from '../../parts/refusal-sentence.ts';
import { Sheet } from '../../ui/sheet/Sheet.tsx';
import { Loading } from '../../frame/Loading.tsx';
import { FigureChanges } from '../../parts/FigureChanges.tsx';
import { EffectPanel } from './EffectPanel.tsx';
import type { DraftForm } from './FiguresTab.tsx';
import { useFigureWords } from '../../parts/figure-wording.ts';
import { Button } from '../../ui/action/Button.tsx';
import { Form } from '../../ui/field/Form.tsx';
import { TextArea } from '../../ui/field/TextField.tsx';
import { Choice } from '../../ui/field/Choice.tsx';

interface Props {
  pack: Pack;
  form: DraftForm;
  onClose: () => void;
  /** Null where it waits for a second person. */
  onPublished: (version: string | null) => void;
}

type Trouble = { kind: 'reasonMissing' | 'failed' | 'offline' } | { kind: 'refused'; code: string; detail: string | null };

/** What changes and what that would do, before it is published with a reason. */
export function ReviewSheet({ pack, form, onClose, onPublished }: Props) {
  const { t } = useTranslation(['policy', 'shell']);
  const { content: draft, put } = form;
  const [preview, setPreview] = useState<PolicyEffects | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [isBusy, setBusy] = useState(false);
  // Kept while the sheet is open: sent again, it is the same.
  const [id] = useState(() => crypto.randomUUID());
  const { basedOn, changes } = draft;
  const tell = async (answer: { kind: 'failed' } | Extract<Trouble, { kind: 'refused' }>): Promise<void> =>
    setTrouble(answer.kind === 'refused' ? answer : { kind: (await checkConnectivity()) ? 'failed' : 'offline' });

  useEffect(() => {
    let isOver = false;
    void previewPolicy({ basedOn, changes }).then((answer) => {
      if (isOver) return;
      if (answer.kind === 'preview') setPreview(answer.preview);
      else void tell(answer);
    });
    return () => {
      isOver = true;
    };
  }, [basedOn, changes]);

  const submit = async (): Promise<void> => {
    if (draft.reason.trim() === '') return setTrouble({ kind: 'reasonMissing' });
    setTrouble(null);
    setBusy(true);
    const answer = await publishPolicy({ id, basedOn, changes, reason: draft.reason.trim(), applyToOpen: draft.applyToOpen });
    setBusy(false);
    if (answer.kind === 'published') onPublished(answer.version);
    else await tell(answer);
  };
  const fields = new Map(policyFields(pack).map((field) => [field.key, field]));
  const differences = changes.flatMap(({ key, value }) => {
    const field = fields.get(key);
    return field ? [{ key, before: valueAt(pack, field), after: value }] : [];
  });
  return (
    <Sheet title={t('review.title')} onClose={onClose}>
      <Form onSubmit={submit}>
        <FigureChanges pack={pack} changes={differences} />
        {preview ? <EffectPanel preview={preview} /> : trouble === null && <Loading rows={2} />}
        <Choice kind="checkbox" isChosen={draft.applyToOpen} onChoose={(applyToOpen) => put({ applyToOpen })}>
          {t('review.applyToOpen')}
        </Choice>
        <p className="small-print">{t(draft.applyToOpen ? 'review.applied' : 'review.notApplied')}</p>
        <TextArea
          label={t('review.reason')}
          problem={trouble?.kind === 'reasonMissing' ? t('review.reasonMissing') : null}
          longest={500}
          value={draft.reason}
          onType={(reason) => put({ reason })}
        />
        {trouble && trouble.kind !== 'reasonMissing' && <TroubleNotice trouble={trouble} pack={pack} />}
        <Button type="submit" kind="main" disabled={isBusy || preview === null}>
          {t(isBusy ? 'review.busy' : 'review.publish')}
        </Button>
      </Form>
    </Sheet>
  );
}

function TroubleNotice({ trouble, pack }: { trouble: Exclude<Trouble, { kind: 'reasonMissing' }>; pack: Pack }) {
  const { t } = useTranslation('policy');
  const sentence = useRefusalSentence();
  const words = useFigureWords();
  if (trouble.kind !== 'refused') return <Notice tone="danger">{t(`review.${trouble.kind}`)}</Notice>;
  const field = policyFields(pack).find(({ key }) => key === trouble.detail);
  const why = sentence(trouble.code);
  return <Notice tone="danger">{field ? t('review.refused', { figure: words.name(field), why }) : why}</Notice>;
}
