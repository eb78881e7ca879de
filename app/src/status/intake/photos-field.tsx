import { useState } from 'preact/hooks';
import { intakeTexts } from '../i18n/intake-texts.ts';
import { usePageLanguage } from '../i18n/language.ts';
import { type RedrawnPhoto, redrawPhoto } from './redraw-photo.ts';

export const mostPhotos = 3;

interface Props {
  photos: readonly RedrawnPhoto[];
  onChange: (photos: RedrawnPhoto[]) => void;
}

/** Photos beside the telling; what cannot be added is said, and holds up nothing else. */
export function PhotosField({ photos, onChange }: Props) {
  const texts = intakeTexts[usePageLanguage().language].photos;
  const [problem, setProblem] = useState('');
  const add = async (files: readonly File[]): Promise<void> => {
    const shrunk = await Promise.all(files.slice(0, mostPhotos - photos.length).map(redrawPhoto));
    const readable = shrunk.filter((photo) => photo !== null);
    setProblem(files.length > mostPhotos - photos.length ? texts.tooMany(mostPhotos) : readable.length < shrunk.length ? texts.unreadable : '');
    onChange([...photos, ...readable]);
  };
  return (
    <div class="field">
      <label for="photos">{texts.label}</label>
      <input
        id="photos"
        type="file"
        accept="image/*"
        multiple
        aria-describedby="photos-hint photos-problem"
        onChange={(event) => {
          const input = event.currentTarget;
          void add([...(input.files ?? [])]).then(() => (input.value = ''));
        }}
      />
      <p class="hint" id="photos-hint">
        {texts.hint}
      </p>
      <p class="error" id="photos-problem" role="status">
        {problem}
      </p>
      {photos.length > 0 && (
        <ul class="photos">
          {photos.map(({ preview }, index) => (
            <li key={preview}>
              <img src={preview} alt={texts.named(index + 1)} />
              <button type="button" class="plain" onClick={() => onChange(photos.filter((_photo, place) => place !== index))}>
                {texts.remove(index + 1)}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
