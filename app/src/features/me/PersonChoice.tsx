import '../../i18n/later-texts.ts';
import { useState } from 'react';
import type { Colleague } from '@shouwen/domain/organisation/directory';
import type { Staff } from '@shouwen/domain/organisation/staff';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../platform/device/language.ts';
import { unitName } from '../../platform/reference/reference.ts';
import { useColleaguesNow } from '../../records/colleagues-now.ts';
import { Choice, ChoiceGroup } from '../../ui/field/Choice.tsx';
import { SearchField } from '../../ui/field/SearchField.tsx';
import { peopleFound } from './people-found.ts';

/** A list of a whole company would be scrolled for ever: so many are shown, and the others are found by typing. */
const mostShown = 8;

interface Props {
  label: string;
  name: string;
  people: readonly Colleague[];
  chosenUid: string;
  problem: string | null;
  hint?: string;
  /** What is to be known of somebody before they are chosen. */
  noteOf?: (person: Colleague) => string | null;
  /** The same where it is asked of their staff documents, of those who are shown. */
  presentNoteOf?: (now: Staff) => string;
  onChoose: (uid: string) => void;
}

/** One person out of many, found by name, staff number or unit. */
export function PersonChoice({ label, name, people, chosenUid, problem, hint, noteOf, presentNoteOf, onChoose }: Props) {
  const { t } = useTranslation(['approvals', 'presence', 'vocabulary']);
  const reader = useLanguage();
  const [typed, setTyped] = useState('');
  const found = peopleFound(people, typed, ({ unitId }) => unitName(unitId));
  const chosen = people.find(({ uid }) => uid === chosenUid);
  const shown = found.slice(0, mostShown);
  const listed = chosen && !shown.includes(chosen) ? [chosen, ...shown] : shown;
  const now = useColleaguesNow(presentNoteOf ? listed.map(({ uid }) => uid) : []);
  const noteAbout = (person: Colleague): string | null => {
    const present = now.people.get(person.uid);
    return present && presentNoteOf ? presentNoteOf(present) : (noteOf?.(person) ?? null);
  };
  return (
    <>
      <SearchField label={`${label}：${t('deputy.search')}`} value={typed} onType={setTyped} />
      <ChoiceGroup layout="stack" label={label} problem={problem} hint={hint ?? null}>
        {listed.map((person) => (
          <Choice key={person.uid} kind="radio" name={name} isChosen={person.uid === chosenUid} onChoose={() => onChoose(person.uid)}>
            {reader === 'en' ? person.nameEn : person.name} · {unitName(person.unitId)} · {t(`vocabulary:role.${person.role}`)}
            <Note text={noteAbout(person)} />
          </Choice>
        ))}
        {presentNoteOf && now.isLastKnown && <p className="small-print">{t('presence:lastKnown')}</p>}
        {listed.length === 0 && <p className="small-print">{t('deputy.nobody')}</p>}
        {found.length > shown.length && <p className="small-print">{t('deputy.more', { count: found.length - shown.length })}</p>}
      </ChoiceGroup>
    </>
  );
}

function Note({ text }: { text: string | null }) {
  return text !== null && <small className="small-print"> {text}</small>;
}
