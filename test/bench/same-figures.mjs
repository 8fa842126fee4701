/**
 * Holds what the two programs of the benchmark wrote against each other: a race between different figures says nothing.
 */

/** What differs between the result of `isu analyse --json` and that of the peer; empty when they agree. */
export function differences(isu, peer) {
  return [
    ...personsApart(isu.persons, peer.persons),
    ...figuresApart(figuresOfIsu(isu), figuresOfPeer(peer.tables)),
  ];
}

function* personsApart(ours, theirs) {
  if (ours.length !== theirs.length) yield `persons: ${ours.length} and ${theirs.length}`;
  const apart = ours.findIndex((person, i) => JSON.stringify(person) !== JSON.stringify(theirs[i]));
  if (apart >= 0)
    yield `person ${apart}: ${JSON.stringify(ours[apart])} and ${JSON.stringify(theirs[apart])}`;
}

function* figuresApart(ours, theirs) {
  for (const name of new Set([...ours.keys(), ...theirs.keys()])) {
    const [a, b] = [ours.get(name), theirs.get(name)];
    // The last digits differ with the order in which averages are summed.
    if (a === undefined || b === undefined || Math.abs(a - b) > 1e-9 * Math.max(1, Math.abs(a))) {
      yield `${name}: ${a} and ${b}`;
    }
  }
}

const PROFILE = {
  'mean-actualisations': 'meanActualisations',
  'mean-age': 'meanAge',
  'percent-women': 'percentWomen',
  'percent-applications': 'percentApplications',
  'percent-lob': 'percentLob',
  'percent-investigation': 'percentInvestigation',
  investigations: 'investigations',
  'percent-of-investigations': 'percentOfInvestigations',
};

const SUMMARY = {
  actualisations: 'actualisations',
  'actualisations-per-person': 'perPerson',
  investigations: 'investigations',
  applications: 'applications',
  reports: 'reports',
  men: 'men',
  women: 'women',
  'mean-age': 'meanAge',
};

function figuresOfIsu({ tables }) {
  const figures = new Map();
  const rowsOf = (id) => tables.find((table) => table.id === id).rows;
  for (const id of ['persons-by-group', 'actualisations-by-group', 'per-year']) {
    for (const { key, cells } of rowsOf(id)) {
      for (const column of ['persons', 'actualisations', 'percent']) {
        if (cells[column] && key !== 'mean') figures.set(`${id} ${key} ${column}`, cells[column].value);
      }
    }
  }
  for (const { key, cells } of rowsOf('group-profile')) {
    if (!(key in PROFILE) && !key.startsWith('referrer:')) continue;
    for (const [group, { value }] of Object.entries(cells))
      if (value !== 0) figures.set(`${key} ${group}`, value);
  }
  for (const { key, cells } of rowsOf('sex-and-age')) {
    figures.set(`${key} actualisations`, cells.actualisations.value);
    figures.set(`${key} mean-age`, cells['mean-age'].value);
  }
  for (const { key, cells } of rowsOf('summary')) {
    if (key in SUMMARY) figures.set(`summary ${key}`, (cells.number ?? cells.mean).value);
  }
  return figures;
}

function figuresOfPeer(tables) {
  const figures = new Map();
  const set = (name, value) => figures.set(name, Number(value));
  for (const [id, rows] of [
    ['persons-by-group', tables.personsByGroup],
    ['actualisations-by-group', tables.actualisationsByGroup],
    ['per-year', tables.perYear],
  ]) {
    for (const { key, ...cells } of rows) {
      for (const [column, value] of Object.entries(cells)) set(`${id} ${key} ${column}`, value);
    }
  }
  for (const row of tables.groupProfile) {
    for (const [id, column] of Object.entries(PROFILE)) set(`${id} ${row.key}`, row[column]);
  }
  for (const { key, referrer, percent } of tables.referrersByGroup)
    set(`referrer:${referrer} ${key}`, percent);
  for (const { woman, application, actualisations, meanAge } of tables.sexAndAge) {
    const key = sexAndAgeKey(woman, application);
    if (key === null) continue;
    set(`${key} actualisations`, actualisations);
    set(`${key} mean-age`, meanAge);
  }
  for (const [id, column] of Object.entries(SUMMARY)) set(`summary ${id}`, tables.summary[0][column]);
  return figures;
}

function sexAndAgeKey(woman, application) {
  if (woman === null && application === null) return 'total';
  if (application === null) return woman ? 'women' : 'men';
  if (woman === null) return application ? 'applications' : 'reports';
  return null;
}
