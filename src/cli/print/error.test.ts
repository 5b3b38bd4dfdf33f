import { describe, expect, it } from 'vitest';
import { InterdictError } from '../../model/errors.ts';
import { printError } from './error.ts';
import { outputTo } from './output.ts';

function printed(error: unknown, isDebug = false): string {
  let text = '';
  const stream = { write: (more: string) => (text += more), columns: 60 };
  printError(outputTo(stream, {}), error, isDebug);
  return text;
}

describe('an error', () => {
  it('says what is wrong, where, and what to do, within the width', () => {
    const place = { file: 'config.yml', line: 3, field: 'limits.retries' };
    expect(
      printed(new InterdictError('CONFIG_INVALID', 'It must be a whole number from 0 upwards.', place)),
    ).toBe(
      [
        'error CONFIG_INVALID  It must be a whole number from 0',
        '  upwards.',
        '  at config.yml:3 (limits.retries)',
        '  → Correct the setting at the place named.',
        '',
      ].join('\n'),
    );
  });

  it('does not say the place twice', () => {
    const error = new InterdictError('LIST_TRUNCATED', 'a.csv, line 7: the file was cut.', {
      file: 'a.csv',
      line: 7,
    });
    expect(printed(error)).toBe(
      [
        'error LIST_TRUNCATED  a.csv, line 7: the file was cut.',
        '  → Fetch the file again. The version in use stays in use.',
        '',
      ].join('\n'),
    );
  });

  it('shows no stack unless asked, and then that of the cause too', () => {
    const error = new TypeError('x is not a function');
    expect(printed(error)).toContain('error INTERNAL  x is not a function\n');
    expect(printed(error)).not.toContain('error.test.ts');
    expect(printed(error, true)).toMatch(
      /caused by TypeError: x is not a function\n\s+at .*error\.test\.ts/u,
    );
  });

  it('cannot be used by a list to steer the terminal', () => {
    expect(printed(new InterdictError('LIST_MALFORMED', 'bad \u001B[2Jrow'))).not.toContain('\u001B');
  });
});
