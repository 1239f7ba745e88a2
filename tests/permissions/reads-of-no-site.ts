// For tests: reads that no site decides, each with what does.

const house = 'places, bodies and rules: the same for everybody who signs in';
const person = 'asked for one person, by themselves or by a command that asked already';
const command = 'what an earlier sending of the same command did, within the command that asked';
const signIn = 'before anybody is known, or one’s own account';
const keeper = 'the keeper of personal data: the policies of its tables (privacy)';
const glass = 'who opened it, the people of the site and superiors: glass.test.ts';
const record = 'one’s own, or what view audit reaches: hidden.test.ts and the record’s own tests';
const roster = 'roles by place: the matrix of roles (people)';

const of = (slice: string, reason: string, names: string): Readonly<Record<string, string>> =>
  Object.fromEntries(names.split(' ').map((name) => [`${slice}/${name}`, reason]));

export const readsOfNoSite: Readonly<Record<string, string>> = {
  ...of('record', record, 'listEntries listExportRows listPeopleToAsk'),
  ...of('places', house, 'findUnit listWithParents listBelow listUnitsUnder listUnitsFrom'),
  ...of('places', house, 'findLineage listParts listChangesOf listRivals listEndedWithCodes'),
  ...of('places', house, 'searchUnits findUnits listBodies findBody searchBodies listBodiesById'),
  ...of('places', house, 'listWaitingBodies listBodiesOfSites listBodyChanges listHamletsNamed'),
  ...of('places', command, 'isChangeSent isBodyChangeSent listHoldingsAt'),
  ...of('law', house, 'listLaw listRules listRecordedRules findRuleById'),
  ...of('law', command, 'findRuleOfCommand'),
  ...of('privacy', house, 'listHolidays'),
  ...of(
    'installation',
    'whether the demo is there, and whether somebody came with it: yes or no',
    'isDemoThere isOfDemo wasDemoRemoved',
  ),
  ...of('people', signIn, 'listHeld'),
  ...of('plans', command, 'findPlanOfCommand findPlanReadingForUpdate'),
  ...of(
    'plans',
    'an id of a paper that is there already, nothing of it',
    'findSamePaper findOtherWithIdentity',
  ),
  ...of(
    'people',
    glass,
    'listGlassCases findSitesBeyond findSiteBeyond findOpenGlass hasOpenGlass',
  ),
  ...of('people', glass, 'listOpenings findOpening countUnseenOpenings findOpeningOfCommand'),
  ...of(
    'people',
    'whom to tell, while one has opened the site: glass-mail.test.ts',
    'listPeopleOfOpened',
  ),
  ...of(
    'people',
    'whether a command was carried out already, by its id alone',
    'isAccountCommandKnown',
  ),
  ...of(
    'people',
    roster,
    'listPeople findPerson searchPeople listColleagues listHeldRoles listHelpers',
  ),
  ...of('people', roster, 'findHeldRoleForUpdate listHeldRolesForUpdate'),
  ...of('people', roster, 'findHeldRole listOpenInvitations listCommunesInUse'),
  ...of('people', person, 'listHoldings listSessions findFactors countRecoveryCodes listPasskeys'),
  ...of('people', person, 'findActor listStandIns listDoneFor findStandIn hasAccess'),
  ...of('people', signIn, 'findChallenge findLinkOf findLinkedPerson findSheetByCode findPasskey'),
  ...of('people', signIn, 'findAuthenticator findCredential getCredential findNeed'),
  ...of('people', signIn, 'listRoleRules listPlaceWords isSetupLinkOpen listDemoPeople'),
  ...of('people', signIn, 'hasAdministrator findPersonByUsername listUsernamesLike isEmailTaken'),
  ...of(
    'people',
    command,
    'findSheetForUpdate findGiven hasOtherAdministrator findStandInByCommand wasEndedBy',
  ),
  ...of(
    'sites',
    'who handed over, who took over, or reaches where: the store asks',
    'findHandOver listHandOvers',
  ),
  ...of(
    'sites',
    command,
    'findHandOverByCommand wasHandedOver listTaken listStepsBegun wasTakenBy',
  ),
  ...of(
    'sites',
    'the nightly task that makes the next checks and reviews of every site',
    'listSitesToMakeAhead listRhythms listNamedReviews',
  ),
  ...of('installation', person, 'findMailChoice findWaitingMail findAddress'),
  ...of(
    'installation',
    'administrators alone: counts and settings',
    'countMails listSettingEntries wasSet countCommunes listCommunesWithoutBodies countCommunes listCommunesWithoutBodies',
  ),
  ...of('installation', 'a job that writes to each of them', 'listRemindable'),
  ...of('privacy', keeper, 'findBreach listBreaches listBreachEvents findBreachForUpdate'),
  ...of('privacy', keeper, 'findRequest listRequests listRequestEvents findRequestForUpdate'),
  ...of('privacy', keeper, 'listDue listRuns listTombstones listHeldOfAccount listHeldOfName'),
  ...of('privacy', keeper, 'findMentions countErased findAccount findAccountByUsername'),
  ...of('privacy', command, 'findBreachOfCommand findRequestOfCommand isLastOfRole isEmailTaken'),
};
