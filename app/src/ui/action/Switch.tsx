import './Switch.css';

interface Props {
  isOn: boolean;
  isBusy: boolean;
  /** Id of the words beside it. */
  labelledBy: string;
  onToggle: () => void;
}

/** On or off. It shows what it is told, so it moves only when whoever keeps the answer has agreed. */
export function Switch({ isOn, isBusy, labelledBy, onToggle }: Props) {
  return (
    <button
      type="button"
      role="switch"
      className="switch"
      aria-checked={isOn}
      aria-labelledby={labelledBy}
      aria-busy={isBusy}
      disabled={isBusy}
      onClick={onToggle}
    />
  );
}
