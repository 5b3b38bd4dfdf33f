// Asks the server. Every failure becomes an ApiError with the server's stable code, its words and its remedy, so that
// pages can show what happened and what to do.

export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly code: string;
  readonly remedy: string | undefined;
  readonly field: string | undefined;

  constructor(code: string, message: string, remedy?: string, field?: string) {
    super(message);
    this.code = code;
    this.remedy = remedy;
    this.field = field;
  }
}

interface ErrorBody {
  readonly error?: { code: string; message: string; remedy?: string; field?: string };
}

/** The answer of a request, checked for success; the caller reads its body. */
export async function request(path: string, init: RequestInit = {}): Promise<Response> {
  let response: Response;
  try {
    // The server takes changes from a signed-in browser only with a header that no form of another page can send.
    const headers = { ...init.headers, 'X-Interdict-Request': '1' };
    response = await fetch(`/api/v1${path}`, { ...init, headers, credentials: 'same-origin' });
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new ApiError(
      'UNREACHABLE',
      'Interdict does not answer.',
      'Is it still running? Start it and try again.',
    );
  }
  if (response.ok) return response;
  const body = (await response.json().catch(() => ({}))) as ErrorBody;
  const {
    code = 'HTTP',
    message = `The server answered ${response.status}.`,
    remedy,
    field,
  } = body.error ?? {};
  throw new ApiError(code, message, remedy, field);
}

export async function getJson<Answer>(path: string, signal?: AbortSignal): Promise<Answer> {
  return (await (await request(path, signal ? { signal } : {})).json()) as Answer;
}

export async function postJson<Answer>(
  path: string,
  body: unknown = {},
  signal?: AbortSignal,
): Promise<Answer> {
  const response = await request(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
    ...(signal ? { signal } : {}),
  });
  return (await response.json()) as Answer;
}

export async function postForm<Answer>(path: string, form: FormData): Promise<Answer> {
  return (await (await request(path, { method: 'POST', body: form })).json()) as Answer;
}

/** The lines of a streamed answer, one JSON value each, as they come. */
export async function* postLines<Line>(path: string, body: unknown = {}): AsyncGenerator<Line> {
  const response = await request(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.body) return;
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { value, done } = await reader.read();
    const lines = (rest + (value ?? '')).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line.trim() !== '') yield JSON.parse(line) as Line;
    if (done) break;
  }
  if (rest.trim() !== '') yield JSON.parse(rest) as Line;
}
