import '../platform/device/schemas-without-eval.ts';
import { shownPapers, type ShownPaper } from '@shouwen/domain/refund/cash-hand-over';
import { z } from 'zod';
import { call, CallRefused } from '../platform/callable/callable.ts';
import type { ShrunkPhoto } from '../platform/device/shrunk-photo.ts';

export interface OpenedPaper {
  paperKind: ShownPaper;
  paperNo: string;
  /** An address of the picture that holds it itself; it is never kept. */
  photoUrl: string;
}

export type Asked<Answer> = { kind: 'done'; answer: Answer } | { kind: 'refused'; code: string } | { kind: 'unreachable' };

/** Files what shows who the customer of a closing was. */
export function filePaper(closureId: string, paperKind: ShownPaper, paperNo: string, photo: ShrunkPhoto): Promise<Asked<null>> {
  return asked(async () => {
    await call('fileClosureEvidence', { closureId, paperKind, paperNo, photo: toBase64(photo.bytes) });
    return null;
  });
}

/** Shows it; that one looked is on record. */
export function openPaper(closureId: string): Promise<Asked<OpenedPaper>> {
  return asked(async () => {
    const schema = z.object({ paperKind: z.enum(shownPapers), paperNo: z.string(), photo: z.string() });
    const { paperKind, paperNo, photo } = schema.parse(await call('openClosureEvidence', { closureId }));
    return { paperKind, paperNo, photoUrl: `data:image/jpeg;base64,${photo}` };
  });
}

/** The address of the customer's page about a closing. */
export function customerLink(closureId: string): Promise<Asked<string>> {
  return asked(async () => {
    const { token } = z.object({ token: z.string() }).parse(await call('showClosureLink', { closureId }));
    return `${location.origin}/s#c.${token}`;
  });
}

async function asked<Answer>(ask: () => Promise<Answer>): Promise<Asked<Answer>> {
  try {
    return { kind: 'done', answer: await ask() };
  } catch (error) {
    return error instanceof CallRefused ? { kind: 'refused', code: error.reason.code } : { kind: 'unreachable' };
  }
}

/** In pieces, because a call takes only so many arguments. */
function toBase64(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192) pieces.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  return btoa(pieces.join(''));
}
