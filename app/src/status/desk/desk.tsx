import type { StatusView } from '@shouwen/domain/complaint/view/status-view';
import { useState } from 'preact/hooks';
import { type CallTime, callTimes, deskTexts } from '../i18n/desk-texts.ts';
import { usePageLanguage } from '../i18n/language.ts';
import { ChoiceField } from '../intake/choice-fields.tsx';
import { PhotosField } from '../intake/photos-field.tsx';
import type { RedrawnPhoto } from '../intake/redraw-photo.ts';
import { sendPhoto } from '../intake/send-recording.ts';
import { formatMoment } from '../moment.ts';
import type { Proof } from '../proof.ts';
import { useReplySending } from '../reply/use-sending.ts';
import { calendarFile } from './calendar-file.ts';

export interface DeskProps {
  view: StatusView;
  proof: Proof | null;
  onSent: () => void;
}

/** What a customer can do on their page besides writing: photos, when to call them, the promise in their calendar. */
export function Desk({ view, proof, onSent }: DeskProps) {
  return (
    <>
      {proof !== null && 'token' in proof && <PhotosPart token={proof.token} />}
      <TimesPart proof={proof} onSent={onSent} />
      {view.promisedAtMs !== null && <CalendarPart number={view.number} atMs={view.promisedAtMs} />}
    </>
  );
}

/** It takes the secret of the link: a look-up by number and phone is not enough to add evidence. */
function PhotosPart({ token }: { token: string }) {
  const texts = deskTexts[usePageLanguage().language].photos;
  const [photos, setPhotos] = useState<RedrawnPhoto[]>([]);
  const [outcome, setOutcome] = useState<Exclude<keyof typeof texts, 'title' | 'send'> | null>(null);
  const send = async (): Promise<void> => {
    if (photos.length === 0) return setOutcome('missing');
    setOutcome('sending');
    for (const photo of photos) {
      const sent = await sendPhoto(token, photo);
      if (sent !== 'sent') return setOutcome(sent === 'later' ? 'failed' : sent);
      setPhotos((left) => left.filter((other) => other !== photo));
    }
    setOutcome('sent');
  };
  return (
    <section>
      <h3>{texts.title}</h3>
      <PhotosField photos={photos} onChange={setPhotos} />
      <button type="button" aria-disabled={outcome === 'sending'} onClick={() => outcome !== 'sending' && void send()}>
        {texts.send}
      </button>
      <p role="status" class="outcome">
        {outcome !== null && texts[outcome]}
      </p>
    </section>
  );
}

function TimesPart({ proof, onSent }: Omit<DeskProps, 'view'>) {
  const texts = deskTexts[usePageLanguage().language].times;
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [isMissing, setMissing] = useState(false);
  const { isBusy, message, send } = useReplySending(proof, texts.arrived);
  const tell = async (): Promise<void> => {
    if (isBusy) return;
    setMissing(chosen.length === 0);
    if (chosen.length === 0) return;
    const times = callTimes.filter((time) => chosen.includes(time)).map((time: CallTime) => texts.choices[time]);
    if ((await send({ type: 'addInformation', text: texts.said(times) })) === 'arrived') onSent();
  };
  return (
    <section>
      <h3>{texts.title}</h3>
      <ChoiceField
        id="callTimes"
        label={texts.title}
        hint={texts.hint}
        error={isMissing && chosen.length === 0 ? texts.missing : null}
        choices={callTimes.map((id) => ({ id, name: texts.choices[id] }))}
        chosen={chosen}
        isMany
        onChoose={setChosen}
      />
      <button type="button" aria-disabled={isBusy} onClick={() => void tell()}>
        {texts.send}
      </button>
      <p role="status" class="outcome">
        {message}
      </p>
    </section>
  );
}

function CalendarPart({ number, atMs }: { number: string; atMs: number }) {
  const { language } = usePageLanguage();
  const texts = deskTexts[language].calendar;
  const file = calendarFile({ uid: number, title: texts.event(number), atMs, madeAtMs: Date.now() });
  return (
    <section>
      <h3>{texts.title}</h3>
      <p>{texts.text(formatMoment(atMs, language))}</p>
      <p>
        <a download={`${number}.ics`} href={`data:text/calendar;charset=utf-8,${encodeURIComponent(file)}`}>
          {texts.save}
        </a>
      </p>
    </section>
  );
}
