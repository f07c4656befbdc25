// The one ordered list of folders (docs/architecture.md): a folder imports only folders to its left.
const platform = [
  'kernel',
  'config',
  'database',
  'i18n',
  'csv',
  'documents',
  'http',
  'jobs',
  'mail',
  'journal',
  'identity',
  'files',
];
const features = [
  'calendar',
  'rulebook',
  'bodies',
  'councils',
  'members',
  'competitions',
  'meetings',
  'recommendations',
  'minutes',
  'controls',
  'consultations',
  'conversions',
  'comparisons',
  'comments',
  'paper-comments',
  'comment-drafts',
  'unconfirmed-comments',
  'moderation',
  'comment-groups',
  'assignments',
  'answers',
  'made-up-comments',
  'subscriptions',
  'personal-data',
  'opinions',
  'reports',
  'imports',
  'methodologies',
  'surveys',
  'assessments',
  'follow-ups',
  'notifications',
  'search',
  'open-data',
  'portal',
  'demo',
];
const order = [...platform.map((name) => `platform/${name}`), ...features];

const leftOnly = order.slice(0, -1).map((folder, at) => ({
  name: `order: ${folder} imports only folders to its left`,
  severity: 'error',
  from: { path: `^src/${folder}/` },
  to: { path: `^src/(${order.slice(at + 1).join('|')})/` },
}));

const frontDoor = order.map((folder) => ({
  name: `front door: ${folder} is imported through its index.ts`,
  severity: 'error',
  from: { path: '^(src|test/factories)/', pathNot: `^src/${folder}/|\\.spec\\.tsx?$` },
  to: { path: `^src/${folder}/`, pathNot: `^src/${folder}/index\\.ts$` },
}));

module.exports = {
  forbidden: [
    ...leftOnly,
    ...frontDoor,
    { name: 'no cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'only known folders',
      severity: 'error',
      from: { path: '^src/[^/]+/', pathNot: `^src/(${order.join('|')})/` },
      to: {},
    },
    {
      name: 'pure: lifecycle, deadlines and policy import only the kernel and each other',
      severity: 'error',
      from: { path: '\\.(lifecycle|deadlines|policy)\\.ts$' },
      to: { pathNot: '^src/platform/kernel/index\\.ts$|\\.(lifecycle|deadlines|policy)\\.ts$' },
    },
    {
      name: 'kernel imports nothing',
      severity: 'error',
      from: { path: '^src/platform/kernel/', pathNot: '\\.spec\\.tsx?$' },
      to: { pathNot: '^src/platform/kernel/' },
    },
    {
      name: 'typeorm only in entities, repositories, queries and database/',
      severity: 'error',
      from: { path: '^src/', pathNot: '\\.(entity|repository|queries)\\.ts$|^src/platform/database/' },
      to: { path: 'node_modules/typeorm/' },
    },
    {
      name: 'migrations import nothing of src',
      severity: 'error',
      from: { path: '^migrations/' },
      to: { path: '^src/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
    },
  },
};
