// Time limits of a fetch as abort signals: which limit was passed is said by the signal's reason.

/** Why a deadline stopped an attempt. */
export class Expired {
  readonly what: string;

  constructor(what: string) {
    this.what = what;
  }
}

/** A signal that comes when time is up, or when the outer signal comes. The time can be set anew. */
export class Deadline {
  readonly #own = new AbortController();
  readonly signal: AbortSignal;
  #timer: NodeJS.Timeout | undefined;

  constructor(outer: AbortSignal | undefined) {
    this.signal = outer ? AbortSignal.any([outer, this.#own.signal]) : this.#own.signal;
  }

  set(ms: number, what: string): void {
    this.clear();
    this.#timer = setTimeout(() => this.#own.abort(new Expired(what)), ms);
  }

  clear(): void {
    clearTimeout(this.#timer);
  }
}
