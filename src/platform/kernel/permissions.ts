/** Who a person is on the platform; `citizen` is anyone who is signed in, the others are granted. */
export const ROLES = ['citizen', 'member', 'secretary', 'officer', 'authority', 'admin'] as const;

export type Role = (typeof ROLES)[number];

/** What a grant of the role must name: a council, a government body, or nothing. */
export const SCOPE_OF_ROLE = {
  citizen: 'none',
  member: 'council',
  secretary: 'council',
  officer: 'body',
  authority: 'none',
  admin: 'none',
} as const satisfies Record<Role, 'none' | 'council' | 'body'>;

/** The one table of roles and permissions: who may start which act. Policies then judge the single row. */
const TABLE = {
  'account.self': ['citizen'],
  'file.upload': ['citizen'],
  'account.invite': ['admin'],
  'account.list': ['admin'],
  'account.disable': ['admin'],
  'grant.give': ['admin', 'authority'],
  'grant.list': ['admin', 'authority'],
  'grant.revoke': ['admin', 'authority'],
  'calendar.edit': ['admin'],
  'calendar.recalculate': ['admin'],
  'rule.set': ['admin'],
  'council.establish': ['authority'],
  'council.edit': ['authority'],
  'council.activate': ['authority'],
  'council.dissolve': ['authority'],
  'council.tighten-rule': ['secretary'],
  'member.appoint': ['secretary', 'authority'],
  'member.end': ['secretary', 'authority'],
  'member.give-role': ['secretary', 'authority'],
  'meeting.plan': ['secretary'],
  'meeting.record': ['secretary'],
  'meeting.read-unpublished': ['secretary', 'member'],
  'minutes.write': ['secretary'],
  'minutes.read-unpublished': ['secretary', 'member'],
  'recommendation.adopt': ['secretary'],
  'recommendation.dispatch': ['secretary'],
  'recommendation.reply': ['officer'],
  'consultation.prepare': ['officer'],
  'consultation.publish': ['officer'],
  'consultation.extend': ['officer'],
  'consultation.withdraw': ['officer'],
  'consultation.conclude': ['officer'],
  'report.publish': ['officer'],
  'comment.post': ['citizen'],
  'comment.withdraw': ['citizen'],
  'comment.disown': ['citizen'],
  'consultation.follow': ['citizen'],
  'comment.answer': ['officer'],
  'comment.enter': ['officer'],
  'comment.group': ['officer'],
  'comment.conceal': ['officer'],
  'comment.appeal': ['citizen'],
  'comment.decide-appeal': ['authority'],
  'opinion.give': ['secretary'],
  'opinion.enter': ['officer'],
  'opinion.answer': ['officer'],
  'methodology.prepare': ['authority'],
  'methodology.publish': ['authority'],
  'assessment.conduct': ['authority'],
  'assessment.publish': ['authority'],
  'assessment.dispute': ['officer'],
  'assessment.reply': ['officer'],
  'assessment.judge': ['member'],
  'assessment.read-unpublished': ['authority', 'officer', 'member'],
  'follow-up.promise': ['authority', 'secretary'],
  'follow-up.report': ['officer'],
  'follow-up.refuse': ['officer'],
  'follow-up.verify': ['secretary', 'authority'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof TABLE;

export const PERMISSIONS = Object.keys(TABLE) as Permission[];

/** Roles that hold a permission. */
export function rolesWith(permission: Permission): readonly Role[] {
  return TABLE[permission];
}
