/** A heading under which a submitted centime stands; all start under `submitted`. */
export type Heading = 'submitted' | 'benefit' | 'copay' | 'overCap' | 'excess' | 'disallowed';

/** From which heading to which other one a rule moves an amount. */
export interface Move {
  readonly from: Heading;
  readonly to: Heading;
}

export const TO_BENEFIT: Move = { from: 'submitted', to: 'benefit' };
export const TO_COPAY: Move = { from: 'submitted', to: 'copay' };
export const TO_EXCESS: Move = { from: 'submitted', to: 'excess' };
export const TO_DISALLOWED: Move = { from: 'submitted', to: 'disallowed' };
export const TO_OVER_CAP: Move = { from: 'benefit', to: 'overCap' };
