import { describe, expect, it } from 'vitest';
import { FailureThrottle, networkOf } from './failure-throttle.ts';

function throttleAt(): { throttle: FailureThrottle; pass: (milliseconds: number) => void } {
  let now = 1_000_000;
  return {
    throttle: new FailureThrottle(() => now),
    pass: (milliseconds) => {
      now += milliseconds;
    },
  };
}

function fail(throttle: FailureThrottle, address: string, times: number): void {
  for (let at = 0; at < times; at++) throttle.failed(address);
}

describe('whoever shows wrong keys', () => {
  it('may mistype some times', () => {
    const { throttle } = throttleAt();
    fail(throttle, '192.0.2.1', 9);
    expect(throttle.waitOf('192.0.2.1')).toBe(0);
  });

  it('waits twice as long after each further one, up to a quarter of an hour', () => {
    const { throttle, pass } = throttleAt();
    fail(throttle, '192.0.2.1', 10);
    expect(throttle.waitOf('192.0.2.1')).toBe(1_000);
    pass(1_000);
    expect(throttle.waitOf('192.0.2.1')).toBe(0);
    fail(throttle, '192.0.2.1', 1);
    expect(throttle.waitOf('192.0.2.1')).toBe(2_000);
    fail(throttle, '192.0.2.1', 50);
    expect(throttle.waitOf('192.0.2.1')).toBe(15 * 60_000);
  });

  it('holds up nobody else', () => {
    const { throttle } = throttleAt();
    fail(throttle, '192.0.2.1', 20);
    expect(throttle.waitOf('192.0.2.2')).toBe(0);
  });

  it('is forgiven after a right one, and forgotten after a while', () => {
    const { throttle, pass } = throttleAt();
    fail(throttle, '192.0.2.1', 20);
    throttle.succeeded('192.0.2.1');
    expect(throttle.waitOf('192.0.2.1')).toBe(0);
    fail(throttle, '192.0.2.2', 9);
    pass(16 * 60_000);
    fail(throttle, '192.0.2.2', 2);
    expect(throttle.waitOf('192.0.2.2')).toBe(0);
  });

  it('does not escape by other addresses of the same network', () => {
    const { throttle } = throttleAt();
    for (let at = 0; at < 20; at++) throttle.failed(`2001:db8:1:2::${at.toString(16)}`);
    expect(throttle.waitOf('2001:db8:1:2:ffff:ffff:ffff:ffff')).toBeGreaterThan(0);
    expect(throttle.waitOf('2001:db8:1:3::1')).toBe(0);
  });
});

describe('the network of an address', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['2001:db8:1:2::', '2001:db8:1:2'],
    ['::1', '0:0:0:0'],
  ])('%s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
