#!/usr/bin/env -S node --max-semi-space-size=32
// The flag leaves room for what lives briefly: sheets come and go by the hundred.
// TypeScript runs as it is, from any folder: tsx is registered before the program is read.
import { register } from 'tsx/esm/api';

register();
await import('./main.ts');
