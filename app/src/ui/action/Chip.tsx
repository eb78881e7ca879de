import './Chip.css';
import type { ReactNode } from 'react';

interface ChipProps {
  isChosen: boolean;
  onChoose: () => void;
  /** Where the words are in another language than the page. */
  lang?: string;
  children: ReactNode;
}

/** One tap chooses; that it is chosen is told by a sign as well as by colour. */
export function Chip({ isChosen, onChoose, lang, children }: ChipProps) {
  return (
    <button type="button" className="chip" lang={lang} aria-pressed={isChosen} onClick={onChoose}>
      {children}
    </button>
  );
}

/** Stands behind the chips and leads to what is not among them. */
export function MoreChip({ onClick, children }: { onClick: () => void; children: ReactNode }) {
  return (
    <button type="button" className="chip chip-more" onClick={onClick}>
      {children}
    </button>
  );
}

/** Chips side by side; with a name of its own where nothing around it says what is chosen. */
export function ChipRow({ label, children }: { label?: string; children: ReactNode }) {
  return (
    <div className="chip-row" {...(label === undefined ? {} : { role: 'group', 'aria-label': label })}>
      {children}
    </div>
  );
}

interface ChipsProps<Id extends string> {
  label?: string;
  choices: readonly { id: Id; name: string; lang?: string }[];
  chosen: readonly Id[];
  onChoose: (id: Id) => void;
}

/** A row of chips to choose from. */
export function Chips<Id extends string>({ choices, chosen, onChoose, ...row }: ChipsProps<Id>) {
  return (
    <ChipRow {...row}>
      {choices.map(({ id, name, ...language }) => (
        <Chip key={id} {...language} isChosen={chosen.includes(id)} onChoose={() => onChoose(id)}>
          {name}
        </Chip>
      ))}
    </ChipRow>
  );
}
