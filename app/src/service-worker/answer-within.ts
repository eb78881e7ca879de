/** The network's answer, or a network error when it has not come in time. */
export async function answerWithin(request: Request, limitMs: number): Promise<Response> {
  try {
    return await fetch(request, { signal: AbortSignal.timeout(limitMs) });
  } catch {
    return Response.error();
  }
}
