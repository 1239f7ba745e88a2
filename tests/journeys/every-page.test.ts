// Every page there is, on a phone and on a desk, by day and by night: for everybody, and never pushed sideways.

import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { findBarriers, findFaintText, openPage, overflowOf, sizes, type Size } from './browser.ts';
import { bringIn } from './own-site.ts';
import { asText, writePlan } from './plan-on-paper.ts';
import { comeInAs, rememberSignIn, type DemoPerson } from './sign-in.ts';
import { draftReview } from './steps.ts';

const nameOfPage = [
  'the front page',
  'signing in',
  'setting up with a used link',
  'a page that is not there',
] as const;
