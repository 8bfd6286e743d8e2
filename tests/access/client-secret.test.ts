import { describe, expect, it } from 'vitest';
import {
  createClientSecret,
  hashClientSecret,
  isSecretOf,
  matchesHash,
} from '#src/access/client-secret.ts';

const owner = { environment: 'test', clientId: 'clinic-1' };
const { secret, hash } = createClientSecret('test', 'clinic-1');

describe('the secret of a client', () => {
  it('names its environment and client, and is another one each time', () => {
    expect(secret).toMatch(/^fse_test_clinic-1_[A-Za-z0-9_-]{43}_[0-9a-f]{8}$/);
    expect(createClientSecret('test', 'clinic-1').secret).not.toBe(secret);
    expect(hash).toBe(hashClientSecret(secret));
    for (let time = 0; time < 200; time += 1) {
      expect(isSecretOf(createClientSecret('test', 'clinic-1').secret, owner)).toBe(true);
    }
  });

  it('is none when cut, mistyped, or of another client or environment', () => {
    const other = secret.endsWith('0') ? '1' : '0';
    const wrong = [
      '',
      secret.slice(0, -1),
      secret.slice(0, -1) + other,
      secret.replace('fse_test_clinic-1', 'fse_test_clinic-2'),
      `${secret} `,
    ];
    for (const text of wrong) expect(isSecretOf(text, owner)).toBe(false);
    expect(isSecretOf(secret, { ...owner, environment: 'prod' })).toBe(false);
    expect(isSecretOf(secret, { ...owner, clientId: 'clinic-2' })).toBe(false);
  });

  it('matches any of the hashes that are active', () => {
    const second = createClientSecret('test', 'clinic-1');
    expect(matchesHash(second.secret, [hash, second.hash])).toBe(true);
    expect(matchesHash(second.secret, [hash])).toBe(false);
    expect(matchesHash(second.secret, [])).toBe(false);
  });

  it('wants an id without the sign that separates its parts', () => {
    for (const id of ['a_b', 'AB', '', 'x'.repeat(41)]) {
      expect(() => createClientSecret('test', id)).toThrow('not an id');
    }
  });
});
