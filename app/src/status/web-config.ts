/** Put in by the build from SHOUWEN_WEB_CONFIG. */
interface BuildConstants {
  readonly DOCUMENTS_URL: string;
  readonly API_KEY: string;
}

const { DOCUMENTS_URL, API_KEY } = { DOCUMENTS_URL: import.meta.env.DOCUMENTS_URL, API_KEY: import.meta.env.API_KEY } as BuildConstants;

/** Address of a document or of a method such as `:commit`, below the project's documents. */
export function firestoreUrl(path: string): string {
  return `${DOCUMENTS_URL}${path}?key=${encodeURIComponent(API_KEY)}`;
}
