/** The network's answer, or a network error when it has not come in time or is none that the asker may believe. */
export async function answerWithin(request: Request, limitMs: number, isBelieved: (answer: Response) => Promise<boolean>): Promise<Response> {
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(limitMs) });
    return (await isBelieved(answer.clone())) ? answer : Response.error();
  } catch {
    return Response.error();
  }
}
