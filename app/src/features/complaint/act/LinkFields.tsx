import '../../../i18n/later-texts.ts';
import { gapsIn, readTrace, suggestLink, type TraceLine } from '@shouwen/domain/complaint/mail-trace';
import { linkReasons, links, ownLinks } from '@shouwen/domain/complaint/responsible-link';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/format.ts';
import { nowMs } from '../../../platform/device/clock.ts';
import { inLanguage, useLanguage } from '../../../platform/device/language.ts';
import { Button } from '../../../ui/action/Button.tsx';
import { Choice, ChoiceGroup } from '../../../ui/field/Choice.tsx';
import { Select } from '../../../ui/field/Select.tsx';
import { TextArea } from '../../../ui/field/TextField.tsx';
import { Notice } from '../../../ui/telling/Notice.tsx';
import type { ComplaintView } from '../complaint-view.ts';
import type { CommandDraft } from './command-form.ts';

interface Props {
  draft: CommandDraft;
  missing: readonly string[];
  view: ComplaintView;
  onChange: (name: string, value: string) => void;
}

/** PST-2: where on its way an item came to harm; its trace, if there is one, says where it lay. */
export function LinkFields({ draft, missing, view, onChange }: Props) {
  const { t } = useTranslation('link');
  const link = links.find((known) => known === draft['link']);
  return (
    <>
      <TextArea
        label={t('trace.label')}
        hint={t('trace.hint')}
        problem={missing.includes('trace') ? t('trace.wrong') : null}
        rows={4}
        longest={8000}
        value={draft['trace'] ?? ''}
        onType={(text) => onChange('trace', text)}
      />
      <TraceReading typed={draft['trace'] ?? ''} view={view} onChange={onChange} />
      <ChoiceGroup layout="row" label={t('link.label')} problem={missing.includes('link') ? t('link.missing') : null}>
        {links.map((id) => (
          <Choice key={id} kind="radio" name="link" isChosen={link === id} onChoose={() => onChange('link', id)}>
            {t(`of.${id}`)}
          </Choice>
        ))}
      </ChoiceGroup>
      {link && ownLinks.includes(link) && <UnitChoice draft={draft} missing={missing} view={view} onChange={onChange} />}
      <Select
        label={t('cause.label')}
        problem={missing.includes('cause') ? t('cause.missing') : null}
        value={draft['cause'] ?? ''}
        onChoose={(cause) => onChange('cause', cause)}
        options={[{ value: '', text: t('choose') }, ...linkReasons.map((id) => ({ value: id, text: t(`causeOf.${id}`) }))]}
      />
      <TextArea
        label={t('evidence.label')}
        problem={missing.includes('evidence') ? t('evidence.missing') : null}
        rows={3}
        longest={1000}
        value={draft['evidence'] ?? ''}
        onType={(text) => onChange('evidence', text)}
      />
    </>
  );
}

function UnitChoice({ draft, missing, view, onChange }: Props) {
  const { t } = useTranslation('link');
  const language = useLanguage();
  const units = [...(view.predictContext?.units.values() ?? [])].filter(({ pack }) => pack === view.complaint.pack);
  return (
    <Select
      label={t('unit.label')}
      problem={missing.includes('unitId') ? t('unit.missing') : null}
      value={draft['unitId'] ?? ''}
      onChoose={(unitId) => onChange('unitId', unitId)}
      options={[{ value: '', text: t('choose') }, ...units.map(({ id, name }) => ({ value: id, text: inLanguage(name, language) }))]}
    />
  );
}

/** What the trace says, and what it points to; whoever names the link takes it or not. */
function TraceReading({ typed, view, onChange }: Pick<Props, 'view' | 'onChange'> & { typed: string }) {
  const { t } = useTranslation('link');
  const format = useFormat();
  const gapHours = view.predictContext?.pack.mailChain?.gapHours;
  const lines = readTrace(typed, nowMs());
  const [first, last] = [lines[0], lines.at(-1)];
  if (gapHours === undefined || !first || !last) return null;
  const suggestion = suggestLink(lines, gapHours, nowMs());
  return (
    <Notice tone={suggestion ? 'warning' : 'info'}>
      <p>{t('read', { count: lines.length, from: format.moment(first.atMs), until: format.moment(last.atMs) })}</p>
      <Gaps lines={lines} gapHours={gapHours} />
      {suggestion && (
        <>
          <p>{t('suggested', { link: t(`of.${suggestion.link}`), cause: t(`causeOf.${suggestion.cause}`) })}</p>
          <Button
            onClick={() => {
              onChange('link', suggestion.link);
              onChange('cause', suggestion.cause);
            }}
          >
            {t('take')}
          </Button>
        </>
      )}
    </Notice>
  );
}

function Gaps({ lines, gapHours }: { lines: readonly TraceLine[]; gapHours: number }) {
  const { t } = useTranslation('link');
  const format = useFormat();
  const gaps = gapsIn(lines, gapHours, nowMs());
  if (gaps.length === 0) return <p>{t('noGap', { hours: gapHours })}</p>;
  return gaps.map(({ afterIndex, hours }) => {
    const line = lines[afterIndex];
    return line && <p key={afterIndex}>{t('gap', { moment: format.moment(line.atMs), hours: Math.floor(hours), text: line.text })}</p>;
  });
}
