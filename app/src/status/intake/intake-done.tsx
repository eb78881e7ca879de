import { useEffect, useState } from 'preact/hooks';
import { intakeTexts } from '../i18n/intake-texts.ts';
import { usePageLanguage } from '../i18n/language.ts';
import { formatMoment } from '../moment.ts';
import { sendPhoto } from './send-recording.ts';
import type { RedrawnPhoto } from './redraw-photo.ts';

export interface Done {
  token: string;
  number: string;
  promisedAtMs: number;
}

interface Props {
  done: Done;
  photos: readonly RedrawnPhoto[];
  onAnother: () => void;
}

/** What the customer has at once: the number, by when they are answered, and the way to their page. */
export function IntakeDone({ done: { token, number, promisedAtMs }, photos, onAnother }: Props) {
  const { texts: common, language } = usePageLanguage();
  const texts = intakeTexts[language].done;
  const [isCopied, setCopied] = useState(false);
  const link = `${location.origin}/s#${token}`;
  return (
    <section class="card state">
      <h1 tabIndex={-1} ref={(heading) => heading?.focus()}>
        {texts.title}
      </h1>
      <p class="number">
        {common.number} <strong>{number}</strong>
      </p>
      <p class="promise">{texts.promise(formatMoment(promisedAtMs, language))}</p>
      <p>{texts.keep}</p>
      <LinkCode link={link} label={texts.code} />
      <p class="typed">{link}</p>
      <p class="actions">
        <a class="button" href={link}>
          {texts.open}
        </a>
        <button type="button" class="secondary" onClick={() => void navigator.clipboard.writeText(link).then(() => setCopied(true))}>
          {texts.copy}
        </button>
        <button type="button" class="secondary" onClick={onAnother}>
          {texts.another}
        </button>
      </p>
      <p role="status" class="outcome">
        {isCopied && texts.copied} <PhotosSending token={token} photos={photos} />
      </p>
    </section>
  );
}

const [mostTries, pauseMs] = [20, 2_000];

/** One after the other, each tried again for a while: the page that they belong to is there a moment later. */
function PhotosSending({ token, photos }: { token: string; photos: readonly RedrawnPhoto[] }) {
  const texts = intakeTexts[usePageLanguage().language].done;
  const [sent, setSent] = useState(0);
  const [failed, setFailed] = useState(0);
  useEffect(() => {
    let isOver = false;
    const sendAll = async (): Promise<void> => {
      for (const photo of photos) {
        const outcome = await untilSent(token, photo, () => isOver);
        if (isOver) return;
        if (outcome) setSent((count) => count + 1);
        else setFailed((count) => count + 1);
      }
    };
    void sendAll();
    return () => {
      isOver = true;
    };
  }, [token, photos]);
  const left = photos.length - sent - failed;
  if (photos.length === 0) return null;
  return <>{left > 0 ? texts.photosSending(left) : failed > 0 ? texts.photosFailed : texts.photosSent(sent)}</>;
}

async function untilSent(token: string, photo: RedrawnPhoto, isOver: () => boolean): Promise<boolean> {
  for (let tries = 0; tries < mostTries && !isOver(); tries += 1) {
    const outcome = await sendPhoto(token, photo);
    if (outcome !== 'later') return outcome === 'sent';
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  return false;
}

/** Always black on white with a quiet zone, as cameras read it. It comes once it is wanted. */
function LinkCode({ link, label }: { link: string; label: string }) {
  const [path, setPath] = useState<{ size: number; modules: string } | null>(null);
  useEffect(() => {
    void import('uqr').then(({ encode }) => {
      const { data, size } = encode(link, { ecc: 'M', border: 3 });
      setPath({ size, modules: data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join('') });
    });
  }, [link]);
  if (path === null) return null;
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${path.size} ${path.size}`} shape-rendering="crispEdges" class="code">
      <rect width={path.size} height={path.size} fill="#fff" />
      <path d={path.modules} fill="#000" />
    </svg>
  );
}
