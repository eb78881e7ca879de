interface Choice {
  id: string;
  name: string;
}

interface Props {
  id: string;
  label: string;
  hint: string;
  error: string | null;
  choices: readonly Choice[];
  chosen: readonly string[];
  /** Several may be chosen. */
  isMany?: boolean;
  onChoose: (chosen: string[]) => void;
}

/** Chips to choose from, as the browser's own buttons: those work with every keyboard and reader. */
export function ChoiceField({ id, label, hint, error, choices, chosen, isMany = false, onChoose }: Props) {
  const toggled = (choice: string): string[] => {
    if (!isMany) return [choice];
    return chosen.includes(choice) ? chosen.filter((other) => other !== choice) : [...chosen, choice];
  };
  return (
    <fieldset class="chips" id={id} tabIndex={-1} aria-describedby={`${id}-error ${id}-hint`}>
      <legend>{label}</legend>
      {choices.map((choice) => (
        <label key={choice.id}>
          <input
            type={isMany ? 'checkbox' : 'radio'}
            name={id}
            value={choice.id}
            checked={chosen.includes(choice.id)}
            onChange={() => onChoose(toggled(choice.id))}
          />
          <span>{choice.name}</span>
        </label>
      ))}
      <p class="error" id={`${id}-error`}>
        {error}
      </p>
      {hint !== '' && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </fieldset>
  );
}
