import type { Query, Reader, StoredDocument } from '../store.ts';

const pageSize = 500;

/** Hands over every document that a query finds, a page at a time in the order of their ids, so that no answer has to hold all of them. */
export async function readPages(reader: Reader, query: Pick<Query, 'collection' | 'where'>, add: (document: StoredDocument) => void): Promise<void> {
  for (let afterId: string | undefined = ''; afterId !== undefined;) {
    const page: StoredDocument[] = await reader.query({ ...query, afterId, limit: pageSize });
    page.forEach(add);
    afterId = page.length < pageSize ? undefined : page.at(-1)?.id;
  }
}
