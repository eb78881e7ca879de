import { useTranslation } from 'react-i18next';
import type { RecordingDraft } from '../../records/recording-drafts.ts';
import { StorageFailure } from '../../platform/storage/local-database.ts';
import { Notice } from '../../ui/telling/Notice.tsx';
import { saveFile } from '../../platform/device/save-file.ts';

/** What could not be kept is said to be so, and can be carried out of the phone's broken storage as a file. */
export function StorageProblem({ failure, draft }: { failure: unknown; draft: RecordingDraft }) {
  const { t } = useTranslation('recording');
  if (failure === null || failure === undefined) return null;
  const kind = failure instanceof StorageFailure ? failure.kind : 'unknown';
  return (
    <Notice tone="danger" action={t('storage.export')} onAction={() => download(draft)}>
      {t(`storage.${kind}`)}
    </Notice>
  );
}

function download(draft: RecordingDraft): void {
  saveFile(new Blob([JSON.stringify(draft.form, null, 2)], { type: 'application/json' }), `${draft.id}.json`);
}
