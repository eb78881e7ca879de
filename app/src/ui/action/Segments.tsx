import './Segments.css';
import { type KeyboardEvent, useRef } from 'react';

interface SegmentsProps<Name extends string> {
  label: string;
  /** Id of the element whose content they choose. */
  controls: string;
  segments: readonly { name: Name; text: string; count?: string }[];
  chosen: Name;
  onChoose: (name: Name) => void;
}

/** Tabs within a page, moved through with the arrow keys. */
export function Segments<Name extends string>({ label, controls, segments, chosen, onChoose }: SegmentsProps<Name>) {
  const list = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    const here = segments.findIndex((segment) => segment.name === chosen);
    const there = (here + step + segments.length) % segments.length;
    const next = segments[there];
    if (!next) return;
    onChoose(next.name);
    list.current?.querySelectorAll('button')[there]?.focus();
  };
  return (
    <div className="segments" role="tablist" aria-label={label} ref={list} onKeyDown={move}>
      {segments.map(({ name, text, count }) => (
        <button
          key={name}
          type="button"
          role="tab"
          id={`${controls}-${name}`}
          aria-selected={name === chosen}
          aria-controls={controls}
          tabIndex={name === chosen ? 0 : -1}
          onClick={() => onChoose(name)}
        >
          {text}
          {count !== undefined && <span className="segment-count">{count}</span>}
        </button>
      ))}
    </div>
  );
}
