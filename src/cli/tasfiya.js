#!/usr/bin/env node
// TypeScript runs as it is, from any folder: tsx is registered before the program is read.
import { register } from 'tsx/esm/api';

register();
await import('./main.ts');
