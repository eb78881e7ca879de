import '../../platform/device/schemas-without-eval.ts';
import { z } from 'zod';
import type { StatementSubject } from '@shouwen/domain/books/statement';
import type { Export } from '../../parts/ExportSheet.tsx';
import { language } from '../../platform/device/language.ts';
import { call, CallRefused } from '../../platform/callable/callable.ts';

const exportSchema = z.object({ csv: z.string() });

/** A statement as a file. Who took it out, when and why is on record (RET-2). */
export async function exportStatement(view: StatementSubject, reason: string): Promise<Export> {
  try {
    const { csv } = exportSchema.parse(await call('exportStatement', { ...view, reason, language: language() === 'en' ? 'en' : 'zh' }));
    return { kind: 'file', file: new Blob([csv], { type: 'text/csv;charset=utf-8' }) };
  } catch (error) {
    return error instanceof CallRefused ? { kind: 'refused', code: error.reason.code } : { kind: 'failed' };
  }
}
