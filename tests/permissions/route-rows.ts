// For tests: who may open which address; a new page or answer without a row fails.

import { permissions, type Act } from '#people/may.ts';
import { roles, type Role } from '#people/person.ts';

export type RouteRow =
  /** Whoever holds one of these; where the address names something of a site, there. */
  | { readonly roles: readonly Role[]; readonly anywhere?: true }
  /** Not tried here: what decides instead. */
  | { readonly because: string };

const visitors = { because: 'before anybody is signed in: a code, a link or a password decides' };
const account = { because: 'one’s own account, by one’s own session: the sign-in library’s tests' };
const by = (act: Act): RouteRow => ({ roles: permissions[act] });
const signedIn: RouteRow = { roles, anywhere: true };
const site = by('view site');
const unit = by('view unit');
const manage = by('manage unit');
const setting = by('change setting');
const plan = by('read plan');
const roster = by('view roster');
const breach = by('keep breach record');
const audit = by('view audit');
const inviter = by('invite member');
const people: RouteRow = { roles: ['administrator', 'provincial_officer', 'commune_police'] };

export const routeRows: Readonly<Record<string, RouteRow>> = {
  '/language': { because: 'a cookie, nothing else' },
  '/sign-out': { because: 'ends the session of whoever asks' },
  '/(public)/invitation': visitors,
  '/(public)/privacy': visitors,
  '/(public)/privacy/form': visitors,
  '/(public)/setup': visitors,
  '/(public)/sign-in': visitors,
  '/(public)/sign-in/code': visitors,
  '/(public)/sign-in/passkey': visitors,
  '/(public)/sign-in/provider': visitors,
  '/(public)/sign-in/provider/back': visitors,
  '/staff': signedIn,
  '/staff/[...nowhere]': { because: 'no page: 404 for everybody' },
  '/staff/account': account,
  '/staff/account/data': signedIn,
  '/staff/account/data/data.json': signedIn,
  '/staff/account/data/print': signedIn,
  '/staff/account/mail': signedIn,
  '/staff/account/passkey': account,
  '/staff/account/provider': account,
  '/staff/account/second-factor': account,
  '/staff/bodies': unit,
  '/staff/bodies/[unit]': unit,
  '/staff/bodies/[unit]/[body]': unit,
  '/staff/figures': site,
  '/staff/glass': by('view glass'),
  '/staff/glass/new': by('break glass'),
  '/staff/law': unit,
  '/staff/law/[key]': unit,
  '/staff/people': people,
  '/staff/people/[person]': people,
  '/staff/people/[person]/hand-over': by('hand over role'),
  '/staff/people/hand-overs/[handOver]': { because: 'the two people of it, or who reaches where' },
  '/staff/people/invitations': inviter,
  '/staff/people/invite': inviter,
  '/staff/permissions': signedIn,
  '/staff/places': unit,
  '/staff/places/[unit]': unit,
  '/staff/places/change': manage,
  '/staff/places/import': manage,
  '/staff/places/search': unit,
  '/staff/plans': plan,
  '/staff/plans/[plan]': plan,
  '/staff/plans/[plan]/correct': plan,
  '/staff/plans/[plan]/original': plan,
  '/staff/plans/[plan]/paper.docx': plan,
  '/staff/plans/[plan]/paper.pdf': plan,
  '/staff/privacy': by('handle request'),
  '/staff/privacy/[request]': by('handle request'),
  '/staff/privacy/[request]/data.json': by('handle request'),
  '/staff/privacy/[request]/print': by('handle request'),
  '/staff/privacy/breaches': breach,
  '/staff/privacy/breaches/[breach]': breach,
  '/staff/privacy/breaches/[breach]/paper.docx': breach,
  '/staff/privacy/breaches/[breach]/paper.pdf': breach,
  '/staff/privacy/breaches/new': breach,
  '/staff/privacy/holidays': { roles: ['administrator', 'data_protection_officer'] },
  '/staff/privacy/retention': by('end records'),
  '/staff/privacy/new': by('handle request'),
  // Everybody's own doings; others' by their own act, in the query.
  '/staff/record': signedIn,
  '/staff/record/closings': audit,
  '/staff/record/closings/[number]': audit,
  '/staff/record/closings/[number]/paper.docx': audit,
  '/staff/record/closings/[number]/paper.pdf': audit,
  '/staff/record/closings/[number]/print': audit,
  '/staff/record/export.csv': signedIn,
  '/staff/role-rules': by('manage role rule'),
  '/staff/settings': setting,
  '/staff/settings/bodies': manage,
  '/staff/settings/backup': setting,
  '/staff/settings/contact': setting,
  '/staff/settings/demo': by('remove demo'),
  '/staff/settings/environment': setting,
  '/staff/settings/languages': setting,
  '/staff/settings/mail': { because: 'administrators alone; it asks the running server' },
  '/staff/settings/place': manage,
  '/staff/settings/work': setting,
  '/staff/reference': unit,
  '/staff/sites': signedIn,
  '/staff/sites/[site]': site,
  '/staff/sites/[site]/activities': site,
  '/staff/sites/[site]/activities/[activity]': site,
  '/staff/sites/[site]/activities/new': by('record activity'),
  '/staff/sites/[site]/duties': site,
  '/staff/sites/[site]/duties/[duty]': site,
  '/staff/sites/[site]/files/[ref]': site,
  '/staff/sites/[site]/households': roster,
  '/staff/sites/[site]/households/[household]': roster,
  '/staff/sites/[site]/indicators': site,
  '/staff/sites/[site]/indicators/[indicator]': site,
  '/staff/sites/[site]/members': roster,
  '/staff/sites/[site]/members/[member]': roster,
  '/staff/sites/[site]/place': site,
  '/staff/sites/[site]/reviews': site,
  '/staff/sites/[site]/reviews/[review]': site,
  '/staff/sites/[site]/reviews/[review]/paper.docx': site,
  '/staff/sites/[site]/reviews/[review]/paper.pdf': site,
  '/staff/sites/[site]/reviews/[review]/print': site,
  '/staff/sites/[site]/steps/[number]': site,
  '/staff/standing-in': signedIn,
};
