interface Choice<Id extends string> {
  id: Id;
  name: string;
}

/** One tap chooses; which ones are chosen is told by a sign as well as by colour. */
export function Chips<Id extends string>({ choices, chosen, onChoose }: { choices: readonly Choice<Id>[]; chosen: readonly Id[]; onChoose: (id: Id) => void }) {
  return (
    <div className="chips">
      {choices.map(({ id, name }) => (
        <button key={id} type="button" className="chip" aria-pressed={chosen.includes(id)} onClick={() => onChoose(id)}>
          {name}
        </button>
      ))}
    </div>
  );
}
