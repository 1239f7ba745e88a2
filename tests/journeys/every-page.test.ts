// Every page there is, on a phone and on a desk, by day and by night: readable by everybody, never pushed sideways.

import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { findBarriers, openPage, overflowOf, sizes, type Known, type Size } from './browser.ts';
import { comeInAs } from './sign-in.ts';
