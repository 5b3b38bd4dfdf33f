import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Sum } from '../../../test/fixtures/threads/calculator.ts';
import { InterdictError } from '../../model/errors.ts';
import { AskedThread } from './asked-thread.ts';

let thread: AskedThread<Sum, number>;
beforeEach(() => {
  thread = new AskedThread(new URL('../../../test/fixtures/threads/calculator.ts', import.meta.url), 7);
});
afterEach(() => thread.close());

describe('a thread that is asked', () => {
  it('answers each question with its own answer, and knows how many wait', async () => {
    const sums = Array.from({ length: 500 }, (_, at) => at);
    const answers = sums.map((sum) => thread.ask(sum));
    expect(thread.waiting).toBe(500);
    expect(await Promise.all(answers)).toEqual(sums.map((sum) => sum * 7));
    expect(thread.waiting).toBe(0);
  });

  it('fails where it was asked, with the code and place of the error, and goes on', async () => {
    const [before, refused, failed, after] = await Promise.allSettled([
      thread.ask(1),
      thread.ask('refuse'),
      thread.ask('fail'),
      thread.ask(2),
    ]);
    expect([before, after]).toMatchObject([{ value: 7 }, { value: 14 }]);
    const { reason } = refused as PromiseRejectedResult;
    expect(reason).toBeInstanceOf(InterdictError);
    expect(reason).toMatchObject({ code: 'QUERY_INVALID', message: 'Not that.', place: { field: 'sum' } });
    expect((failed as PromiseRejectedResult).reason).toMatchObject({
      name: 'TypeError',
      message: 'It is no number.',
    });
  });

  it('tells everyone who waits when it has ended, and starts anew for the next', async () => {
    const first = await thread.ask('which');
    const waiting = await Promise.allSettled([thread.ask('end'), thread.ask(1)]);
    expect(waiting.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await thread.ask(3)).toBe(21);
    expect(await thread.ask('which')).not.toBe(first);
  });

  it('tells who asks what cannot be sent, and nobody else is disturbed', async () => {
    const unsendable = (() => 1) as unknown as Sum;
    await expect(thread.ask(unsendable)).rejects.toMatchObject({ name: 'DataCloneError' });
    expect(await thread.ask(1)).toBe(7);
  });

  it('answers nothing any more when it is closed, and keeps nobody waiting', async () => {
    const late = thread.ask(1);
    await thread.close();
    await expect(late).rejects.toThrow('closed');
    await expect(thread.ask(1)).rejects.toThrow('closed');
  });
});
